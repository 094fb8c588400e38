#include "php_infusionsoft.h"

#include "client/pacer.h"

#include "auth/fleet_pace.h"
#include "auth/fleet_setting.h"
#include "auth/shared_clock.h"
#include "client/seen_limits.h"
#include "support/clock.h"

/* So much before its instant a call may leave. Blocks of two machines are further apart by it (redis/scripts). */
static const int64_t EARLY_NS = 1000000;

/* The clock that this thread reserved from last, as it was then. */
struct isoft_last_clock {
	uint64_t rate_key;
	isoft_pace_clock clock;
};

static isoft_pace pace_of(const isoft_credential *credential)
{
	return credential->kind == ISOFT_GRANT_OAUTH2 ? ISOFT_PACE_OAUTH : ISOFT_PACE_KEY;
}

static void remember(const isoft_shared_clock *lent, uint64_t rate_key)
{
	if (!ISOFT_G(last_clock)) {
		ISOFT_G(last_clock) = pecalloc(1, sizeof(isoft_last_clock), true);
	}
	ISOFT_G(last_clock)->rate_key = rate_key;
	isoft_pacing_copy(&ISOFT_G(last_clock)->clock, lent->clock);
}

/* Reserves a slot of the machine's own clock. */
static int64_t reserve_here(const isoft_credential *credential, const isoft_pace_frame *frame, int64_t max_ns,
	isoft_pacer_place *place, bool *admitted)
{
	isoft_shared_clock lent;
	int64_t wait_ns;

	isoft_shared_clock_take(&lent, credential->rate_key);
	wait_ns = isoft_pacing_reserve_in_frame(
		lent.clock, pace_of(credential), &lent.now, frame, max_ns, &place->slot, admitted);
	isoft_shared_clock_put(&lent);
	remember(&lent, credential->rate_key);
	return wait_ns;
}

/* Whether the call may leave in its leased instant. One that comes too late has none any more. */
static int64_t admit_leased(const isoft_credential *credential, isoft_pacer_place *place)
{
	isoft_shared_clock lent;
	int64_t wait_ns;

	isoft_shared_clock_take(&lent, credential->rate_key);
	wait_ns = isoft_pacing_blocked_ns(lent.clock, &lent.now);
	if (lent.now.monotonic_ns + wait_ns > place->leased.last_ns) {
		place->slot = (isoft_slot){0, 0};
		wait_ns = MAX(wait_ns, 1);
	} else if (!wait_ns) {
		wait_ns = isoft_pacing_admit(lent.clock, pace_of(credential), &lent.now);
	}
	isoft_shared_clock_put(&lent);
	remember(&lent, credential->rate_key);
	return wait_ns;
}

/* The call may leave a little early, so that the way of Redis's answer costs no time. */
static int64_t take_instant(
	const isoft_credential *credential, int64_t max_ns, isoft_pacer_place *place, bool *admitted)
{
	int64_t wait_ns = place->leased.at_ns - EARLY_NS - isoft_clock_monotonic_ns();

	if (wait_ns > max_ns) {
		isoft_fleet_pace_give_up(credential->rate_key, &place->leased);
		return wait_ns;
	}
	place->slot = (isoft_slot){place->leased.at_ns, place->leased.last_ns};
	if (wait_ns <= 0) {
		wait_ns = admit_leased(credential, place);
		*admitted = wait_ns == 0;
	}
	return wait_ns;
}

static int64_t reserve_in_fleet(
	const isoft_credential *credential, int64_t max_ns, isoft_pacer_place *place, bool *admitted)
{
	isoft_pace_now now = isoft_pacing_now();
	isoft_fleet_call call = {
		.rate_key = credential->rate_key, .behind = place->behind, .yields = place->yields, .most_ns = max_ns};
	isoft_shared_clock lent;
	isoft_pace_frame frame;

	isoft_shared_clock_read(&lent, credential->rate_key);
	call.gap_ns = isoft_pacing_gap_ns(lent.clock, pace_of(credential));
	call.blocked_ns = isoft_pacing_blocked_ns(lent.clock, &now);
	place->slot = (isoft_slot){0, 0};
	switch (isoft_fleet_pace(&call, &place->leased, &frame)) {
		case ISOFT_LEASE_SLOT:
			return take_instant(credential, max_ns, place, admitted);
		case ISOFT_LEASE_WAIT:
			return MAX(place->leased.at_ns - isoft_clock_monotonic_ns(), 1);
		default:
			return reserve_here(credential, &frame, max_ns, place, admitted);
	}
}

int64_t isoft_pacer_reserve(
	const isoft_credential *credential, int64_t max_ns, isoft_pacer_place *place, bool *admitted)
{
	static const isoft_pace_frame any_time = {0, 0};

	*admitted = false;
	return isoft_fleet_is_on() ? reserve_in_fleet(credential, max_ns, place, admitted)
							   : reserve_here(credential, &any_time, max_ns, place, admitted);
}

void isoft_pacer_give_back(const isoft_credential *credential, isoft_pacer_place *place)
{
	isoft_shared_clock lent;

	if (place->leased.ticket) {
		isoft_fleet_pace_give_up(credential->rate_key, &place->leased);
	} else if (isoft_slot_is_reserved(&place->slot)) {
		isoft_shared_clock_take(&lent, credential->rate_key);
		isoft_pacing_give_back(lent.clock, &place->slot);
		isoft_shared_clock_put(&lent);
	}
}

int64_t isoft_pacer_admit(const isoft_credential *credential, isoft_pacer_place *place)
{
	isoft_shared_clock lent;
	int64_t wait_ns;

	if (place->leased.ticket) {
		return admit_leased(credential, place);
	}
	isoft_shared_clock_take(&lent, credential->rate_key);
	wait_ns = isoft_pacing_admit(lent.clock, pace_of(credential), &lent.now);
	isoft_shared_clock_put(&lent);
	return wait_ns;
}

void isoft_pacer_note_sent(const isoft_credential *credential)
{
	isoft_shared_clock lent;

	isoft_shared_clock_take(&lent, credential->rate_key);
	isoft_pacing_note_sent(lent.clock, &lent.now);
	isoft_shared_clock_put(&lent);
}

/* Most replies state the pace that the clock has already: they cost no system call. */
static bool changes_nothing(const isoft_credential *credential, const isoft_pace_now *now, const isoft_reply *reply)
{
	const isoft_last_clock *last = ISOFT_G(last_clock);
	isoft_pace_clock updated;

	if (!last || last->rate_key != credential->rate_key) {
		return false;
	}
	memcpy(&updated, &last->clock, sizeof(updated));
	isoft_pacing_update(&updated, pace_of(credential), now, reply);
	return memcmp(&updated, &last->clock, sizeof(updated)) == 0;
}

void isoft_pacer_update(const isoft_credential *credential, const isoft_reply *reply)
{
	isoft_pace_now now = isoft_pacing_now();
	isoft_shared_clock lent;

	if (!reply->status) {
		return;
	}
	if (!changes_nothing(credential, &now, reply)) {
		isoft_shared_clock_take(&lent, credential->rate_key);
		isoft_pacing_update(lent.clock, pace_of(credential), &lent.now, reply);
		isoft_shared_clock_put(&lent);
		remember(&lent, credential->rate_key);
	}
	isoft_seen_limits_note(credential->rate_key, &reply->limits);
}

void isoft_pacer_free(isoft_last_clock *last)
{
	if (last) {
		pefree(last, true);
	}
}
