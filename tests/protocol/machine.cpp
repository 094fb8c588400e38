/* What a machine does by the protocol: it looks, adopts, offers, begins, exchanges and publishes. */
#include "keap.h"
#include "property.h"
#include "redis.h"
#include "steps.h"

void write_local(World &world, int machine, Record record)
{
	Machine &writer = world.machine[machine];

	check_order(world, writer.local, record, LOCAL_WENT_BACK);
	writer.local = record;
	writer.mark = 0;
}

bool may_refresh(const World &world, int machine)
{
	const Record pair = world.machine[machine].local;

	/* A POST for a revoked grant spends nothing, so it is left out. */
	return pair.kind == PAIR && pair.serial < config.serials && !world.lineage[pair.lineage].dead;
}

/* At due time, at a 401, at a heartbeat, at the first use after a pause. Its time is free. */
static void look(const World &from, int machine, Steps &steps)
{
	const Record shared = redis_of(from, machine).record;
	const int distance = order(from, from.machine[machine].local) - order(from, shared);
	const bool offers = distance > 0 || (distance < 0 && off(PUT_ORDER));
	const bool adopts = distance < 0 || (distance > 0 && off(ADOPT_ORDER) && shared.kind != NO_RECORD);

	if (World to = from; offers && !off(OFFERS)) {
		put(to, machine, off(OFFER_UNTRUSTED));
		steps.add(to, machine, "looks: offers its record");
	}
	if (World to = from; adopts && !off(ADOPTS)) {
		write_local(to, machine, shared);
		steps.add(to, machine, "looks: adopts the record of Redis");
	}
}

static const char *text_of(Begin answer)
{
	switch (answer) {
		case Begin::WAIT:
			return "begin: WAIT, and asks";
		case Begin::GO:
			return "begin: GO";
		case Begin::GO_AGAIN:
			return "begin: GO again";
		case Begin::LAST_RESORT:
			return "begin: GO, the last resort";
		case Begin::FORCED:
			return "begin: GO, forced";
		default:
			return "begin: nothing to begin, or another is busy";
	}
}

static Excuse excuse_of(const World &world, int machine, Begin answer)
{
	if (answer == Begin::FORCED) {
		return FORCED_EXCUSE;
	}
	return answer == Begin::LAST_RESORT && is_excused(world, machine) ? LAST_RESORT_EXCUSE : NO_EXCUSE;
}

static void enter_exchange(World &world, int machine, Begin answer)
{
	Machine &poster = world.machine[machine];

	if (answer != Begin::GO_AGAIN) {
		poster.excuse = excuse_of(world, machine, answer);
	}
	poster.step = GO;
	poster.life = 1;
}

void send_begin(World to, int machine, bool force, Steps &steps)
{
	const Begin answer = begin(to, machine, force);

	if (says_go(answer)) {
		World lost = to;

		enter_exchange(to, machine, answer);
		if (strike(lost, BEGIN_REPLY)) {
			lost.machine[machine].step = ASKING;
			lost.machine[machine].excuse = to.machine[machine].excuse;
			steps.add(lost, machine, "begin: GO, but the reply is lost");
		}
	} else if (!off(BOUND)) {
		end_exchange(to, machine);
	}
	steps.add(to, machine, text_of(answer));
}

static void go_without_redis(const World &from, int machine, Steps &steps)
{
	World to = from;

	to.machine[machine].step = GO;
	steps.add(to, machine, "has an expired token and no Redis: goes alone");
}

static void idle_steps(const World &from, int machine, Steps &steps)
{
	const bool reaches_redis = from.machine[machine].reaches_redis;

	if (reaches_redis) {
		look(from, machine, steps);
	}
	if (!may_refresh(from, machine)) {
		return;
	}
	if (reaches_redis) {
		send_begin(from, machine, false, steps);
	} else if (off(REDIS_NEEDED) && has_expired(from, machine)) {
		go_without_redis(from, machine, steps);
	}
}

/* The reply of begin was lost. Begin may be sent again, as the same attempt; or the machine gives up. */
static void ask_again(const World &from, int machine, Steps &steps)
{
	if (from.machine[machine].reaches_redis) {
		send_begin(from, machine, from.machine[machine].excuse == FORCED_EXCUSE, steps);
	}
	if (World to = from; !off(BOUND)) {
		end_exchange(to, machine);
		steps.add(to, machine, "gives up begin");
	}
}

static void mark(const World &from, int machine, Steps &steps)
{
	World to = from;

	to.machine[machine].step = MARKED;
	to.machine[machine].mark = 1;
	steps.add(to, machine, "stores its local mark");
}

static void send_post(const World &from, int machine, Steps &steps)
{
	World to = from, lost = from;

	if (!from.machine[machine].reaches_keap) {
		to.machine[machine].step = WITHDRAWING;
		steps.add(to, machine, "cannot reach Keap: nothing is sent");
		return;
	}
	post(to, machine);
	steps.add(to, machine, to.machine[machine].accepted ? "POSTs: Keap accepts" : "POSTs: Keap refuses");
	if (strike(lost, REPLY)) {
		end_exchange(lost, machine);
		steps.add(lost, machine, "POSTs: lost on the way, the outcome is unknown");
	}
}

static void receive(const World &from, int machine, Steps &steps)
{
	World to = from, lost = from;

	if (from.machine[machine].accepted) {
		to.machine[machine].step = RECEIVED;
		steps.add(to, machine, "reads Keap's reply");
	} else {
		end_exchange(to, machine);
		to.machine[machine].mark = 0;
		steps.add(to, machine, "reads Keap's refusal");
	}
	if (strike(lost, REPLY)) {
		end_exchange(lost, machine);
		steps.add(lost, machine, "does not get Keap's reply");
	}
}

static void store(const World &from, int machine, Steps &steps)
{
	World to = from;
	Machine &poster = to.machine[machine];
	Record record = poster.local;

	record.serial++;
	write_local(to, machine, record);
	poster.step = STORED;
	poster.accepted = 0;
	poster.excuse = NO_EXCUSE;
	poster.overtaken &= poster.left_behind;
	steps.add(to, machine, "stores the new pair");
}

static void publish(const World &from, int machine, Steps &steps)
{
	World to = from;
	const bool may_put = !off(PUBLISH_FREE) || redis_of(from, machine).attempt == attempt_of(machine);
	Put answer = Put::REFUSED;

	if (from.machine[machine].reaches_redis && may_put) {
		answer = put(to, machine, from.machine[machine].life);
	}
	if (World lost = to; answer == Put::WRITTEN && strike(lost, PUT_REPLY)) {
		lost.machine[machine].life &= off(FIRST_SENDING);
		steps.add(lost, machine, "puts, but the reply is lost");
	}
	if (answer == Put::NEWER && !off(ADOPTS)) {
		write_local(to, machine, redis_of(to, machine).record);
	}
	end_exchange(to, machine);
	steps.add(to, machine, answer == Put::REFUSED ? "cannot put: leaves it to a later look" : "puts");
}

static void withdraw(const World &from, int machine, Steps &steps)
{
	World to = from;

	if (from.machine[machine].reaches_redis) {
		end_nothing(to, machine);
	}
	to.machine[machine].mark = 0;
	end_exchange(to, machine);
	steps.add(to, machine, "ends its attempt: NOTHING");
}

void machine_steps(const World &from, int machine, Steps &steps)
{
	static void (*const by_step[])(const World &, int, Steps &) = {
		idle_steps, ask_again, mark, send_post, receive, store, publish, withdraw};

	by_step[from.machine[machine].step](from, machine, steps);
}
