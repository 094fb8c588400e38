#include "client/pacer.h"

#include "auth/shared_area.h"
#include "net/limit_snapshot.h"
#include "net/pacing.h"
#include "support/assert.h"
#include "support/clock.h"

_Static_assert(
	sizeof(isoft_pace_table) == sizeof(((isoft_shared *)NULL)->pacing), "the shared area has room for the clocks");
_Static_assert(
	offsetof(isoft_shared, pacing) % sizeof(isoft_pace_clock) == 0, "each clock has a cache line of its own");
_Static_assert(sizeof(isoft_limit_snapshot[ISOFT_PACE_CLOCKS + 1]) == sizeof(((isoft_shared *)NULL)->limits),
	"the shared area has room for one snapshot per clock");
_Static_assert(
	offsetof(isoft_shared, limits) % _Alignof(isoft_limit_snapshot) == 0, "each snapshot is aligned for its atomics");

static isoft_pace_clock *pacer_clock(const isoft_credential *credential)
{
	return isoft_pacing_clock((isoft_pace_table *)isoft_shared_area()->pacing, credential->rate_key);
}

/* The snapshot of a rate key has the same index as its clock. */
static isoft_limit_snapshot *snapshot_of(uint64_t rate_key)
{
	isoft_shared *shared = isoft_shared_area();
	isoft_pace_table *table = (isoft_pace_table *)shared->pacing;
	ptrdiff_t index = isoft_pacing_clock(table, rate_key) - table->clocks;

	ISOFT_ASSERT(index >= 0 && index <= ISOFT_PACE_CLOCKS);
	return (isoft_limit_snapshot *)shared->limits + index;
}

static isoft_pace pace_of(const isoft_credential *credential)
{
	return credential->kind == ISOFT_GRANT_OAUTH2 ? ISOFT_PACE_OAUTH : ISOFT_PACE_KEY;
}

int64_t isoft_pacer_reserve(const isoft_credential *credential, int64_t max_ns)
{
	isoft_pace_now now = isoft_pacing_now();

	return isoft_pacing_reserve(pacer_clock(credential), pace_of(credential), &now, max_ns);
}

int64_t isoft_pacer_admit(const isoft_credential *credential)
{
	isoft_pace_now now = isoft_pacing_now();

	return isoft_pacing_admit(pacer_clock(credential), pace_of(credential), &now);
}

void isoft_pacer_note_sent(const isoft_credential *credential)
{
	isoft_pace_now now = isoft_pacing_now();

	isoft_pacing_note_sent(pacer_clock(credential), &now);
}

void isoft_pacer_update(const isoft_credential *credential, const isoft_reply *reply)
{
	isoft_pace_now now = isoft_pacing_now();

	if (reply->status) {
		isoft_pacing_update(pacer_clock(credential), pace_of(credential), &now, reply);
		isoft_limit_snapshot_put(
			snapshot_of(credential->rate_key), credential->rate_key, now.wall_ms / 1000, &reply->limits);
	}
}

int64_t isoft_pacer_limits(uint64_t rate_key, isoft_limit_headers *limits)
{
	return isoft_limit_snapshot_get(snapshot_of(rate_key), rate_key, isoft_clock_wall(), limits);
}
