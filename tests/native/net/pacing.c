/* When calls may leave: slots, late calls, corrections from Keap's replies, and many processes at once. */
#include "net/pacing.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../check.h"

enum { PROCESSES = 8, TAKES = 2000 };

static const int64_t MS = 1000000;
static const int64_t OAUTH_GAP = 41000000;
static const int64_t KEY_GAP = 205000000;
static const int64_t LONG = INT64_C(50000) * 1000000;

/* 15 seconds into some minute. */
static const isoft_pace_now NOON = {.monotonic_ns = INT64_C(1000000000000), .wall_ms = INT64_C(1800000015000)};

static isoft_pace_now later(int64_t ms)
{
	return (isoft_pace_now){.monotonic_ns = NOON.monotonic_ns + ms * MS, .wall_ms = NOON.wall_ms + ms};
}

static int64_t take(isoft_pace_clock *clock, isoft_pace_now now, int64_t most_ns)
{
	isoft_slot slot;

	return isoft_pacing_reserve(clock, ISOFT_PACE_OAUTH, &now, most_ns, &slot);
}

static isoft_reply reply_of(long status)
{
	isoft_reply reply = {.state = ISOFT_REPLY_WHOLE, .status = status, .retry_after = -1};

	isoft_limit_headers_init(&reply.limits);
	return reply;
}

static void learn(isoft_pace_clock *clock, isoft_pace_now now, const isoft_reply *reply)
{
	isoft_pacing_update(clock, ISOFT_PACE_OAUTH, &now, reply);
}

static void line(void)
{
	isoft_pace_clock clock = {0}, key = {0};
	isoft_slot slot;

	check(take(&clock, NOON, 0) == 0, "the first slot is now");
	check(take(&clock, NOON, LONG) == OAUTH_GAP, "the second slot is one gap later");
	check(take(&clock, later(10), LONG) == 2 * OAUTH_GAP - 10 * MS,
		"the third slot is two gaps after the first, whenever it is reserved");
	check(take(&clock, later(10), 50 * MS) == 3 * OAUTH_GAP - 10 * MS, "a wait over the maximum is returned");
	check(take(&clock, later(10), LONG) == 3 * OAUTH_GAP - 10 * MS, "a wait over the maximum reserves no slot");
	check(take(&clock, later(60000), 0) == 0, "after a pause the next slot is now");
	check(take(&clock, later(60000), LONG) == OAUTH_GAP, "after a pause there is no burst");
	check(isoft_pacing_reserve(&key, ISOFT_PACE_KEY, &NOON, 0, &slot) == 0
			&& isoft_pacing_reserve(&key, ISOFT_PACE_KEY, &NOON, LONG, &slot) == KEY_GAP,
		"API keys have their own gap");
}

static void give_back(void)
{
	isoft_pace_clock clock = {0};
	isoft_slot first, second, none;

	check(isoft_pacing_reserve(&clock, ISOFT_PACE_OAUTH, &NOON, LONG, &first) == 0
			&& isoft_pacing_reserve(&clock, ISOFT_PACE_OAUTH, &NOON, LONG, &second) == OAUTH_GAP
			&& isoft_pacing_reserve(&clock, ISOFT_PACE_OAUTH, &NOON, 0, &none) == 2 * OAUTH_GAP,
		"two slots are reserved, and a third one comes too late");
	isoft_pacing_give_back(&clock, &none);
	isoft_pacing_give_back(&clock, &first);
	check(take(&clock, NOON, 0) == 2 * OAUTH_GAP, "a slot with a later one behind it goes unused");
	isoft_pacing_give_back(&clock, &second);
	check(take(&clock, NOON, LONG) == OAUTH_GAP, "the last slot is free again when it is given back");
}

static int64_t leave(isoft_pace_clock *clock, isoft_pace_now now)
{
	return isoft_pacing_admit(clock, ISOFT_PACE_OAUTH, &now);
}

