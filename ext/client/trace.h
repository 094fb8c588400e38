/*
 * Trace: the statistics (auth/stats.h) and the log entry (client/logger.h) of one call, collected while it runs.
 *
 * The caller owns the trace, usually inside its isoft_outcome; it holds nothing to free. Takes no lock.
 * isoft_trace_finish(), isoft_trace_refused(), isoft_trace_not_sent() and isoft_trace_log_refresh() may run the logger,
 * which is user code: call them with no lock held. These may bail out; what they hold then is Zend's memory. The other
 * functions cannot bail out.
 */
#ifndef ISOFT_CLIENT_TRACE_H
#define ISOFT_CLIENT_TRACE_H

#include "php.h"

#include "client/call.h"
#include "net/retry.h"
#include "support/attributes.h"

typedef struct {
	int64_t began_ns; /* monotonic */
	bool listened;    /* there was a logger when the call began */
	isoft_retry_progress progress;
	size_t reply_expected; /* length of the body of the next try, if it is known; else 0 */
	long status;           /* of the last reply; 0: there was no reply */
	unsigned waits;        /* number of waits for a slot, also in a batch, and between tries */
	int64_t waited_ns;     /* total time of these waits */
	bool refreshed;        /* this call made a refresh: `refresh` is its result */
	isoft_failure refresh; /* kind NONE: the refresh brought a new token */
} isoft_trace;

void isoft_trace_begin(isoft_trace *trace);

/* Records a wait of this length, which the caller is about to begin. */
void isoft_trace_wait(isoft_trace *trace, int64_t nanoseconds);

/*
 * Records whether obtaining the credential made a refresh. Call right after obtaining the credential, before any point
 * where another fiber may run.
 */
void isoft_trace_credential(isoft_trace *trace);

/* Records a finished try that was sent at `sent_at_ns` (monotonic). */
void isoft_trace_try(isoft_trace *trace, const isoft_reply *reply, int64_t sent_at_ns);

/*
 * Counts and logs the call. Call it last, when the caller holds nothing but `result`: the logger may end PHP. `done`
 * says whether the call has a result; otherwise its exception is set. Returns `done`, or false with `result` released
 * and UNDEF if the logger ended PHP.
 */
ISOFT_MUST_CHECK bool isoft_trace_finish(isoft_trace *trace, const isoft_call *call, bool done, zval *result);

/*
 * Counts and logs a call that its PHP function refused before anything was sent: a PHP function calls this wherever it
 * ends with an exception. Does nothing if isoft_send() has counted the failure already, or if user code threw it.
 * `account` is NULL if it is not known: the argument or the setting is wrong.
 */
void isoft_trace_refused(const char *account);

/*
 * As isoft_trace_refused(), for a function whose requests are no calls of isoft_send(): counts and logs any failure.
 * Call it only if nothing was sent.
 */
void isoft_trace_not_sent(const char *account);

/* Logs the refresh that this thread made outside a call. Returns false if it made none. */
ISOFT_MUST_CHECK bool isoft_trace_log_refresh(const char *account);

#endif
