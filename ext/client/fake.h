/*
 * Fake: replies that a test gives with infusionsoft_fake(), in place of Keap's. While a fake is on nothing is sent, and
 * the store is not touched.
 *
 * A call is checked as without a fake, then recorded and answered here. A fake lasts until the PHP request ends. While
 * infusionsoft.fake is "strict", a call that no fake answers is refused here.
 *
 * Ownership: this file owns the fake of the thread: the responses, the recorded requests.
 *
 * Locks: takes none. isoft_fake_set(), isoft_fake_answer() and isoft_fake_rshutdown() run user code (closures,
 * jsonSerialize() methods, destructors), which may set another fake: call them with no lock held. May bail out;
 * everything held here is Zend's memory then, and isoft_fake_rshutdown() still follows.
 */
#ifndef ISOFT_CLIENT_FAKE_H
#define ISOFT_CLIENT_FAKE_H

#include "php.h"
#include "zend_smart_str.h"

#include "client/call.h"
#include "client/fake_reply.h"
#include "support/attributes.h"

/* Whether calls get no further than to this file: also while infusionsoft.fake is "strict", with a fake or without. */
bool isoft_fake_is_on(void);

/*
 * For a function that reaches Keap or changes the store by other ways than a call. Returns false with an exception
 * thrown if infusionsoft.fake is "strict" and there is no fake.
 */
ISOFT_MUST_CHECK bool isoft_fake_check(void);

/*
 * Starts a fake with these responses, in place of the fake before; null ends the fake. `responses` is an array or, if
 * `callable`, a callable. The fake keeps a reference. Returns false with an exception thrown.
 */
ISOFT_MUST_CHECK bool isoft_fake_set(zval *responses, bool callable);

/* Writes the list of the requests that were recorded so far. The caller owns it. */
void isoft_fake_recorded(zval *requests);

/*
 * Records the call and fills the reply to it. The caller releases the reply's body. Returns false with an exception
 * thrown and nothing to release.
 */
ISOFT_MUST_CHECK bool isoft_fake_answer(const isoft_call *call, const smart_str *body, isoft_fake_reply *reply);

/* Ends the fake as the PHP request begins to end. User code that runs later and calls Keap gets an Error. */
void isoft_fake_rshutdown(void);

/* Forgets the fake after the last user code of the PHP request, when PHP has freed what it holds. */
void isoft_fake_forget(void);

#endif