/* A call of low priority may not wait: it must not keep a slot that it cannot leave in. */
static void low_priority(void)
{
	isoft_pace_clock clock = {0};
	isoft_pace_now now = later(2 * 41);
	isoft_slot slot;
	bool may_leave;
	int64_t wait;

	take(&clock, NOON, 0);
	isoft_pacing_note_sent(&clock, &now); /* the first call left two gaps late */
	now = later(2 * 41 + 10);
	wait = isoft_pacing_reserve_or_leave(&clock, ISOFT_PACE_OAUTH, &now, 0, &slot, &may_leave);
	check(wait == 30 * MS && !may_leave && !isoft_slot_is_reserved(&slot),
		"a call of low priority reserves nothing while a late call stands in its way");
	check(take(&clock, now, 0) == 0, "so the slot is free for a visitor's call");
	isoft_pacing_give_back(&clock, &(isoft_slot){now.monotonic_ns, now.monotonic_ns + OAUTH_GAP});
	wait = isoft_pacing_reserve_or_leave(&clock, ISOFT_PACE_OAUTH, &now, LONG, &slot, &may_leave);
	check(wait == 30 * MS && !may_leave && isoft_slot_is_reserved(&slot), "a call that may wait keeps the slot");
	isoft_pacing_give_back(&clock, &slot);
	now = later(3 * 41 + 1);
	wait = isoft_pacing_reserve_or_leave(&clock, ISOFT_PACE_OAUTH, &now, 0, &slot, &may_leave);
	check(wait == 0 && may_leave && isoft_slot_is_reserved(&slot), "it leaves when nothing stands in its way");
}

static void late(void)
{
	isoft_pace_clock clock = {0};
	isoft_pace_now before = later(99), now = later(100);

	check(leave(&clock, later(0)) == 0 && leave(&clock, later(41)) == 0, "a call in its slot leaves");
	check(leave(&clock, later(100)) == 0, "a late call leaves at once");
	check(leave(&clock, later(123)) == 17 * MS, "the next call leaves no closer than 40 ms to a late one");
	check(leave(&clock, later(139)) == 1 * MS && leave(&clock, later(140)) == 0,
		"asking again does not change when it leaves");
	check(leave(&clock, later(180)) == 0, "each call makes up for one millisecond of the delay");
	clock = (isoft_pace_clock){0};
	isoft_pacing_note_sent(&clock, &now);
	check(leave(&clock, before) == 41 * MS, "a call whose time was read before another left keeps its distance too");
	check(leave(&clock, later(139)) == 1 * MS, "later calls are spaced from the noted send time");
	memset(&clock, 0x7f, sizeof(clock));
	check(leave(&clock, NOON) == 0 && leave(&clock, NOON) == 40 * MS, "a send time from another boot delays no call");
}

static void fill(isoft_pace_clock *clock, int64_t value)
{
	isoft_atomic_set_i64(&clock->next_ns, value);
	isoft_atomic_set_i64(&clock->gap_ns, value);
	isoft_atomic_set_i64(&clock->held_until, value);
	isoft_atomic_set_i64(&clock->strict_until, value);
	isoft_atomic_set_i64(&clock->sent_ns, value);
	isoft_atomic_set_i64(&clock->refused_at, value);
}

static void garbage(void)
{
	isoft_pace_clock clock;

	memset(&clock, 0x7f, sizeof(clock));
	check(take(&clock, NOON, 0) == 0, "a clock from another boot, or with random memory, delays no call");
	check(take(&clock, NOON, LONG) == OAUTH_GAP, "a clock from another boot continues from now");
	memset(&clock, 0xff, sizeof(clock));
	check(take(&clock, NOON, 0) == 0 && take(&clock, NOON, LONG) == OAUTH_GAP,
		"a clock with negative times delays no call");
	fill(&clock, INT64_MIN);
	check(take(&clock, NOON, 0) == 0 && take(&clock, NOON, LONG) == OAUTH_GAP,
		"a clock with the smallest number everywhere delays no call");
	fill(&clock, INT64_MIN);
	check(leave(&clock, NOON) == 0 && leave(&clock, NOON) == 40 * MS, "the smallest send time delays no call");
	fill(&clock, INT64_MAX);
	check(take(&clock, NOON, 0) == 0 && leave(&clock, NOON) == 0, "the largest number everywhere delays no call");
}

