#include "client/pacer.h"

#include "auth/shared_clock.h"
#include "net/limit_snapshot.h"
#include "support/assert.h"
#include "support/clock.h"

_Static_assert(sizeof(isoft_limit_snapshot[ISOFT_PACE_CLOCKS + 1]) == sizeof(((isoft_shared *)NULL)->limits),
	"the shared area has room for one snapshot per clock");
_Static_assert(
	offsetof(isoft_shared, limits) % _Alignof(isoft_limit_snapshot) == 0, "each snapshot is aligned for its atomics");

/* The snapshot of a rate key has the same index as its clock. */
static size_t snapshot_at(unsigned index)
{
	ISOFT_ASSERT(index <= ISOFT_PACE_CLOCKS);
	return offsetof(isoft_shared, limits) + index * sizeof(isoft_limit_snapshot);
}

static isoft_pace pace_of(const isoft_credential *credential)
{
	return credential->kind == ISOFT_GRANT_OAUTH2 ? ISOFT_PACE_OAUTH : ISOFT_PACE_KEY;
}

/* Returns how long to wait before asking again; 0 if the call may be sent now. */
static int64_t admit(isoft_shared_clock *lease, const isoft_credential *credential, const isoft_pace_now *now)
{
	return isoft_pacing_admit(lease->clock, pace_of(credential), now);
}

int64_t isoft_pacer_reserve(const isoft_credential *credential, int64_t max_ns, bool *admitted)
{
	isoft_pace_now now = isoft_pacing_now();
	isoft_shared_clock lease;
	int64_t wait_ns;

	isoft_shared_clock_take(&lease, credential->rate_key);
	wait_ns = isoft_pacing_reserve(lease.clock, pace_of(credential), &now, max_ns);
	if (wait_ns == 0) {
		wait_ns = admit(&lease, credential, &now);
		*admitted = wait_ns == 0;
	} else {
		*admitted = false;
	}
	isoft_shared_clock_put(&lease);
	return wait_ns;
}

int64_t isoft_pacer_admit(const isoft_credential *credential)
{
	isoft_pace_now now = isoft_pacing_now();
	isoft_shared_clock lease;
	int64_t wait_ns;

	isoft_shared_clock_take(&lease, credential->rate_key);
	wait_ns = admit(&lease, credential, &now);
	isoft_shared_clock_put(&lease);
	return wait_ns;
}

void isoft_pacer_note_sent(const isoft_credential *credential)
{
	isoft_pace_now now = isoft_pacing_now();
	isoft_shared_clock lease;

	isoft_shared_clock_take(&lease, credential->rate_key);
	isoft_pacing_note_sent(lease.clock, &now);
	isoft_shared_clock_put(&lease);
}

static void put_limits(unsigned index, uint64_t rate_key, int64_t now, const isoft_limit_headers *limits)
{
	isoft_limit_snapshot copy, *snapshot;
	isoft_shared_part part;

	snapshot = isoft_shared_area_take(&part, snapshot_at(index), &copy, sizeof(copy));
	isoft_limit_snapshot_put(snapshot, rate_key, now, limits);
	isoft_shared_area_write(&part, snapshot, sizeof(*snapshot));
	isoft_shared_area_release(&part);
}

void isoft_pacer_update(const isoft_credential *credential, const isoft_reply *reply)
{
	isoft_pace_now now = isoft_pacing_now();
	isoft_shared_clock lease;

	if (reply->status) {
		isoft_shared_clock_take(&lease, credential->rate_key);
		isoft_pacing_update(lease.clock, pace_of(credential), &now, reply);
		isoft_shared_clock_put(&lease);
		put_limits(lease.index, credential->rate_key, now.wall_ms / 1000, &reply->limits);
	}
}

int64_t isoft_pacer_limits(uint64_t rate_key, isoft_limit_headers *limits)
{
	isoft_limit_snapshot copy, *snapshot;
	isoft_shared_clock lease;
	isoft_shared_part part;

	isoft_shared_clock_read(&lease, rate_key);
	snapshot = isoft_shared_area_read(&part, snapshot_at(lease.index), &copy, sizeof(copy));
	return isoft_limit_snapshot_get(snapshot, rate_key, isoft_clock_wall(), limits);
}
