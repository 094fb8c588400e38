/*
 * Outcome: how a call ended, and what its PHP function returns or throws for that.
 *
 * The caller owns the outcome and releases its body. Takes no lock and must be called with no lock held: throwing
 * creates objects. May bail out; everything held here is Zend's memory then. Runs no user code.
 */
#ifndef ISOFT_CLIENT_OUTCOME_H
#define ISOFT_CLIENT_OUTCOME_H

#include "php.h"

#include "client/call.h"
#include "client/trace.h"
#include "net/reply.h"
#include "support/attributes.h"
#include "support/failure.h"

/* The maximum size of a reply's body in bytes. */
enum { ISOFT_REPLY_CAP = 16 * 1024 * 1024 };

typedef struct {
	isoft_failure failure; /* why the call got no reply at all */
	isoft_trace trace;
	bool abandoned; /* the wait was ended by an exception that is set already: throw no other */
	isoft_reply_state state;
	long status;
	int64_t wait_ms;    /* the delay before the next try, by Retry-After or the back-off; 0: waiting is of no use */
	bool may_be_repeat; /* Keap may have acted on an earlier try of this call */
	char error[256];    /* net/reply's phrase for what went wrong on the wire */
	zend_string *body;  /* NULL: the call got no reply */
} isoft_outcome;

/*
 * Decodes the reply of a call that got one. Returns true with the value in `result`: NULL if the reply has no body.
 * Returns false with an exception thrown; `result` is UNDEF then.
 */
ISOFT_MUST_CHECK bool isoft_outcome_result(const isoft_call *call, const isoft_outcome *outcome, zval *result);

/* Throws the ApiException for a complete reply whose content cannot be used. `error` is a phrase that says why. */
void isoft_outcome_throw_unreadable(const isoft_call *call, const isoft_outcome *outcome, const char *error);

#endif