static void limits(void)
{
	isoft_pace_clock clock = {0};
	isoft_reply reply = reply_of(200);

	reply.limits.minute.limit = 15000;
	reply.limits.minute.available = 14000;
	learn(&clock, NOON, &reply);
	take(&clock, NOON, 0);
	check(take(&clock, NOON, LONG) == OAUTH_GAP / 10, "with ten times the documented limit the gap is a tenth");

	reply = reply_of(429);
	reply.limits.minute.limit = 15000;
	learn(&clock, later(1000), &reply);
	check(take(&clock, later(1000), LONG) == 2 * OAUTH_GAP, "after a refusal no slot is free for two gaps");
	check(take(&clock, later(1000), LONG) == 3 * OAUTH_GAP, "after a refusal the gap is the documented one");
	reply.status = 200;
	learn(&clock, later(3590000), &reply);
	take(&clock, later(3590000), LONG);
	check(take(&clock, later(3590000), LONG) == OAUTH_GAP, "the documented gap stays for an hour");
	learn(&clock, later(3602000), &reply);
	take(&clock, later(3602000), LONG);
	check(take(&clock, later(3602000), LONG) == OAUTH_GAP / 10, "after an hour the gap is a tenth again");

	reply = reply_of(200);
	learn(&clock, later(3700000), &reply);
	take(&clock, later(3700000), LONG);
	check(
		take(&clock, later(3700000), LONG) == OAUTH_GAP, "after a reply without figures the gap is the documented one");
}

static void windows(void)
{
	isoft_pace_clock clock = {0};
	isoft_reply reply = reply_of(200);

	/* 45 s of the minute are left. */
	reply.limits.minute.limit = 1500;
	reply.limits.minute.available = 450;
	learn(&clock, NOON, &reply);
	take(&clock, NOON, 0);
	check(take(&clock, NOON, LONG) == 100 * MS, "the calls left in a minute are spread over it");

	reply.limits.minute.available = 5;
	learn(&clock, later(1000), &reply);
	take(&clock, later(1000), LONG);
	check(take(&clock, later(1000), LONG) == 2000 * MS, "the gap is never wider than two seconds");

	reply.limits.minute.available = 0;
	learn(&clock, later(5000), &reply);
	check(take(&clock, later(5000), LONG) == 40000 * MS,
		"if no calls are left in a minute, the next slot is in the next minute");
	check(take(&clock, later(5000), 1000 * MS) > 40000 * MS, "slots in the next minute are one gap apart");

	reply = reply_of(200);
	reply.limits.day.available = 0;
	memset(&clock, 0, sizeof(clock));
	learn(&clock, NOON, &reply);
	check(take(&clock, NOON, LONG * 2) == 60000 * MS, "if no calls are left in a day, the next slot is a minute later");

	reply = reply_of(429);
	reply.retry_after = 7;
	memset(&clock, 0, sizeof(clock));
	learn(&clock, NOON, &reply);
	check(take(&clock, NOON, LONG) == 7000 * MS, "after Retry-After no slot is free until then");
}

/* The clock of this rate key, after a call with it left. */
static isoft_pace_clock *call_with(isoft_pace_table *table, uint64_t rate_key, isoft_pace_now now)
{
	isoft_pace_clock *clock = isoft_pacing_clock(table, rate_key, &now);

	take(clock, now, 0);
	isoft_pacing_note_sent(clock, &now);
	return clock;
}

static void marks(void)
{
	isoft_pace_table *table = calloc(1, sizeof(*table));
	isoft_pace_clock *first = call_with(table, 7, NOON), *shared = &table->clocks[ISOFT_PACE_CLOCKS];

	check(isoft_pacing_find(table, 7) == first && isoft_pacing_find(table, 8) == shared,
		"who only asks for a clock claims none");
	check(call_with(table, 7, NOON) == first, "a rate key keeps its clock");
	check(call_with(table, 7 + ISOFT_PACE_CLOCKS, NOON) != first,
		"two rate keys have two clocks, even if they begin to search at the same place");
	for (uint64_t mark = 1000; mark < 1100; mark++) {
		call_with(table, mark, later(1000));
	}
	check(call_with(table, 7, later(1000)) == first, "a rate key keeps its clock when the table is full");
	check(call_with(table, 5000, later(1000)) == shared, "further rate keys share the last clock");
	free(table);
}

