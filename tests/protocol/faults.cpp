/* The faults, and how they end. What a fault takes from a machine, a recovery gives back, at any time or never. */
#include "redis.h"
#include "steps.h"

static void die(World &world, int machine)
{
	Machine &dying = world.machine[machine];

	leave_old_master(dying);
	end_exchange(world, machine);
	dying.up = 0;
	dying.reaches_redis = dying.reaches_keap = 1; /* as it will be when the machine starts again */
	if (config.volatile_stores >> machine & 1) {
		dying.local = Record();
		dying.mark = 0;
	}
}

void machine_faults(const World &from, int machine, Steps &steps)
{
	const Machine &own = from.machine[machine];

	if (World to = from; strike(to, DEATH)) {
		die(to, machine);
		steps.add(to, machine, "dies");
	}
	if (World to = from; own.step != IDLE && strike(to, KILL)) {
		end_exchange(to, machine);
		steps.add(to, machine, "loses its exchange: killed");
	}
	if (World to = from; own.reaches_redis && strike(to, CUT_REDIS)) {
		to.machine[machine].reaches_redis = 0;
		leave_old_master(to.machine[machine]);
		steps.add(to, machine, "is cut from Redis");
	}
	if (World to = from; own.reaches_keap && strike(to, CUT_KEAP)) {
		to.machine[machine].reaches_keap = 0;
		steps.add(to, machine, "is cut from Keap");
	}
}

/* A backup holds an earlier record, or none, or the present one without its mark. */
static void start_from_backup(const World &started, int machine, Steps &steps)
{
	const Machine &own = started.machine[machine];
	World to = started;
	const auto restore = [&](Record record) {
		to.machine[machine].local = record;
		to.machine[machine].mark = 0;
		to.machine[machine].returned = 1;
		steps.add(to, machine, "starts again from an older backup");
	};

	if (own.local.kind == NO_RECORD || !strike(to, BACKUP)) {
		return;
	}
	restore(Record());
	for (uint8_t i = 0; i < started.lineages; i++) {
		const Lineage &lineage = started.lineage[i];

		for (uint8_t serial = 1; serial <= lineage.serial; serial++) {
			if (const Record record = {lineage.kind, i, serial};
				true_order(started, record) < true_order(started, own.local)) {
				restore(record);
			}
		}
	}
	if (own.mark) {
		restore(own.local);
	}
}

/* What ends a fault: the machine is back and has not looked yet. */
static void return_to_redis(World &world, int machine)
{
	Machine &returning = world.machine[machine];

	leave_old_master(returning);
	returning.reaches_redis = 1;
	returning.returned = 1;
}

void recovery_steps(const World &from, int machine, Steps &steps)
{
	const Machine &own = from.machine[machine];
	World to = from;

	if (from.over) {
		return;
	}
	if (!own.up) {
		to.machine[machine].up = 1;
		to.machine[machine].returned = 1;
		steps.add(to, machine, "starts again");
		start_from_backup(to, machine, steps);
		return;
	}
	if (!own.reaches_redis || own.left_behind) {
		return_to_redis(to, machine);
		steps.add(to, machine, own.left_behind ? "finds the new master" : "reaches Redis again");
		to = from;
	}
	if (!own.reaches_keap) {
		to.machine[machine].reaches_keap = 1;
		steps.add(to, machine, "reaches Keap again");
	}
}

/* The replica, or the dump, lags by any time: it is as of this moment, until it is taken again. */
static void take_copy(const World &from, Steps &steps)
{
	World to = from;

	if (from.over || from.copy_is == OLD_MASTER || !(possible(FAIL_OVER) || possible(SPLIT))) {
		return;
	}
	to.copy = from.redis;
	to.copy_is = REPLICA;
	steps.add(to, -1, "the replica or dump is as of now");
}

/* The machines of the mask keep the old master, the others get the replica as the new one. */
static void split(const World &from, unsigned mask, Steps &steps)
{
	World to = from;

	for (int i = 0; i < config.machines; i++) {
		if (mask >> i & 1) {
			if (!from.machine[i].up || !from.machine[i].reaches_redis) {
				return;
			}
			to.machine[i].left_behind = 1;
		}
	}
	if (!strike(to, SPLIT)) {
		return;
	}
	to.copy = from.redis;
	to.copy_is = OLD_MASTER;
	to.redis = from.copy;
	new_life(to);
	steps.add(to, -1, "split brain: a replica is promoted, some keep the old master");
}

void redis_faults(const World &from, Steps &steps)
{
	take_copy(from, steps);
	if (World to = from; from.redis.record.kind != NO_RECORD && strike(to, FLUSH)) {
		to.redis = Redis();
		steps.add(to, -1, "FLUSHALL");
	}
	if (from.copy_is != REPLICA) {
		return;
	}
	if (World to = from; strike(to, FAIL_OVER)) {
		to.redis = from.copy;
		new_life(to);
		steps.add(to, -1, "fail-over to the replica, or restored dump");
	}
	for (unsigned mask = 1; mask + 1 < 1u << config.machines; mask++) {
		split(from, mask, steps);
	}
}

/* Faults stop: what was cut is whole again. The dead start again, or never do. */
void end_of_faults(const World &from, Steps &steps)
{
	World to = from;
	bool someone_is_up = false;

	if (from.over) {
		return;
	}
	to.over = 1;
	to.faults = to.acts = 0;
	for (int i = 0; i < config.machines; i++) {
		Machine &machine = to.machine[i];

		someone_is_up |= machine.up;
		machine.reaches_keap = 1;
		if (!machine.reaches_redis || machine.left_behind) {
			return_to_redis(to, i);
		}
	}
	to.copy = Redis();
	to.copy_is = NO_COPY;
	World all_up = to;
	for (int i = 0; i < config.machines; i++) {
		if (!from.machine[i].up) {
			all_up.machine[i].up = all_up.machine[i].returned = 1;
			to.machine[i] = Machine(); /* it never starts again: nobody can read its store */
		}
	}
	if (someone_is_up) {
		steps.add(to, -1, "faults stop");
	}
	steps.add(all_up, -1, "faults stop, and all machines are up");
}
