/*
 * Fake reply: what a test says that Keap answers, and what is answered where it says nothing.
 *
 *   array                                     200 with this as JSON
 *   null                                      204
 *   int                                       this status, without a body
 *   string                                    200 with just that
 *   ['status' => 400, 'body' => mixed, 'retry_after' => 7]   all of it; the latter two may be left out
 *   ['fault' => 'not_sent'|'no_reply'|'cut']  no reply, as a TransportException tells it
 *   \Throwable                                is thrown
 *   \Closure                                  called with the request, and returns one of the others
 */
#ifndef ISOFT_CLIENT_FAKE_REPLY_H
#define ISOFT_CLIENT_FAKE_REPLY_H

#include "php.h"

#include "keap/operation.h"
#include "net/reply.h"

typedef struct {
	isoft_reply_state state;
	long status;
	long retry_after; /* seconds, -1 for none */
	zend_string *body;
} isoft_fake_reply;

/* False: thrown. */
bool isoft_fake_reply_make(isoft_fake_reply *reply, zval *form, zval *request);

/*
 * As Keap answers where all goes well: writing gives back what was sent, with an id; reading one gives its id, lists
 * are empty, every contact gets the tag. `made` counts the ids that were given so far. The operation may be NULL.
 */
void isoft_fake_reply_default(
	isoft_fake_reply *reply, const isoft_operation *operation, HashTable *request, zend_long *made);

#endif
