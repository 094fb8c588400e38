/*
 * Ending: what a call ended with, and what the function that made it gives or throws for that.
 */
#ifndef ISOFT_CLIENT_OUTCOME_H
#define ISOFT_CLIENT_OUTCOME_H

#include "php.h"

#include "client/call.h"
#include "client/trace.h"
#include "net/reply.h"
#include "support/failure.h"

enum { ISOFT_REPLY_CAP = 16 * 1024 * 1024 };

/* What a call ended with: the reply's facts, and its body as a PHP string, or a failure before there was any. */
typedef struct {
	isoft_failure failure;
	isoft_trace trace;
	bool abandoned; /* PHP has an exception of its own, over which none may be thrown */
	isoft_reply_state state;
	long status;
	int64_t wait_ms;    /* how long Keap, or the back-off, wants us to wait; 0 for not */
	bool may_be_repeat; /* an earlier try may have been acted on */
	char error[256];
	zend_string *body;
} isoft_outcome;

/* True: the result holds the decoded reply, NULL where there is none. False: thrown, the result is UNDEF. */
bool isoft_outcome_result(const isoft_call *call, const isoft_outcome *outcome, zval *result);

/* Of a reply that came whole and is not what it should be. */
void isoft_outcome_throw_unreadable(const isoft_call *call, const isoft_outcome *outcome, const char *error);

#endif
