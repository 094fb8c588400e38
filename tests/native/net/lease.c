/* How the calls of one machine come to the instants that Redis leases to it: tickets, blocks, and Redis being away. */
#include "net/lease.h"

#include <stdlib.h>
#include <string.h>

#include "../check.h"

static const int64_t MS = 1000000, GAP = 41000000, NOW = INT64_C(1000000000000);
static const int64_t AHEAD_US = INT64_C(1800000000000000); /* Redis's clock, less the monotonic one */
static const uint64_t KEY = 7;

static isoft_leases leases;

static void begin(void)
{
	memset(&leases, 0, sizeof(leases));
}

/* When the next block is asked for, if the last one is one instant at 2 ms: 10 ms and a round trip before its end. */
enum { ASK_MS = 2 + 41 - 10 - 1 };

static isoft_lease_step next(isoft_lease_place *place, int64_t after_ms)
{
	return isoft_lease_next(&leases, KEY, NOW + after_ms * MS, 0, false, place);
}

/* Redis's answer to a question of 1 ms, which gives `count` instants from `first_ms` on. */
static void grant(int64_t asked_ms, int64_t first_ms, unsigned count)
{
	isoft_lease_reply reply = {.sent_ns = NOW + asked_ms * MS,
		.received_ns = NOW + (asked_ms + 1) * MS,
		.redis_us = NOW / 1000 + AHEAD_US + asked_ms * 1000 + 500,
		.first_us = NOW / 1000 + AHEAD_US + first_ms * 1000,
		.gap_ns = GAP,
		.count = count,
		.rank = 1,
		.machines = 3};

	isoft_lease_grant(&leases, KEY, &reply);
}

static void one_call(void)
{
	isoft_lease_place call = {0}, second = {0};

	begin();
	check(next(&call, 0) == ISOFT_LEASE_ASK && call.count == 1, "the first call asks for one instant");
	grant(0, 2, 1);
	check(next(&call, 1) == ISOFT_LEASE_SLOT && call.at_ns == NOW + 2 * MS,
		"it gets the instant, by the machine's own clock");
	check(call.last_ns == NOW + 4 * MS, "it may leave 2 ms late at most, since no instant follows");
	check(next(&second, 1) == ISOFT_LEASE_WAIT && second.ticket != call.ticket && second.at_ns == NOW + ASK_MS * MS,
		"the next call waits until shortly before the next one, so that others may join");
	check(next(&second, ASK_MS) == ISOFT_LEASE_ASK && second.count == 1, "then it asks");
}

static void one_asks_for_all(void)
{
	isoft_lease_place call[12] = {{0}};
	int waiting = 0, in_order = 0;

	begin();
	check(next(&call[0], 0) == ISOFT_LEASE_ASK, "the first call asks");
	for (int i = 1; i < 12; i++) {
		waiting += next(&call[i], 0) == ISOFT_LEASE_WAIT && call[i].at_ns == NOW + 2 * MS;
	}
	check(waiting == 11, "the others look again 2 ms later");
	grant(0, 2, 1);
	check(next(&call[0], 1) == ISOFT_LEASE_SLOT && next(&call[3], ASK_MS) == ISOFT_LEASE_ASK && call[3].count == 10,
		"one of them asks for all, 10 at most");
	grant(ASK_MS, 43, 10);
	for (int i = 1; i <= 10; i++) {
		in_order += next(&call[i], 34) == ISOFT_LEASE_SLOT && call[i].at_ns == NOW + 43 * MS + (i - 1) * GAP;
	}
	check(in_order == 10, "the instants go to the calls in the order in which they came");
	check(next(&call[11], 34) == ISOFT_LEASE_WAIT && call[11].at_ns == NOW + 43 * MS + 10 * GAP - (10 + 1) * MS,
		"the next block is asked for 10 ms and a round trip before this one ends");
	check(next(&call[11], 500) == ISOFT_LEASE_ASK && call[11].count == 1, "and by the call that waits for it");
}

static void batch(void)
{
	isoft_lease_place first = {0}, behind = {0}, late = {0};

	begin();
	check(isoft_lease_next(&leases, KEY, NOW, 5, false, &first) == ISOFT_LEASE_ASK && first.count == 6,
		"a batch asks for those that wait behind its first call too");
	grant(0, 2, 6);
	check(next(&first, 1) == ISOFT_LEASE_SLOT && next(&behind, 20) == ISOFT_LEASE_SLOT
			&& behind.at_ns == NOW + 2 * MS + GAP,
		"they get their instants without a question");
	check(next(&late, 130) == ISOFT_LEASE_SLOT && late.at_ns == NOW + 2 * MS + 4 * GAP,
		"an instant that nobody has taken when its time comes is over");
}

