/*
 * Fake reply: turns a response of infusionsoft_fake() into a reply, and makes the default reply to a call for which the
 * fake has no response.
 *
 *   response                                  reply
 *   array                                     200 with this array as JSON
 *   null                                      204
 *   int                                       this status, without a body
 *   string                                    200 with this string as the body
 *   ['status' => 400, 'body' => mixed, 'retry_after' => 7, 'headers' => ['date' => '…']]   as stated; all but the
 *                                             status are optional
 *   ['fault' => 'not_sent'|'no_reply'|'cut']  no complete reply: the call throws a TransportException
 *   \Throwable                                no reply: the call throws it
 *   \Closure                                  called with the request; returns one of the other responses
 *   any other object                          200 with this object as JSON
 *
 * The caller owns the reply and releases its body. Takes no lock. isoft_fake_reply_make() runs user code (closures,
 * jsonSerialize() methods): call it with no lock held. May bail out; everything held here is Zend's memory then.
 */
#ifndef ISOFT_CLIENT_FAKE_REPLY_H
#define ISOFT_CLIENT_FAKE_REPLY_H

#include "php.h"

#include "keap/operation.h"
#include "net/reply.h"
#include "support/attributes.h"

typedef struct {
	isoft_reply_state state;
	long status;
	long retry_after;  /* seconds; -1: the reply has no Retry-After */
	zend_string *body; /* NULL: the reply has no body */
	isoft_reply_headers headers;
} isoft_fake_reply;

/* Fills the reply from the response. Returns false with an exception thrown and nothing to release. */
ISOFT_MUST_CHECK bool isoft_fake_reply_make(isoft_fake_reply *reply, zval *response, zval *request);

/*
 * Fills the reply that Keap gives if all goes well: writing returns what was sent, with an id; reading an entry returns
 * its id; lists are empty; every contact gets the tag. A contact is created (201). `made` counts the ids that were
 * given so far. The operation may be NULL.
 */
void isoft_fake_reply_default(
	isoft_fake_reply *reply, const isoft_operation *operation, HashTable *request, zend_long *made);

#endif
