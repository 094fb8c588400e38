#include "net/pacing.h"

#include "support/clock.h"

/*
 * As Keap documents it: 25 a second and 1,500 a minute; 5 and 240. It measures when calls arrive, so they leave a
 * little further apart.
 */
static const struct {
	int64_t gap_ns;
	int64_t minute;
} DOCUMENTED[] = {
	[ISOFT_PACE_OAUTH] = {41000000, 1500},
	[ISOFT_PACE_KEY] = {205000000, 240},
};

enum {
	MINUTE_MS = 60000,
	GAP_MAX_MS = 2000,      /* to which what is left of a minute is spread over it */
	HOLD_MAX_MS = 60000,    /* after which a call may look whether Keap still turns everything away */
	LINE_MAX_MS = 60000,    /* nobody waits for longer */
	STRICT_MS = 3600000,    /* for which Keap's refusal of a faster pace is remembered */
	GAPS_AFTER_REFUSAL = 2, /* for which nobody calls */
	LATE_PART = 41          /* of a gap: by how much who is late is caught up with at each turn */
};

static int64_t smaller(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int64_t larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

isoft_pace_now isoft_pacing_now(void)
{
	return (isoft_pace_now){.monotonic_ns = isoft_clock_monotonic_ns(), .wall_ms = isoft_clock_wall_ms()};
}

isoft_pace_clock *isoft_pacing_clock(isoft_pace_table *table, uint64_t rate_key)
{
	for (uint64_t i = 0; i < ISOFT_PACE_CLOCKS; i++) {
		isoft_pace_clock *clock = &table->clocks[(rate_key + i) % ISOFT_PACE_CLOCKS];
		uint64_t owner = atomic_load(&clock->owner);

		if (owner == rate_key || (!owner && atomic_compare_exchange_strong(&clock->owner, &owner, rate_key))
			|| owner == rate_key) {
			return clock;
		}
	}
	return &table->clocks[ISOFT_PACE_CLOCKS];
}

/* What is in memory may be anything. */
static int64_t gap_of(isoft_pace_clock *clock, isoft_pace pace)
{
	int64_t gap = atomic_load(&clock->gap_ns);

	return gap > 0 && gap <= GAP_MAX_MS * ISOFT_NS_PER_MS ? gap : DOCUMENTED[pace].gap_ns;
}

static int64_t hold_left_ns(isoft_pace_clock *clock, const isoft_pace_now *now)
{
	int64_t left = atomic_load(&clock->held_until) - now->wall_ms;

	return left > 0 && left <= HOLD_MAX_MS ? left * ISOFT_NS_PER_MS : 0;
}

/* The first instant not taken. One further ahead than anybody may have taken is of another boot of the machine. */
static int64_t line_end(int64_t next, int64_t start, int64_t now_ns)
{
	return next > start && next - now_ns <= (LINE_MAX_MS + GAP_MAX_MS) * ISOFT_NS_PER_MS ? next : start;
}

int64_t isoft_pacing_reserve(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now, int64_t most_ns)
{
	int64_t gap = gap_of(clock, pace);
	int64_t start = now->monotonic_ns + hold_left_ns(clock, now);
	int64_t next = atomic_load(&clock->next_ns);

	for (;;) {
		int64_t mine = line_end(next, start, now->monotonic_ns);
		int64_t wait = mine - now->monotonic_ns;

		if (wait > smaller(most_ns, LINE_MAX_MS * ISOFT_NS_PER_MS)
			|| atomic_compare_exchange_weak(&clock->next_ns, &next, mine + gap)) {
			return wait;
		}
	}
}

int64_t isoft_pacing_admit(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now)
{
	int64_t gap = gap_of(clock, pace);
	int64_t closest = gap - gap / LATE_PART;
	int64_t left = atomic_load(&clock->left_ns);

	for (;;) {
		int64_t since = now->monotonic_ns - left;

		if (since > -closest && since < closest) {
			return closest - since;
		}
		if (atomic_compare_exchange_weak(&clock->left_ns, &left, now->monotonic_ns)) {
			return 0;
		}
	}
}

void isoft_pacing_note_sent(isoft_pace_clock *clock, const isoft_pace_now *now)
{
	atomic_store(&clock->left_ns, now->monotonic_ns);
}

/* The gap that uses up the minute no sooner than it ends; 0 where Keap does not tell, or tells that nothing is left. */
static int64_t spread_ns(const isoft_limit_window *window, const isoft_pace_now *now)
{
	int64_t left_ms = MINUTE_MS - now->wall_ms % MINUTE_MS;

	return window->available > 0 ? left_ms * ISOFT_NS_PER_MS / window->available : 0;
}

static int64_t gap_from(isoft_pace pace, const isoft_pace_now *now, const isoft_limit_headers *limits, bool strict)
{
	int64_t gap = DOCUMENTED[pace].gap_ns;

	if (limits->minute.limit > 0) {
		gap = larger(1, (int64_t)((double)gap * (double)DOCUMENTED[pace].minute / (double)limits->minute.limit));
	}
	if (strict) {
		gap = larger(gap, DOCUMENTED[pace].gap_ns);
	}
	gap = larger(gap, larger(spread_ns(&limits->minute, now), spread_ns(&limits->tenant_minute, now)));
	return smaller(gap, GAP_MAX_MS * ISOFT_NS_PER_MS);
}

/* How long Keap will turn everything away, by its own figures. */
static int64_t hold_ms(const isoft_reply *reply, const isoft_pace_now *now)
{
	const isoft_limit_headers *limits = &reply->limits;
	int64_t hold = 0;

	if (limits->minute.available == 0 || limits->tenant_minute.available == 0) {
		hold = MINUTE_MS - now->wall_ms % MINUTE_MS;
	}
	if (limits->day.available == 0 || limits->tenant_day.available == 0) {
		hold = HOLD_MAX_MS;
	}
	if (reply->status == 429 && reply->retry_after > 0) {
		hold = larger(hold, (int64_t)reply->retry_after * 1000);
	}
	return smaller(hold, HOLD_MAX_MS);
}

/* Nobody calls for a moment: whoever was refused comes back first. */
static void pause(isoft_pace_clock *clock, const isoft_pace_now *now, int64_t gap)
{
	int64_t until = now->monotonic_ns + GAPS_AFTER_REFUSAL * gap;
	int64_t next = atomic_load(&clock->next_ns);

	while (next < until && !atomic_compare_exchange_weak(&clock->next_ns, &next, until)) {
	}
}

void isoft_pacing_update(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now, const isoft_reply *reply)
{
	int64_t hold = hold_ms(reply, now);
	bool refused = reply->status == 429, strict;

	if (refused && gap_of(clock, pace) < DOCUMENTED[pace].gap_ns) {
		atomic_store(&clock->strict_until, now->wall_ms + STRICT_MS);
	}
	strict = atomic_load(&clock->strict_until) > now->wall_ms;
	atomic_store(&clock->gap_ns, gap_from(pace, now, &reply->limits, strict));
	if (hold) {
		atomic_store(&clock->held_until, now->wall_ms + hold);
	}
	if (refused && reply->retry_after < 0) {
		pause(clock, now, gap_of(clock, pace));
	}
}