static void too_late(void)
{
	isoft_lease_place slow = {0}, next_one = {0};

	begin();
	check(next(&slow, 0) == ISOFT_LEASE_ASK, "a call asks");
	grant(0, 2, 1);
	check(next(&slow, 5) == ISOFT_LEASE_WAIT && slow.ticket == 2,
		"a call that comes 3 ms after its instant needs another");
	begin();
	isoft_lease_next(&leases, KEY, NOW, 2, false, &slow);
	grant(0, 2, 3);
	next(&slow, 0);
	check(next(&slow, 60) == ISOFT_LEASE_SLOT, "where its block goes on, it may leave late");
	check(next(&next_one, 60) == ISOFT_LEASE_SLOT && next_one.at_ns == NOW + 2 * MS + 2 * GAP,
		"and the next call has the instant that comes next");
}

static void killed_process(void)
{
	isoft_lease_place killed = {0}, other = {0};

	begin();
	next(&killed, 0);
	check(next(&other, 100) == ISOFT_LEASE_WAIT, "while a process asks, the others wait");
	check(next(&other, 300) == ISOFT_LEASE_ASK && other.count == 2, "after 300 ms another one asks");
}

static void give_up(void)
{
	isoft_lease_place first = {0}, middle = {0}, last = {0}, again = {0};

	begin();
	next(&first, 0);
	next(&middle, 0);
	next(&last, 0);
	isoft_lease_give_up(&leases, KEY, &last);
	next(&again, 0);
	check(last.ticket == 0 && again.ticket == 3, "the last ticket is free again when it is given up");
	isoft_lease_give_up(&leases, KEY, &middle);
	next(&middle, 0);
	check(middle.ticket == 4, "an earlier one is lost");
}

static void yields(void)
{
	isoft_lease_place people = {0}, import = {0};

	begin();
	next(&people, 0);
	check(isoft_lease_next(&leases, KEY, NOW, 0, true, &import) == ISOFT_LEASE_WAIT && import.ticket == 0,
		"a call of low priority takes no ticket while another call waits");
	grant(0, 2, 1);
	check(isoft_lease_next(&leases, KEY, NOW + ASK_MS * MS, 0, true, &import) == ISOFT_LEASE_ASK,
		"when none waits, it asks");
}

static void away(void)
{
	isoft_lease_place call = {0}, other = {0};
	isoft_pace_frame frame;

	begin();
	check(!isoft_lease_frame(&leases, KEY, NOW, GAP, &frame), "a machine that never reached Redis has no place");
	next(&call, 0);
	grant(0, 2, 1);
	next(&call, 0);
	next(&other, 0);
	isoft_lease_redis_is_away(&leases, KEY, NOW + 250 * MS);
	check(next(&other, 251) == ISOFT_LEASE_AWAY && other.ticket == 0 && next(&call, 5249) == ISOFT_LEASE_AWAY,
		"for 5 s nobody asks");
	check(next(&call, 5250) == ISOFT_LEASE_ASK && call.count == 1, "then one does, for itself");
	check(next(&other, 5251) == ISOFT_LEASE_WAIT, "and the others wait for what it hears");
	grant(5250, 5252, 1);
	check(next(&call, 5251) == ISOFT_LEASE_SLOT && next(&other, 5250 + ASK_MS) == ISOFT_LEASE_ASK, "Redis is back");
}

/* What the frames of three machines say, in Redis's time. */
static void frame_of_three(void)
{
	const int64_t place = GAP * 3 / 2;
	isoft_pace_frame frame;
	int apart = 0;

	for (unsigned rank = 0; rank < 3; rank++) {
		isoft_lease_reply reply = {.sent_ns = NOW,
			.received_ns = NOW,
			.redis_us = NOW / 1000 + AHEAD_US + rank * 777,
			.gap_ns = GAP,
			.rank = rank,
			.machines = 3};
		int64_t in_redis;

		begin();
		isoft_lease_grant(&leases, KEY, &reply);
		if (!check(isoft_lease_frame(&leases, KEY, NOW, GAP, &frame), "machine %u of 3 has a place", rank)) {
			return;
		}
		in_redis = frame.phase_ns + (AHEAD_US + rank * 777) * 1000;
		apart += frame.period_ns == 3 * place && (in_redis - rank * place) % frame.period_ns == 0;
	}
	check(apart == 3, "three machines have three places in the frame, each one and a half gaps from the next");
	isoft_lease_redis_is_away(&leases, KEY, NOW);
	check(isoft_lease_frame(&leases, KEY, NOW + 901000 * MS, GAP, &frame) && frame.period_ns == 6 * place,
		"after a quarter of an hour without Redis each leaves every second place out");
}

