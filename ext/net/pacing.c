#include "net/pacing.h"

#include "support/assert.h"
#include "support/clock.h"

/*
 * Keap documents 25 calls a second and 1,500 a minute; for keys 5 and 240. Keap measures when calls arrive, so they
 * leave a little further apart.
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
	GAP_MAX_MS = 2000,   /* the gap never becomes wider, however few calls are left of a minute */
	HOLD_MAX_MS = 60000, /* after that one call may find out whether Keap still refuses all calls */
	WAIT_MAX_MS = 60000, /* no slot further ahead is reserved */
	STRICT_MS = 3600000, /* for so long Keap's refusal of a faster pace is remembered */
	IDLE_MS = 60000,     /* after that a clock without a call can be given to another rate key */
	LEARNED_IDLE_MS = 3600000,
	GAPS_AFTER_REFUSAL = 2, /* for so many gaps no call leaves */
	CATCH_UP_PART = 41      /* of a gap: by so much each slot makes up for a call that left late */
};

static int64_t pacing_min(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int64_t pacing_max(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

isoft_pace_now isoft_pacing_now(void)
{
	return (isoft_pace_now){.monotonic_ns = isoft_clock_monotonic_ns(), .wall_ms = isoft_clock_wall_ms()};
}

unsigned isoft_pacing_table(uint64_t rate_key)
{
	return (unsigned)(rate_key >> 32) % ISOFT_PACE_TABLES;
}

/* The place where the search for the clock of a rate key comes at its step `i`. */
static isoft_pace_clock *pacing_place(isoft_pace_table *table, uint64_t rate_key, uint64_t i)
{
	return &table->clocks[(rate_key % ISOFT_PACE_CLOCKS + i) % ISOFT_PACE_CLOCKS];
}

isoft_pace_clock *isoft_pacing_find(isoft_pace_table *table, uint64_t rate_key)
{
	for (uint64_t i = 0; i < ISOFT_PACE_CLOCKS; i++) {
		isoft_pace_clock *clock = pacing_place(table, rate_key, i);

		if (isoft_atomic_get_u64(&clock->owner) == rate_key) {
			return clock;
		}
	}
	return &table->clocks[ISOFT_PACE_CLOCKS];
}

/* Whether the clock says more than the documented pace: then its owner is remembered for longer. */
static bool pacing_says_more(isoft_pace_clock *clock, const isoft_pace_now *now)
{
	int64_t gap = isoft_atomic_get_i64(&clock->gap_ns);

	return (gap && gap != DOCUMENTED[ISOFT_PACE_OAUTH].gap_ns && gap != DOCUMENTED[ISOFT_PACE_KEY].gap_ns)
		|| isoft_atomic_get_i64(&clock->held_until) > now->wall_ms
		|| isoft_atomic_get_i64(&clock->strict_until) > now->wall_ms || isoft_atomic_get_i64(&clock->refused_at);
}

/* A slot further ahead than any reservation reaches is from an earlier boot of the machine. */
static bool pacing_is_over(isoft_pace_clock *clock, const isoft_pace_now *now)
{
	int64_t last = pacing_max(isoft_atomic_get_i64(&clock->next_ns), isoft_atomic_get_i64(&clock->sent_ns));
	int64_t idle_ms = pacing_says_more(clock, now) ? LEARNED_IDLE_MS : IDLE_MS;

	return last <= now->monotonic_ns - idle_ms * ISOFT_NS_PER_MS
		|| last > now->monotonic_ns + (WAIT_MAX_MS + GAP_MAX_MS) * ISOFT_NS_PER_MS;
}

/* Gives the clock of another owner to this one. Returns false if another process was faster. */
static bool pacing_take_over(isoft_pace_clock *clock, uint64_t rate_key)
{
	uint64_t owner = isoft_atomic_get_u64(&clock->owner);

	if (!isoft_atomic_replace_u64(&clock->owner, &owner, rate_key)) {
		return false;
	}
	isoft_atomic_set_i64(&clock->next_ns, 0);
	isoft_atomic_set_i64(&clock->gap_ns, 0);
	isoft_atomic_set_i64(&clock->held_until, 0);
	isoft_atomic_set_i64(&clock->strict_until, 0);
	isoft_atomic_set_i64(&clock->sent_ns, 0);
	isoft_atomic_set_i64(&clock->refused_at, 0);
	return true;
}

isoft_pace_clock *isoft_pacing_clock(isoft_pace_table *table, uint64_t rate_key, const isoft_pace_now *now)
{
	isoft_pace_clock *over = NULL, *found = isoft_pacing_find(table, rate_key);

	for (uint64_t i = 0; found == &table->clocks[ISOFT_PACE_CLOCKS] && i < ISOFT_PACE_CLOCKS; i++) {
		isoft_pace_clock *clock = pacing_place(table, rate_key, i);
		uint64_t owner = isoft_atomic_get_u64(&clock->owner);

		if (owner == rate_key || (!owner && isoft_atomic_replace_u64(&clock->owner, &owner, rate_key))
			|| owner == rate_key) {
			return clock;
		}
		over = !over && pacing_is_over(clock, now) ? clock : over;
	}
	return over && pacing_take_over(over, rate_key) ? over : found;
}

void isoft_pacing_copy(isoft_pace_clock *copy, isoft_pace_clock *clock)
{
	copy->unused = 0;
	isoft_atomic_set_u64(&copy->owner, isoft_atomic_get_u64(&clock->owner));
	isoft_atomic_set_i64(&copy->next_ns, isoft_atomic_get_i64(&clock->next_ns));
	isoft_atomic_set_i64(&copy->gap_ns, isoft_atomic_get_i64(&clock->gap_ns));
	isoft_atomic_set_i64(&copy->held_until, isoft_atomic_get_i64(&clock->held_until));
	isoft_atomic_set_i64(&copy->strict_until, isoft_atomic_get_i64(&clock->strict_until));
	isoft_atomic_set_i64(&copy->sent_ns, isoft_atomic_get_i64(&clock->sent_ns));
	isoft_atomic_set_i64(&copy->refused_at, isoft_atomic_get_i64(&clock->refused_at));
}

/* The value in memory may be anything: one that is out of range is ignored. */
int64_t isoft_pacing_gap_ns(isoft_pace_clock *clock, isoft_pace pace)
{
	int64_t gap = isoft_atomic_get_i64(&clock->gap_ns);

	ISOFT_ASSERT((size_t)pace < sizeof(DOCUMENTED) / sizeof(DOCUMENTED[0]));
	return gap > 0 && gap <= GAP_MAX_MS * ISOFT_NS_PER_MS ? gap : DOCUMENTED[pace].gap_ns;
}

static int64_t pacing_hold_left_ns(isoft_pace_clock *clock, const isoft_pace_now *now)
{
	int64_t held_until = isoft_atomic_get_i64(&clock->held_until);

	return held_until > now->wall_ms && held_until <= now->wall_ms + HOLD_MAX_MS
		? (held_until - now->wall_ms) * ISOFT_NS_PER_MS
		: 0;
}

/* The first free slot. A `next` further ahead than any reservation reaches is from an earlier boot of the machine. */
static int64_t pacing_slot_ns(int64_t next, int64_t start, int64_t now_ns)
{
	return next > start && next <= now_ns + (WAIT_MAX_MS + GAP_MAX_MS) * ISOFT_NS_PER_MS ? next : start;
}

/* The first slot of the frame at this time or later. */
static int64_t pacing_in_frame_ns(int64_t at, const isoft_pace_frame *frame)
{
	int64_t over = frame->period_ns > 0 ? (at - frame->phase_ns) % frame->period_ns : 0;

	return over > 0 ? at + frame->period_ns - over : at - over;
}

static int64_t pacing_reserve(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now,
	const isoft_pace_frame *frame, int64_t max_wait_ns, isoft_slot *slot)
{
	int64_t gap = isoft_pacing_gap_ns(clock, pace);
	int64_t start = now->monotonic_ns + pacing_hold_left_ns(clock, now);
	int64_t next = isoft_atomic_get_i64(&clock->next_ns);

	for (;;) {
		int64_t at = pacing_in_frame_ns(pacing_slot_ns(next, start, now->monotonic_ns), frame);
		int64_t wait = at - now->monotonic_ns;

		if (wait > pacing_min(max_wait_ns, WAIT_MAX_MS * ISOFT_NS_PER_MS)) {
			*slot = (isoft_slot){0, 0};
			return wait;
		}
		if (isoft_atomic_replace_i64(&clock->next_ns, &next, at + gap)) {
			*slot = (isoft_slot){at, at + gap};
			return wait;
		}
	}
}

int64_t isoft_pacing_reserve(
	isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now, int64_t max_wait_ns, isoft_slot *slot)
{
	static const isoft_pace_frame any_time = {0, 0};

	return pacing_reserve(clock, pace, now, &any_time, max_wait_ns, slot);
}

int64_t isoft_pacing_blocked_ns(isoft_pace_clock *clock, const isoft_pace_now *now)
{
	int64_t next = pacing_slot_ns(isoft_atomic_get_i64(&clock->next_ns), now->monotonic_ns, now->monotonic_ns);

	return pacing_max(next - now->monotonic_ns, pacing_hold_left_ns(clock, now));
}

void isoft_pacing_give_back(isoft_pace_clock *clock, const isoft_slot *slot)
{
	int64_t next = slot->next_ns;
	/* A lost exchange means that a later slot is reserved. */
	bool given = isoft_slot_is_reserved(slot) && isoft_atomic_replace_i64(&clock->next_ns, &next, slot->at_ns);

	(void)given;
}

int64_t isoft_pacing_admit(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now)
{
	int64_t gap = isoft_pacing_gap_ns(clock, pace);
	int64_t min_distance = gap - gap / CATCH_UP_PART;
	int64_t sent = isoft_atomic_get_i64(&clock->sent_ns);

	for (;;) {
		/* Compared before it is subtracted: the value in memory may be anything. */
		if (sent > now->monotonic_ns - min_distance && sent < now->monotonic_ns + min_distance) {
			return min_distance - (now->monotonic_ns - sent);
		}
		if (isoft_atomic_replace_i64(&clock->sent_ns, &sent, now->monotonic_ns)) {
			return 0;
		}
	}
}

int64_t isoft_pacing_reserve_in_frame(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now,
	const isoft_pace_frame *frame, int64_t max_wait_ns, isoft_slot *slot, bool *may_leave)
{
	int64_t wait_ns = pacing_reserve(clock, pace, now, frame, max_wait_ns, slot);

	if (wait_ns == 0) {
		wait_ns = isoft_pacing_admit(clock, pace, now);
		if (wait_ns > max_wait_ns) {
			isoft_pacing_give_back(clock, slot);
			*slot = (isoft_slot){0, 0};
		}
	}
	*may_leave = wait_ns == 0;
	return wait_ns;
}

int64_t isoft_pacing_reserve_or_leave(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now,
	int64_t max_wait_ns, isoft_slot *slot, bool *may_leave)
{
	static const isoft_pace_frame any_time = {0, 0};

	return isoft_pacing_reserve_in_frame(clock, pace, now, &any_time, max_wait_ns, slot, may_leave);
}

void isoft_pacing_note_sent(isoft_pace_clock *clock, const isoft_pace_now *now)
{
	isoft_atomic_set_i64(&clock->sent_ns, now->monotonic_ns);
}

/* The gap that spreads the calls left over the rest of the minute; 0 if Keap does not report them, or none are left. */
static int64_t pacing_spread_ns(const isoft_limit_window *window, const isoft_pace_now *now)
{
	int64_t left_ms = MINUTE_MS - now->wall_ms % MINUTE_MS;

	return window->available > 0 ? left_ms * ISOFT_NS_PER_MS / window->available : 0;
}

static int64_t pacing_gap_from_limits(
	isoft_pace pace, const isoft_pace_now *now, const isoft_limit_headers *limits, bool strict)
{
	int64_t gap = DOCUMENTED[pace].gap_ns;

	if (limits->minute.limit > 0) {
		gap = pacing_max(1, (int64_t)((double)gap * (double)DOCUMENTED[pace].minute / (double)limits->minute.limit));
	}
	if (strict) {
		gap = pacing_max(gap, DOCUMENTED[pace].gap_ns);
	}
	gap = pacing_max(
		gap, pacing_max(pacing_spread_ns(&limits->minute, now), pacing_spread_ns(&limits->tenant_minute, now)));
	return pacing_min(gap, GAP_MAX_MS * ISOFT_NS_PER_MS);
}

/* How long Keap will refuse all calls, by the figures of its reply. */
static int64_t pacing_hold_ms(const isoft_reply *reply, const isoft_pace_now *now)
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
		hold = pacing_max(hold, (int64_t)reply->retry_after * 1000);
	}
	return pacing_min(hold, HOLD_MAX_MS);
}