/* A table in which all clocks but that of rate key 7 had a call a minute later. */
static isoft_pace_table *full_table(void)
{
	isoft_pace_table *table = calloc(1, sizeof(*table));

	call_with(table, 7, NOON);
	for (uint64_t mark = 1000; mark < 1100; mark++) {
		call_with(table, mark, later(50000));
	}
	return table;
}

static void owners(void)
{
	isoft_pace_table *table = full_table();
	isoft_pace_clock *of_seven = isoft_pacing_find(table, 7), *shared = &table->clocks[ISOFT_PACE_CLOCKS];
	isoft_pace_now refused = later(0);
	isoft_reply reply = reply_of(429);

	check(isoft_pacing_clock(table, 5000, &(isoft_pace_now){later(59000).monotonic_ns, 0}) == shared,
		"a clock keeps its owner for a minute");
	reply.retry_after = 30;
	isoft_pacing_update(
		of_seven, ISOFT_PACE_OAUTH, &(isoft_pace_now){refused.monotonic_ns, later(50000).wall_ms}, &reply);
	check(call_with(table, 5000, later(61000)) == shared, "a clock that Keap holds keeps its owner for longer");
	check(call_with(table, 5000, later(85000)) == of_seven, "after that a new rate key takes it over");
	check(isoft_pacing_find(table, 7) == shared && take(of_seven, later(85000), LONG) == OAUTH_GAP,
		"and with it nothing of the owner before");
	free(table);
	table = full_table();
	of_seven = isoft_pacing_find(table, 7);
	shared = &table->clocks[ISOFT_PACE_CLOCKS];
	isoft_atomic_set_i64(&of_seven->refused_at, 1);
	check(call_with(table, 5000, later(70000)) == shared, "that Keap refused a key is kept");
	check(call_with(table, 5000, later(3601000)) != shared, "for an hour");
	free(table);
}

/* 10,000 credentials that all call within a minute: what the shared area has must do. */
static void many_owners(void)
{
	isoft_pace_table *tables = calloc(ISOFT_PACE_TABLES, sizeof(*tables));
	uint64_t mark = 88172645463325252U;
	int without = 0;

	for (int i = 0; i < 10000; i++) {
		mark ^= mark << 13;
		mark ^= mark >> 7;
		mark ^= mark << 17;
		call_with(&tables[isoft_pacing_table(mark)], mark, later(i));
	}
	for (int i = 0; i < ISOFT_PACE_TABLES; i++) {
		without += isoft_atomic_get_i64(&tables[i].clocks[ISOFT_PACE_CLOCKS].sent_ns) != 0;
	}
	check(without == 0, "10,000 rate keys have a clock each");
	free(tables);
}

static int compare(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return left < right ? -1 : left > right;
}

static void processes(void)
{
	size_t size = sizeof(isoft_pace_clock) + sizeof(int64_t[PROCESSES][TAKES]);
	isoft_pace_clock *clock = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int64_t *taken = (int64_t *)(clock + 1);
	bool apart = true;

	isoft_atomic_set_i64(&clock->gap_ns, 1000);
	for (int i = 0; i < PROCESSES; i++) {
		if (fork() == 0) {
			for (int j = 0; j < TAKES; j++) {
				taken[i * TAKES + j] = take(clock, NOON, LONG);
			}
			_exit(0);
		}
	}
	while (wait(NULL) > 0) {
	}
	qsort(taken, PROCESSES * TAKES, sizeof(*taken), compare);
	for (int i = 0; i < PROCESSES * TAKES; i++) {
		apart = apart && taken[i] == (int64_t)i * 1000;
	}
	check(apart, "%d processes that reserve at once never get the same slot, and skip none", PROCESSES);
	munmap(clock, size);
}

int main(void)
{
	line();
	give_back();
	late();
	low_priority();
	garbage();
	limits();
	windows();
	marks();
	owners();
	many_owners();
	processes();
	return check_end();
}
