#include "php_infusionsoft.h"

#include "client/call_wait.h"

#include "client/pacer.h"
#include "client/wait.h"
#include "support/clock.h"
#include "support/failure.h"
#include "support/fork.h"
#include "support/interrupt.h"

/* The upper limit for one wait for a slot, also in a batch. */
enum { SLOT_WAIT_MAX_MS = 3600000 };

/*
 * Outside a batch: what this call has left of infusionsoft.max_wait_ms, since waiting blocks the script. In a batch the
 * other jobs go on meanwhile, so a call may wait for as long as its slot takes.
 */
static int64_t max_slot_wait_ms(int64_t max_wait_ms, const isoft_retry_progress *progress)
{
	return isoft_wait_suspends() ? SLOT_WAIT_MAX_MS : MAX(0, MIN(max_wait_ms, SLOT_WAIT_MAX_MS) - progress->waited_ms);
}

/*
 * In a batch the first call opens the connection, which delays it past its slot. A call that waited for this connection
 * records now as the actual send time of the first call, and is spaced from it. Returns false if the wait was
 * abandoned.
 */
static bool await_connection(const isoft_credential *credential, isoft_outcome *outcome)
{
	bool waited;

	outcome->abandoned = !isoft_wait_for_connection(&waited);
	if (waited && !outcome->abandoned) {
		isoft_pacer_note_sent(credential);
	}
	return !outcome->abandoned;
}

bool isoft_call_wait_ns(int64_t nanoseconds, isoft_outcome *outcome)
{
	isoft_trace_wait(&outcome->trace, nanoseconds);
	outcome->abandoned = !isoft_wait_ns(nanoseconds);
	return !outcome->abandoned;
}

/* The next slot comes later than the call may still wait. */
static void fail_without_slot(isoft_failure *failure, int64_t wait_ns, int64_t left_ns)
{
	isoft_fail(failure, ISOFT_FAILURE_RATE_LIMIT,
		"Keap's rate limit is used up by other calls: the next slot is in %lld ms, and this call may wait %lld ms more "
		"(%s). It was not sent",
		(long long)(wait_ns / ISOFT_NS_PER_MS), (long long)(left_ns / ISOFT_NS_PER_MS),
		isoft_wait_suspends() ? "an hour in all" : "infusionsoft.max_wait_ms");
	failure->status = 429;
	failure->retry_after = (long)((wait_ns + (ISOFT_NS_PER_S - 1)) / ISOFT_NS_PER_S);
}

/* A forked child that drops the batch of its parent leaves the parent's slot alone. */
static void give_back(const isoft_credential *credential, isoft_pacer_place *place, unsigned forks)
{
	if (forks == isoft_fork_count()) {
		isoft_pacer_give_back(credential, place);
	}
}

/* As isoft_call_wait_for_slot(), when it is this call's turn to reserve one. */
static bool reserve_slot(
	const isoft_credential *credential, int64_t max_wait_ms, unsigned behind, isoft_outcome *outcome)
{
	isoft_retry_progress *progress = &outcome->trace.progress;
	int64_t max_ns = max_slot_wait_ms(max_wait_ms, progress) * ISOFT_NS_PER_MS;
	/* A call of low priority takes a slot that has come and that no other call has reserved. */
	isoft_pacer_place place = {.behind = behind, .yields = isoft_settings_now()->low_priority};
	int64_t ahead_ns = place.yields ? 0 : max_ns;
	const unsigned forks = isoft_fork_count();
	int64_t wait_ns;
	bool admitted;

	wait_ns = isoft_pacer_reserve(credential, ahead_ns, &place, &admitted);
	while (!admitted && wait_ns <= max_ns) {
		max_ns -= wait_ns;
		progress->waited_ms += isoft_wait_suspends() ? 0 : wait_ns / ISOFT_NS_PER_MS;
		if (!isoft_call_wait_ns(wait_ns, outcome)) {
			give_back(credential, &place, forks);
			return false;
		}
		if (isoft_slot_is_reserved(&place.slot)) {
			wait_ns = isoft_pacer_admit(credential, &place);
			admitted = wait_ns == 0;
		} else {
			wait_ns = isoft_pacer_reserve(credential, MIN(ahead_ns, max_ns), &place, &admitted);
		}
	}
	if (admitted) {
		return true;
	}
	give_back(credential, &place, forks);
	fail_without_slot(&outcome->failure, wait_ns, max_ns);
	return false;
}

bool isoft_call_wait_for_slot(const isoft_credential *credential, int64_t max_wait_ms, isoft_outcome *outcome)
{
	isoft_waiting_turn turn;
	bool reserved;

	/* The job may have been abandoned while it waited for a refresh that it did not need. */
	outcome->abandoned = isoft_interrupted();
	if (outcome->abandoned || !await_connection(credential, outcome)) {
		return false;
	}
	outcome->abandoned = !isoft_wait_for_turn(&turn, credential->rate_key, outcome->trace.progress.tries > 0);
	reserved = !outcome->abandoned
		&& reserve_slot(credential, max_wait_ms, isoft_turn_behind(&turn.turn, ISOFT_LEASE_MOST), outcome);
	isoft_wait_turn_is_over(&turn);
	return reserved;
}
