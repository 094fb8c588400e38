#include "net/limit_snapshot.h"

#include "support/assert.h"

enum { MINUTE = 60, DAY = 86400 };

static const struct {
	size_t offset;
	int64_t span;
} WINDOW_FIELDS[ISOFT_LIMIT_WINDOWS] = {
	{offsetof(isoft_limit_headers, day), DAY},
	{offsetof(isoft_limit_headers, minute), MINUTE},
	{offsetof(isoft_limit_headers, tenant_minute), MINUTE},
	{offsetof(isoft_limit_headers, tenant_day), DAY},
};

static isoft_limit_window *limit_snapshot_window(isoft_limit_headers *limits, int index)
{
	ISOFT_ASSERT(index >= 0 && index < ISOFT_LIMIT_WINDOWS);
	return (isoft_limit_window *)((char *)limits + WINDOW_FIELDS[index].offset);
}

/* When a window of this span that contains `now` ends, if windows begin at multiples of their span. */
static int64_t limit_snapshot_window_end(int64_t now, int64_t span)
{
	return (now / span + 1) * span;
}

/*
 * Whether a reset time can be right: this machine's clock and Keap's may differ, but not by a whole window. A time that
 * was stored while the clock was wrong does not belong to the present window.
 */
static bool limit_snapshot_is_plausible(int64_t reset, int64_t now, int64_t span)
{
	return reset > now && reset - now <= 2 * span;
}

static void limit_snapshot_store(isoft_atomic_u32 *figure, int64_t value)
{
	uint32_t stored = value < UINT32_MAX ? (uint32_t)(value + 1) : UINT32_MAX;

	isoft_atomic_set_u32(figure, stored);
}

static int64_t limit_snapshot_load(isoft_atomic_u32 *figure)
{
	return (int64_t)isoft_atomic_get_u32(figure) - 1;
}

static void limit_snapshot_store_window(
	isoft_limit_snapshot *snapshot, int index, int64_t now, const isoft_limit_window *seen)
{
	isoft_limit_figures *window = &snapshot->windows[index];
	int64_t span = WINDOW_FIELDS[index].span;
	bool is_plausible = limit_snapshot_is_plausible(seen->expires_at, now, span);
	int64_t reset = is_plausible ? seen->expires_at : limit_snapshot_window_end(now, span);

	limit_snapshot_store(&window->limit, seen->limit);
	limit_snapshot_store(&window->available, seen->available);
	limit_snapshot_store(&window->used, seen->used);
	isoft_atomic_set_u32(&snapshot->resets_at[index], (uint32_t)reset);
}

/* Clears the figures of another credential. */
static void limit_snapshot_take_over(isoft_limit_snapshot *snapshot, uint64_t rate_key)
{
	const isoft_limit_window unknown = {-1, -1, -1, -1};

	for (int i = 0; i < ISOFT_LIMIT_WINDOWS; i++) {
		limit_snapshot_store_window(snapshot, i, 0, &unknown);
	}
	isoft_atomic_set_u64(&snapshot->rate_key, rate_key);
}

unsigned isoft_limit_snapshot_bucket(uint64_t rate_key)
{
	return (unsigned)(rate_key >> 32) % ISOFT_LIMIT_BUCKETS;
}

isoft_limit_snapshot *isoft_limit_snapshot_place(isoft_limit_bucket *bucket, uint64_t rate_key)
{
	isoft_limit_snapshot *oldest = &bucket->snapshots[0];

	for (int i = 0; i < ISOFT_LIMIT_BUCKET_SIZE; i++) {
		isoft_limit_snapshot *snapshot = &bucket->snapshots[i];

		if (isoft_atomic_get_u64(&snapshot->rate_key) == rate_key) {
			return snapshot;
		}
		if (isoft_atomic_get_i64(&snapshot->seen_at) < isoft_atomic_get_i64(&oldest->seen_at)) {
			oldest = snapshot;
		}
	}
	return oldest;
}

void isoft_limit_snapshot_put(
	isoft_limit_snapshot *snapshot, uint64_t rate_key, int64_t now, const isoft_limit_headers *limits)
{
	bool has_stored = false;

	for (int i = 0; i < ISOFT_LIMIT_WINDOWS; i++) {
		const isoft_limit_window *window = limit_snapshot_window((isoft_limit_headers *)limits, i);

		if (isoft_limit_window_is_known(window)) {
			if (!has_stored && isoft_atomic_get_u64(&snapshot->rate_key) != rate_key) {
				limit_snapshot_take_over(snapshot, rate_key);
			}
			limit_snapshot_store_window(snapshot, i, now, window);
			has_stored = true;
		}
	}
	if (has_stored) {
		isoft_atomic_set_i64(&snapshot->seen_at, now);
	}
}

static isoft_limit_window limit_snapshot_load_window(isoft_limit_snapshot *snapshot, int index, int64_t now)
{
	isoft_limit_figures *stored = &snapshot->windows[index];
	int64_t span = WINDOW_FIELDS[index].span;
	isoft_limit_window window = {
		.limit = limit_snapshot_load(&stored->limit),
		.available = limit_snapshot_load(&stored->available),
		.used = limit_snapshot_load(&stored->used),
		.expires_at = isoft_atomic_get_u32(&snapshot->resets_at[index]),
	};

	if (!isoft_limit_window_is_known(&window)) {
		window.expires_at = -1;
	} else if (!limit_snapshot_is_plausible(window.expires_at, now, span)) {
		window.available = window.limit;
		window.used = 0;
		window.expires_at = limit_snapshot_window_end(now, span);
	}
	return window;
}

int64_t isoft_limit_snapshot_get(
	isoft_limit_snapshot *snapshot, uint64_t rate_key, int64_t now, isoft_limit_headers *limits)
{
	isoft_limit_headers_init(limits);
	if (isoft_atomic_get_u64(&snapshot->rate_key) != rate_key) {
		return 0;
	}
	for (int i = 0; i < ISOFT_LIMIT_WINDOWS; i++) {
		*limit_snapshot_window(limits, i) = limit_snapshot_load_window(snapshot, i, now);
	}
	return isoft_atomic_get_i64(&snapshot->seen_at);
}
