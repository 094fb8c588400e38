#include "client/pacer.h"

#include "auth/shared_area.h"
#include "net/limit_snapshot.h"
#include "net/pacing.h"
#include "support/clock.h"

_Static_assert(sizeof(isoft_pace_table) == sizeof(((isoft_shared *)NULL)->pacing), "the store has room for the clocks");
_Static_assert(offsetof(isoft_shared, pacing) % sizeof(isoft_pace_clock) == 0, "each on a cache line");
_Static_assert(sizeof(isoft_limit_snapshot[ISOFT_PACE_CLOCKS + 1]) == sizeof(((isoft_shared *)NULL)->limits),
	"the store has room for what was said of the limits of each clock");
_Static_assert(offsetof(isoft_shared, limits) % _Alignof(isoft_limit_snapshot) == 0, "each where atomics can be");

static isoft_pace_clock *clock_of(const isoft_credential *credential)
{
	return isoft_pacing_clock((isoft_pace_table *)isoft_shared_area()->pacing, credential->rate_key);
}

/* Beside the clock, by its number. */
static isoft_limit_snapshot *snapshot_of(uint64_t rate_key)
{
	isoft_shared *pages = isoft_shared_area();
	isoft_pace_table *table = (isoft_pace_table *)pages->pacing;

	return (isoft_limit_snapshot *)pages->limits + (isoft_pacing_clock(table, rate_key) - table->clocks);
}

static isoft_pace pace_of(const isoft_credential *credential)
{
	return credential->kind == ISOFT_GRANT_OAUTH2 ? ISOFT_PACE_OAUTH : ISOFT_PACE_KEY;
}

int64_t isoft_pacer_reserve(const isoft_credential *credential, int64_t most_ns)
{
	isoft_pace_now now = isoft_pacing_now();

	return isoft_pacing_reserve(clock_of(credential), pace_of(credential), &now, most_ns);
}

int64_t isoft_pacer_admit(const isoft_credential *credential)
{
	isoft_pace_now now = isoft_pacing_now();

	return isoft_pacing_admit(clock_of(credential), pace_of(credential), &now);
}

void isoft_pacer_note_sent(const isoft_credential *credential)
{
	isoft_pace_now now = isoft_pacing_now();

	isoft_pacing_note_sent(clock_of(credential), &now);
}

void isoft_pacer_update(const isoft_credential *credential, const isoft_reply *reply)
{
	isoft_pace_now now = isoft_pacing_now();

	if (reply->status) {
		isoft_pacing_update(clock_of(credential), pace_of(credential), &now, reply);
		isoft_limit_snapshot_put(
			snapshot_of(credential->rate_key), credential->rate_key, now.wall_ms / 1000, &reply->limits);
	}
}

int64_t isoft_pacer_limits(uint64_t rate_key, isoft_limit_headers *limits)
{
	return isoft_limit_snapshot_get(snapshot_of(rate_key), rate_key, isoft_clock_wall(), limits);
}
