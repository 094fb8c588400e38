#include "php_infusionsoft.h"

#include "client/seen_limits.h"

#include "auth/shared_area.h"
#include "net/limit_snapshot.h"
#include "support/assert.h"
#include "support/clock.h"
#include "support/fork.h"

_Static_assert(sizeof(isoft_limit_bucket[ISOFT_LIMIT_BUCKETS]) == sizeof(((isoft_shared *)NULL)->limits),
	"the shared area has room for the snapshots");
_Static_assert(
	offsetof(isoft_shared, limits) % _Alignof(isoft_limit_snapshot) == 0, "each snapshot is aligned for its atomics");

enum { FLUSH_INTERVAL_MS = 1000 };

struct isoft_seen_limits {
	uint64_t rate_key;
	unsigned forks;     /* isoft_fork_count() at the last note */
	int64_t seen_at;    /* Unix seconds of the last reply; 0: nothing is kept */
	int64_t flushed_at; /* monotonic ms */
	isoft_limit_headers limits;
};

static isoft_seen_limits *seen_of_thread(void)
{
	if (!ISOFT_G(seen_limits)) {
		ISOFT_G(seen_limits) = pecalloc(1, sizeof(isoft_seen_limits), true);
	}
	return ISOFT_G(seen_limits);
}

static size_t bucket_at(uint64_t rate_key)
{
	return offsetof(isoft_shared, limits) + isoft_limit_snapshot_bucket(rate_key) * sizeof(isoft_limit_bucket);
}

/*
 * Without a lock, as net/limit_snapshot says. If two credentials take the same free place at once, one is kept; the
 * other is stored again with its next reply.
 */
static void flush(const isoft_seen_limits *seen)
{
	isoft_limit_snapshot *snapshot;
	isoft_limit_bucket copy, *bucket;
	isoft_shared_part part;

	bucket = isoft_shared_area_read(&part, bucket_at(seen->rate_key), &copy, sizeof(copy));
	snapshot = isoft_limit_snapshot_place(bucket, seen->rate_key);
	isoft_limit_snapshot_put(snapshot, seen->rate_key, seen->seen_at, &seen->limits);
	isoft_shared_area_write(&part, snapshot, sizeof(*snapshot));
}

void isoft_seen_limits_flush(void)
{
	isoft_seen_limits *seen = ISOFT_G(seen_limits);

	if (seen && seen->seen_at) {
		if (seen->forks == isoft_fork_count()) {
			flush(seen);
		}
		seen->seen_at = 0;
		seen->flushed_at = isoft_clock_monotonic_ms();
	}
}

void isoft_seen_limits_note(uint64_t rate_key, const isoft_limit_headers *limits)
{
	isoft_seen_limits *seen = seen_of_thread();

	if (seen->seen_at && (seen->rate_key != rate_key || seen->forks != isoft_fork_count())) {
		isoft_seen_limits_flush();
	}
	if (!seen->seen_at) {
		seen->rate_key = rate_key;
		seen->forks = isoft_fork_count();
		isoft_limit_headers_init(&seen->limits);
	}
	if (isoft_limit_headers_merge(&seen->limits, limits)) {
		seen->seen_at = isoft_clock_wall();
	}
	if (isoft_clock_monotonic_ms() - seen->flushed_at >= FLUSH_INTERVAL_MS) {
		isoft_seen_limits_flush();
	}
}

int64_t isoft_seen_limits_get(uint64_t rate_key, isoft_limit_headers *limits)
{
	isoft_limit_bucket copy, *bucket;
	isoft_shared_part part;

	isoft_seen_limits_flush();
	bucket = isoft_shared_area_read(&part, bucket_at(rate_key), &copy, sizeof(copy));
	return isoft_limit_snapshot_get(isoft_limit_snapshot_place(bucket, rate_key), rate_key, isoft_clock_wall(), limits);
}

void isoft_seen_limits_free(isoft_seen_limits *seen)
{
	if (seen) {
		pefree(seen, true);
	}
}