static void counted(void)
{
	isoft_lease_place call = {0};

	begin();
	check(!isoft_lease_machines(&leases, KEY, NOW), "Redis has not counted a machine that never asked");
	next(&call, 0);
	grant(0, 2, 1);
	check(isoft_lease_machines(&leases, KEY, NOW + 9000 * MS) == 3, "it has for 10 s after it told its place");
	check(!isoft_lease_machines(&leases, KEY, NOW + 12000 * MS), "then it is asked again");
}

static int64_t ahead_after(int64_t trip_ms, int64_t at_ms, int64_t says_us)
{
	isoft_lease_reply reply = {.sent_ns = NOW + at_ms * MS,
		.received_ns = NOW + (at_ms + trip_ms) * MS,
		.redis_us = NOW / 1000 + says_us + (at_ms + trip_ms / 2) * 1000,
		.gap_ns = GAP};

	isoft_lease_grant(&leases, KEY, &reply);
	return isoft_atomic_get_i64(&leases.clock.ahead_ns) / 1000;
}

static void clocks(void)
{
	begin();
	check(ahead_after(10, 0, 5000000) == 5000000, "the first round trip says Redis's time");
	check(ahead_after(4, 20, 5001000) == 5001000, "a shorter one says it better");
	check(ahead_after(20, 40, 5009000) == 5001000, "a longer one does not");
	check(ahead_after(20, 20000, 5009000) == 5009000, "but after 10 s it does");
	check(isoft_lease_lead_ns(&leases) == 20 * MS, "a block begins so long after the question as the last one took");
	check(isoft_lease_unsure_ns(&leases, NOW + 21000 * MS) == 10 * MS + MS / 10,
		"half the round trip and 0.1 ms may be wrong");
	check(isoft_lease_unsure_ns(&leases, NOW + 40000 * MS) == 3 * MS, "3 ms where the last round trip was long ago");
}

static void many_rate_keys(void)
{
	isoft_lease_place place = {0}, other = {0};

	begin();
	next(&place, 0);
	grant(0, 2, 1);
	for (uint64_t key = 100; key < 100 + ISOFT_LEASES; key++) {
		isoft_lease_reply reply = {.sent_ns = NOW, .received_ns = NOW, .redis_us = 1, .first_us = 1000000, .count = 1};

		isoft_lease_next(&leases, key, NOW, 0, false, &other);
		isoft_lease_grant(&leases, key, &reply);
	}
	check(next(&place, 1) != ISOFT_LEASE_AWAY && place.ticket > 0, "with more rate keys than places one begins again");
}

static void any_memory(void)
{
	int sane = 0;

	srand(1);
	for (int i = 0; i < 20000; i++) {
		isoft_lease_place place = {.ticket = rand() % 4};
		isoft_pace_frame frame = {1, 0};
		isoft_lease_step step;

		for (size_t at = 0; at < sizeof(leases); at++) {
			((unsigned char *)&leases)[at] = (unsigned char)(rand() % 3 ? 0 : rand());
		}
		isoft_atomic_set_u64(&leases.leases[3].owner, KEY);
		step = next(&place, 0);
		isoft_lease_frame(&leases, KEY, NOW, GAP, &frame);
		sane += frame.period_ns > 0 && (step != ISOFT_LEASE_WAIT || place.at_ns <= NOW + 3600000 * MS * 2)
			&& (step != ISOFT_LEASE_ASK || (place.count >= 1 && place.count <= ISOFT_LEASE_MOST));
	}
	check(sane == 20000, "any bytes in memory are survived");
}

int main(void)
{
	one_call();
	one_asks_for_all();
	batch();
	too_late();
	killed_process();
	give_up();
	yields();
	away();
	frame_of_three();
	counted();
	clocks();
	many_rate_keys();
	any_memory();
	return check_end();
}
