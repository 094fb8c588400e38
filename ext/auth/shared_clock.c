#include "php_infusionsoft.h"

#include "auth/shared_clock.h"

_Static_assert(
	sizeof(isoft_pace_table) == sizeof(((isoft_shared *)NULL)->pacing), "the shared area has room for the clocks");
_Static_assert(
	offsetof(isoft_shared, pacing) % sizeof(isoft_pace_clock) == 0, "each clock has a cache line of its own");

enum { CLOCKS_AT = offsetof(isoft_shared, pacing) };

static void find_clock(isoft_shared_clock *lease, isoft_pace_table *table, uint64_t rate_key)
{
	lease->clock = isoft_pacing_clock(table, rate_key);
	lease->index = (unsigned)(lease->clock - table->clocks);
}

void isoft_shared_clock_read(isoft_shared_clock *lease, uint64_t rate_key)
{
	find_clock(lease, isoft_shared_area_read(&lease->part, CLOCKS_AT, &lease->copy, sizeof(lease->copy)), rate_key);
}

void isoft_shared_clock_take(isoft_shared_clock *lease, uint64_t rate_key)
{
	find_clock(lease, isoft_shared_area_take(&lease->part, CLOCKS_AT, &lease->copy, sizeof(lease->copy)), rate_key);
}

/* A clock that cannot be written is lost; until the store can be written again, the stand-in's clock paces. */
void isoft_shared_clock_put(isoft_shared_clock *lease)
{
	isoft_shared_area_write(&lease->part, lease->clock, sizeof(*lease->clock));
	isoft_shared_area_release(&lease->part);
}
