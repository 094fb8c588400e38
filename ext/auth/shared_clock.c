#include "php_infusionsoft.h"

#include "auth/shared_clock.h"

_Static_assert(sizeof(isoft_pace_table[ISOFT_PACE_TABLES]) == sizeof(((isoft_shared *)NULL)->pacing),
	"the shared area has room for the clocks");
_Static_assert(
	offsetof(isoft_shared, pacing) % sizeof(isoft_pace_clock) == 0, "each clock has a cache line of its own");

static size_t table_at(uint64_t rate_key)
{
	return offsetof(isoft_shared, pacing) + isoft_pacing_table(rate_key) * sizeof(isoft_pace_table);
}

void isoft_shared_clock_read(isoft_shared_clock *lease, uint64_t rate_key)
{
	lease->clock = isoft_pacing_find(
		isoft_shared_area_read(&lease->part, table_at(rate_key), &lease->copy, sizeof(lease->copy)), rate_key);
}

void isoft_shared_clock_take(isoft_shared_clock *lease, uint64_t rate_key)
{
	isoft_pace_table *table =
		isoft_shared_area_take(&lease->part, table_at(rate_key), &lease->copy, sizeof(lease->copy));

	lease->now = isoft_pacing_now();
	lease->clock = isoft_pacing_clock(table, rate_key, &lease->now);
}

/* A clock that cannot be written is lost; until the store can be written again, the stand-in's clock paces. */
void isoft_shared_clock_put(isoft_shared_clock *lease)
{
	isoft_shared_area_write(&lease->part, lease->clock, sizeof(*lease->clock));
	isoft_shared_area_release(&lease->part);
}
