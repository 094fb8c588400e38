/*
 * Call wait: what a call waits for before a try: its slot under Keap's limits, and the time between two tries.
 *
 * Outside a batch the thread blocks, in a job of a batch its fiber is suspended (client/wait). The functions return
 * false if the wait was abandoned: outcome->abandoned is set then, and an exception, or a handler has ended PHP
 * (support/interrupt).
 *
 * Locks: none; call with none held, because user code may run meanwhile. May bail out for the same reason.
 */
#ifndef ISOFT_CLIENT_CALL_WAIT_H
#define ISOFT_CLIENT_CALL_WAIT_H

#include "php.h"

#include "auth/credential.h"
#include "client/outcome.h"
#include "support/attributes.h"

/*
 * Waits for the call's slot under Keap's rate limit. Also returns false, with the failure filled, if the slot comes
 * later than the call may wait.
 */
ISOFT_MUST_CHECK bool isoft_call_wait_for_slot(
	const isoft_credential *credential, int64_t max_wait_ms, isoft_outcome *outcome);

/* Waits, and notes that in the trace. */
ISOFT_MUST_CHECK bool isoft_call_wait_ns(int64_t nanoseconds, isoft_outcome *outcome);

#endif
