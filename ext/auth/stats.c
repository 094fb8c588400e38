#include "php_infusionsoft.h"

#include "auth/stats.h"

#ifdef PHP_WIN32
#include <process.h>
#else
#include <unistd.h>
#endif

#include "auth/shared_area.h"
#include "support/assert.h"
#include "support/atomic.h"
#include "support/clock.h"
#include "support/fork.h"

enum { SHARDS = 8, FLUSH_INTERVAL_MS = 1000 };

typedef struct {
	isoft_atomic_i64 since;
	isoft_atomic_u64 counts[47];
} stats_shard;

_Static_assert(
	sizeof(stats_shard[SHARDS]) == sizeof(((isoft_shared *)NULL)->stats), "the store has room for the shards");
_Static_assert(
	offsetof(isoft_shared, stats) % 64 == 0 && sizeof(stats_shard) % 64 == 0, "each shard has its own cache lines");
_Static_assert(
	ISOFT_STATS <= sizeof(((stats_shard *)NULL)->counts) / sizeof(uint64_t), "a shard has room for the counts");

const uint32_t isoft_stats_bounds[ISOFT_STATS_BOUNDS] = {
	1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000};

struct isoft_stats_pending {
	uint64_t counts[ISOFT_STATS];
	int64_t since;      /* Unix seconds of the first count; 0: nothing is pending */
	int64_t flushed_at; /* monotonic ms */
	unsigned forks;     /* isoft_fork_count() at the first count */
	unsigned shard;     /* where this process adds its counts */
};

/* The counts of this thread. Those that a forked child inherited are its parent's. */
static isoft_stats_pending *stats_pending(void)
{
	isoft_stats_pending *pending = ISOFT_G(stats);

	if (!pending) {
		pending = pecalloc(1, sizeof(*pending), true);
		pending->flushed_at = isoft_clock_monotonic_ms();
		pending->forks = isoft_fork_count();
		pending->shard = (unsigned)getpid() % SHARDS;
		ISOFT_G(stats) = pending;
	}
	if (pending->forks != isoft_fork_count()) {
		memset(pending->counts, 0, sizeof(pending->counts));
		pending->since = 0;
		pending->forks = isoft_fork_count();
		pending->shard = (unsigned)getpid() % SHARDS;
	}
	return pending;
}

void isoft_stats_add(isoft_stat stat, uint64_t count)
{
	isoft_stats_pending *pending;

	ISOFT_ASSERT(stat < ISOFT_STATS);
	if (count) {
		pending = stats_pending();
		pending->counts[stat] += count;
		pending->since = pending->since ? pending->since : isoft_clock_wall();
	}
}

static void add_pending(stats_shard *shard, const isoft_stats_pending *pending)
{
	int64_t unset = 0;

	isoft_atomic_replace_i64(&shard->since, &unset, pending->since);
	for (int stat = 0; stat < ISOFT_STATS; stat++) {
		isoft_atomic_add_u64(&shard->counts[stat], pending->counts[stat]);
	}
}

static bool flush_pending(const isoft_stats_pending *pending)
{
	size_t at = offsetof(isoft_shared, stats) + pending->shard * sizeof(stats_shard);
	stats_shard copy, *shard;
	isoft_shared_part part;
	bool is_written;

	shard = isoft_shared_area_take(&part, at, &copy, sizeof(copy));
	if (part.is_stand_in) {
		isoft_shared_area_release(&part);
		return false;
	}
	add_pending(shard, pending);
	is_written = isoft_shared_area_write(&part, shard, sizeof(*shard));
	isoft_shared_area_release(&part);
	return is_written;
}

void isoft_stats_flush(void)
{
	isoft_stats_pending *pending = ISOFT_G(stats) ? stats_pending() : NULL;

	if (pending && pending->since) {
		pending->flushed_at = isoft_clock_monotonic_ms();
		if (flush_pending(pending)) {
			memset(pending->counts, 0, sizeof(pending->counts));
			pending->since = 0;
		}
	}
}

void isoft_stats_flush_if_due(void)
{
	if (isoft_clock_monotonic_ms() - stats_pending()->flushed_at >= FLUSH_INTERVAL_MS) {
		isoft_stats_flush();
	}
}

void isoft_stats_free(isoft_stats_pending *pending)
{
	if (pending) {
		pefree(pending, true);
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

static void add_to_sum(isoft_stats *sum, int64_t since, int stat, uint64_t count)
{
	if (since && (!sum->since || since < sum->since)) {
		sum->since = since;
	}
	sum->counts[stat] += count;
}

void isoft_stats_sum(isoft_stats *sum)
{
	stats_shard copy[SHARDS], *shards;
	const isoft_stats_pending *pending;
	isoft_shared_part part;

	isoft_stats_flush();
	pending = stats_pending(); /* nothing, unless it could not be written */
	shards = isoft_shared_area_read(&part, offsetof(isoft_shared, stats), copy, sizeof(copy));
	*sum = (isoft_stats){0};
	for (int stat = 0; stat < ISOFT_STATS; stat++) {
		for (int i = 0; i < SHARDS; i++) {
			add_to_sum(
				sum, isoft_atomic_get_i64(&shards[i].since), stat, isoft_atomic_get_u64(&shards[i].counts[stat]));
		}
		add_to_sum(sum, pending->since, stat, pending->counts[stat]);
	}
}