/* Postpones the next free slot by a few gaps: no call leaves meanwhile, so the refused call is repeated first. */
static void pacing_pause(isoft_pace_clock *clock, const isoft_pace_now *now, int64_t gap)
{
	int64_t until = now->monotonic_ns + GAPS_AFTER_REFUSAL * gap;
	int64_t next = isoft_atomic_get_i64(&clock->next_ns);

	while (next < until && !isoft_atomic_replace_i64(&clock->next_ns, &next, until)) {
	}
}

void isoft_pacing_update(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now, const isoft_reply *reply)
{
	int64_t hold = pacing_hold_ms(reply, now);
	bool refused = reply->status == 429, strict;

	if (refused && isoft_pacing_gap_ns(clock, pace) < DOCUMENTED[pace].gap_ns) {
		isoft_atomic_set_i64(&clock->strict_until, now->wall_ms + STRICT_MS);
	}
	strict = isoft_atomic_get_i64(&clock->strict_until) > now->wall_ms;
	isoft_atomic_set_i64(&clock->gap_ns, pacing_gap_from_limits(pace, now, &reply->limits, strict));
	if (hold) {
		isoft_atomic_set_i64(&clock->held_until, now->wall_ms + hold);
	}
	if (refused && reply->retry_after < 0) {
		pacing_pause(clock, now, isoft_pacing_gap_ns(clock, pace));
	}
}
