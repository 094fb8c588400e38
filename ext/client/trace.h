/*
 * Course: how a call goes, for those who look on: the statistics (auth/stats.h), and the logger where there is one.
 */
#ifndef ISOFT_CLIENT_TRACE_H
#define ISOFT_CLIENT_TRACE_H

#include "php.h"

#include "client/call.h"
#include "net/retry.h"

typedef struct {
	int64_t began_ns; /* monotonic; 0: no logger listens */
	isoft_retry_progress progress;
	long status;           /* of the last reply; 0: there was none */
	unsigned waits;        /* for its turn, in a batch too, and for the back-off */
	int64_t waited_ns;     /* in all of them */
	bool refreshed;        /* this call made a refresh, which came to ... */
	isoft_failure refresh; /* ... kind NONE: a new token */
} isoft_trace;

void isoft_trace_begin(isoft_trace *trace);

/* A wait follows. */
void isoft_trace_wait(isoft_trace *trace, int64_t nanoseconds);

/* The credential is there, and may have been refreshed for that; to be said before another call can go on. */
void isoft_trace_credential(isoft_trace *trace);

/* A try that left at that instant has ended. */
void isoft_trace_try(isoft_trace *trace, const isoft_reply *reply, int64_t left_ns);

/*
 * The call has ended, well or with an exception, and holds nothing but its result. Gives back whether it ended well:
 * where the logger ends PHP it has not, and the result is UNDEF.
 */
bool isoft_trace_finish(isoft_trace *trace, const isoft_call *call, bool done, zval *result);

/* Logs a refresh that was made outside of a call, if there was one. */
void isoft_trace_log_refresh(const char *account);

#endif
