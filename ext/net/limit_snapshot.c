#include "net/limit_snapshot.h"

enum { MINUTE = 60, DAY = 86400 };

static const struct {
	size_t offset;
	int64_t span;
} WINDOWS[ISOFT_LIMIT_WINDOWS] = {
	{offsetof(isoft_limit_headers, day), DAY},
	{offsetof(isoft_limit_headers, minute), MINUTE},
	{offsetof(isoft_limit_headers, tenant_minute), MINUTE},
	{offsetof(isoft_limit_headers, tenant_day), DAY},
};

static isoft_limit_window *window_of(isoft_limit_headers *limits, int index)
{
	return (isoft_limit_window *)((char *)limits + WINDOWS[index].offset);
}

static bool is_known(const isoft_limit_window *window)
{
	return window->limit >= 0 || window->available >= 0 || window->used >= 0;
}

static int64_t next_full(int64_t now, int64_t span)
{
	return (now / span + 1) * span;
}

/* Our clock and Keap's may differ, but not by so much. What was kept by a clock that was wrong is none of this window.
 */
static bool is_ahead(int64_t reset, int64_t now, int64_t span)
{
	return reset > now && reset - now <= 2 * span;
}

static void put(_Atomic uint32_t *figure, int64_t value)
{
	uint32_t kept = value < UINT32_MAX ? (uint32_t)(value + 1) : UINT32_MAX;

	atomic_store_explicit(figure, kept, memory_order_relaxed);
}

static int64_t get(_Atomic uint32_t *figure)
{
	return (int64_t)atomic_load_explicit(figure, memory_order_relaxed) - 1;
}

static void keep_window(isoft_limit_snapshot *snapshot, int index, int64_t now, const isoft_limit_window *seen)
{
	isoft_limit_figures *window = &snapshot->windows[index];
	int64_t span = WINDOWS[index].span;
	int64_t reset = is_ahead(seen->expires_at, now, span) ? seen->expires_at : next_full(now, span);

	put(&window->limit, seen->limit);
	put(&window->available, seen->available);
	put(&window->used, seen->used);
	atomic_store_explicit(&snapshot->resets_at[index], (uint32_t)reset, memory_order_relaxed);
}

/* Several credentials may share a snapshot, where there are more of them than memories. */
static void take_over(isoft_limit_snapshot *snapshot, uint64_t rate_key)
{
	const isoft_limit_window unknown = {-1, -1, -1, -1};

	for (int i = 0; i < ISOFT_LIMIT_WINDOWS; i++) {
		keep_window(snapshot, i, 0, &unknown);
	}
	atomic_store(&snapshot->rate_key, rate_key);
}

void isoft_limit_snapshot_put(
	isoft_limit_snapshot *snapshot, uint64_t rate_key, int64_t now, const isoft_limit_headers *limits)
{
	bool seen = false;

	for (int i = 0; i < ISOFT_LIMIT_WINDOWS; i++) {
		const isoft_limit_window *window = window_of((isoft_limit_headers *)limits, i);

		if (is_known(window)) {
			if (!seen && atomic_load(&snapshot->rate_key) != rate_key) {
				take_over(snapshot, rate_key);
			}
			keep_window(snapshot, i, now, window);
			seen = true;
		}
	}
	if (seen) {
		atomic_store(&snapshot->seen_at, now);
	}
}

static isoft_limit_window recall_window(isoft_limit_snapshot *snapshot, int index, int64_t now)
{
	isoft_limit_figures *kept = &snapshot->windows[index];
	int64_t span = WINDOWS[index].span;
	isoft_limit_window window = {
		.limit = get(&kept->limit),
		.available = get(&kept->available),
		.used = get(&kept->used),
		.expires_at = atomic_load_explicit(&snapshot->resets_at[index], memory_order_relaxed),
	};

	if (!is_known(&window)) {
		window.expires_at = -1;
	} else if (!is_ahead(window.expires_at, now, span)) {
		window.available = window.limit;
		window.used = 0;
		window.expires_at = next_full(now, span);
	}
	return window;
}

int64_t isoft_limit_snapshot_get(
	isoft_limit_snapshot *snapshot, uint64_t rate_key, int64_t now, isoft_limit_headers *limits)
{
	isoft_limit_headers_init(limits);
	if (atomic_load(&snapshot->rate_key) != rate_key) {
		return 0;
	}
	for (int i = 0; i < ISOFT_LIMIT_WINDOWS; i++) {
		*window_of(limits, i) = recall_window(snapshot, i, now);
	}
	return atomic_load(&snapshot->seen_at);
}
