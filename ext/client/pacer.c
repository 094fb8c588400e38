#include "php_infusionsoft.h"

#include "client/pacer.h"

#include "auth/shared_clock.h"
#include "client/seen_limits.h"

/* The clock that this thread reserved from last, as it was then. */
struct isoft_last_clock {
	uint64_t rate_key;
	isoft_pace_clock clock;
};

static isoft_pace pace_of(const isoft_credential *credential)
{
	return credential->kind == ISOFT_GRANT_OAUTH2 ? ISOFT_PACE_OAUTH : ISOFT_PACE_KEY;
}

static void remember(const isoft_shared_clock *lease, uint64_t rate_key)
{
	if (!ISOFT_G(last_clock)) {
		ISOFT_G(last_clock) = pecalloc(1, sizeof(isoft_last_clock), true);
	}
	ISOFT_G(last_clock)->rate_key = rate_key;
	isoft_pacing_copy(&ISOFT_G(last_clock)->clock, lease->clock);
}

int64_t isoft_pacer_reserve(const isoft_credential *credential, int64_t max_ns, isoft_slot *slot, bool *admitted)
{
	isoft_shared_clock lease;
	int64_t wait_ns;

	isoft_shared_clock_take(&lease, credential->rate_key);
	wait_ns = isoft_pacing_reserve_or_leave(lease.clock, pace_of(credential), &lease.now, max_ns, slot, admitted);
	isoft_shared_clock_put(&lease);
	remember(&lease, credential->rate_key);
	return wait_ns;
}

void isoft_pacer_give_back(const isoft_credential *credential, const isoft_slot *slot)
{
	isoft_shared_clock lease;

	isoft_shared_clock_take(&lease, credential->rate_key);
	isoft_pacing_give_back(lease.clock, slot);
	isoft_shared_clock_put(&lease);
}

int64_t isoft_pacer_admit(const isoft_credential *credential)
{
	isoft_shared_clock lease;
	int64_t wait_ns;

	isoft_shared_clock_take(&lease, credential->rate_key);
	wait_ns = isoft_pacing_admit(lease.clock, pace_of(credential), &lease.now);
	isoft_shared_clock_put(&lease);
	return wait_ns;
}

void isoft_pacer_note_sent(const isoft_credential *credential)
{
	isoft_shared_clock lease;

	isoft_shared_clock_take(&lease, credential->rate_key);
	isoft_pacing_note_sent(lease.clock, &lease.now);
	isoft_shared_clock_put(&lease);
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
	isoft_shared_clock lease;

	if (!reply->status) {
		return;
	}
	if (!changes_nothing(credential, &now, reply)) {
		isoft_shared_clock_take(&lease, credential->rate_key);
		isoft_pacing_update(lease.clock, pace_of(credential), &lease.now, reply);
		isoft_shared_clock_put(&lease);
		remember(&lease, credential->rate_key);
	}
	isoft_seen_limits_note(credential->rate_key, &reply->limits);
}

void isoft_pacer_free(isoft_last_clock *last)
{
	if (last) {
		pefree(last, true);
	}
}
