/*
 * Last reply: what infusionsoft_last_reply() says about the last call that ended.
 *
 * The main script of a request has one, and each job of a batch has its own: the one of the code that runs is used.
 * What one request of PHP left is not seen in the next.
 *
 * Ownership: this file owns the one of the thread; a job frees its own with isoft_last_reply_free(). Takes no lock.
 * isoft_last_reply_note() and isoft_last_reply_fill() may bail out (memory), so call them without a lock held.
 */
#ifndef ISOFT_CLIENT_LAST_REPLY_H
#define ISOFT_CLIENT_LAST_REPLY_H

#include "php.h"

#include "client/call.h"
#include "client/outcome.h"

typedef struct isoft_last_reply isoft_last_reply;

/* Notes the end of a call that was not abandoned. */
void isoft_last_reply_note(const isoft_call *call, const isoft_outcome *outcome);

/*
 * Says of the last call that it created nothing. For a function that creates a contact only where it found none, and
 * found one: its last call may have been a search or a change.
 */
void isoft_last_reply_not_created(void);

/* Writes the array of infusionsoft_last_reply(), or null before the first call. */
void isoft_last_reply_fill(zval *result);

/* Forgets the one of the thread. Call at the beginning and at the end of a request of PHP. */
void isoft_last_reply_reset(void);

/* Frees the one of a job, or of a thread that ends. NULL is allowed. */
void isoft_last_reply_free(isoft_last_reply *last_reply);

#endif
