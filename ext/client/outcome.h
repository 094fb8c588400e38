/*
 * Outcome: how a call ended, and what its PHP function returns or throws for that.
 *
 * The caller owns the outcome and frees it with isoft_outcome_free(). Takes no lock and must be called with no lock
 * held: decoding and throwing create values. May bail out; everything held here is Zend's memory then. Runs no user
 * code.
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
	isoft_reply_headers headers;
	int64_t wait_ms;      /* the delay before the next try, by Retry-After or the back-off; 0: waiting is of no use */
	bool may_be_repeat;   /* Keap may have acted on an earlier try of this call; never for a GET */
	char error[256];      /* net/reply's phrase for what went wrong on the wire */
	zend_string *body;    /* of a reply that is not a 2xx; else NULL */
	zval value;           /* decoded from a 2xx that can be used: null if it has no body; else UNDEF */
	const char *unusable; /* why a 2xx cannot be used; NULL: it can */
} isoft_outcome;

/*
 * Takes the reply of a try, in place of the reply of the try before: decodes the body of a 2xx, and copies that of
 * another status. Returns whether the reply can be used as it is: false for a 2xx whose body is not what is due.
 */
ISOFT_MUST_CHECK bool isoft_outcome_take(isoft_outcome *outcome, const isoft_call *call, const isoft_reply *reply);

/*
 * Records that another try follows the last one: Keap may have acted on that. Call at most once after each try.
 */
void isoft_outcome_try_again(isoft_outcome *outcome, const isoft_call *call);

/* Returns whether Keap may have acted on an earlier try, or on an earlier request of the same PHP function. */
bool isoft_outcome_acted_earlier(const isoft_outcome *outcome, const isoft_call *call);

/*
 * Moves the value of a call that got a reply to `result`: NULL if the reply has no body. Returns false with an
 * exception thrown; `result` is UNDEF then.
 */
ISOFT_MUST_CHECK bool isoft_outcome_result(const isoft_call *call, isoft_outcome *outcome, zval *result);

void isoft_outcome_free(isoft_outcome *outcome);

#endif
