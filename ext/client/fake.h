/*
 * Fake: replies from a test in Keap's place. Nothing is sent, and the store is not touched.
 *
 * A call is checked as ever and then answered from here; its request is recorded. It ends with the request of PHP.
 */
#ifndef ISOFT_CLIENT_FAKE_H
#define ISOFT_CLIENT_FAKE_H

#include "php.h"
#include "zend_smart_str.h"

#include "client/call.h"
#include "client/fake_reply.h"

bool isoft_fake_is_on(void);

/* Sets what is answered from now on, in place of what was set before; null ends the fake. `responses` is an array or a
 * callable. */
void isoft_fake_set(zval *responses, bool callable);

/* The requests that were recorded so far. */
void isoft_fake_recorded(zval *requests);

/* Records the call and answers it. False: thrown. The reply's body is the caller's to release. */
bool isoft_fake_answer(const isoft_call *call, const smart_str *body, isoft_fake_reply *reply);

/* When the request of PHP ends. */
void isoft_fake_rshutdown(void);

#endif
