#include "php_infusionsoft.h"

#include "auth/stats.h"

#ifdef PHP_WIN32
#include <process.h>
#else
#include <unistd.h>
#endif

#include "auth/shared_area.h"
#include "support/assert.h"
#include "support/clock.h"
#include "support/fork.h"

enum { SHARDS = 8 };

typedef struct {
	_Atomic int64_t since;
	_Atomic uint64_t counts[47];
} stats_shard;

_Static_assert(
	sizeof(stats_shard[SHARDS]) == sizeof(((isoft_shared *)NULL)->stats), "the store has room for the shards");
_Static_assert(
	offsetof(isoft_shared, stats) % 64 == 0 && sizeof(stats_shard) % 64 == 0, "each shard has its own cache lines");
_Static_assert(
	ISOFT_STATS <= sizeof(((stats_shard *)NULL)->counts) / sizeof(uint64_t), "a shard has room for the counts");

const uint32_t isoft_stats_bounds[ISOFT_STATS_BOUNDS] = {
	1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000};

static stats_shard *stats_shards(void)
{
	return (stats_shard *)isoft_shared_area()->stats;
}

/* The shard of this process. getpid() is a system call, so it is called once per process: again only after a fork. */
static stats_shard *stats_shard_here(void)
{
	stats_shard *here;
	int64_t unset = 0;

	if (ISOFT_G(shard_of) != isoft_fork_count() + 1) {
		ISOFT_G(shard_of) = isoft_fork_count() + 1;
		ISOFT_G(shard) = (unsigned)getpid() % SHARDS;
	}
	here = &stats_shards()[ISOFT_G(shard)];
	if (!atomic_load_explicit(&here->since, memory_order_relaxed)) {
		atomic_compare_exchange_strong(&here->since, &unset, isoft_clock_wall());
	}
	return here;
}

void isoft_stats_add(isoft_stat stat, uint64_t count)
{
	ISOFT_ASSERT(stat < ISOFT_STATS);
	if (count) {
		atomic_fetch_add_explicit(&stats_shard_here()->counts[stat], count, memory_order_relaxed);
	}
}

void isoft_stats_add_latency(int64_t nanoseconds)
{
	int bound = 0;

	while (bound < ISOFT_STATS_BOUNDS && nanoseconds > (int64_t)isoft_stats_bounds[bound] * ISOFT_NS_PER_MS) {
		bound++;
	}
	isoft_stats_add(ISOFT_STAT_LATENCY + bound, 1);
}

void isoft_stats_sum(isoft_stats *sum)
{
	stats_shard *shards = stats_shards();

	*sum = (isoft_stats){0};
	for (int i = 0; i < SHARDS; i++) {
		int64_t since = atomic_load_explicit(&shards[i].since, memory_order_relaxed);

		if (since && (!sum->since || since < sum->since)) {
			sum->since = since;
		}
		for (int stat = 0; stat < ISOFT_STATS; stat++) {
			sum->counts[stat] += atomic_load_explicit(&shards[i].counts[stat], memory_order_relaxed);
		}
	}
}
