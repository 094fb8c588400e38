/* The passing of time: access tokens expire, W passes, and an attempt may outlast its time. */
#include "steps.h"

/* The last pair does not expire: no serial is left to refresh it. Of a dead grant nobody asks. */
static void expire(const World &from, Steps &steps)
{
	for (int i = 0; i < from.lineages; i++) {
		const Lineage &grant = from.lineage[i];

		if (grant.kind == PAIR && !grant.dead && grant.expired < grant.serial && grant.expired + 1 < config.serials) {
			World to = from;

			to.lineage[i].expired++;
			steps.add(to, -1, "an access token expires");
		}
	}
}

/* Whether the exchange may go on beyond its time, because its process was suspended. After its POST nothing prevents
 * that; such a machine is one that is cut from Redis meanwhile. Before its POST the check of the time does. */
static bool can_outlast_its_time(const Machine &machine)
{
	switch (machine.step) {
		case GO:
		case MARKED:
			return off(DEADLINE);
		case SENT:
		case RECEIVED:
		case STORED:
			return !machine.reaches_redis;
		default:
			return false;
	}
}

/* An attempt ends with its exchange, except one that outlasts its time. */
static void outlast_attempt(const World &from, Steps &steps)
{
	World to = from;

	if (from.redis.attempt && can_outlast_its_time(from.machine[from.redis.attempt - 1])) {
		to.redis.attempt = NOBODY;
		steps.add(to, -1, "the attempt's time is over, and its process is suspended");
	}
}

/* W is longer than an exchange and a heartbeat: who was in an exchange at the ask has ended it, and who can reach Redis
 * has looked since. */
static bool can_have_passed(const World &world)
{
	for (int i = 0; i < config.machines; i++) {
		const Machine &machine = world.machine[i];
		const bool exchanges = machine.up && machine.step != IDLE && !can_outlast_its_time(machine);
		const bool looks = machine.up && machine.reaches_redis && !machine.left_behind;

		if (exchanges && !off(WAIT_EXCHANGE)) {
			return false;
		}
		if (looks && order(world, machine.local) > order(world, world.redis.record) && !off(WAIT_HEARTBEAT)) {
			return false;
		}
	}
	return true;
}

static void pass_w(const World &from, Steps &steps)
{
	World to = from;

	if (from.redis.record.kind != PAIR || !from.redis.ask || from.redis.waited || !can_have_passed(from)) {
		return;
	}
	to.redis.waited = 1;
	for (Machine &machine : to.machine) {
		if (machine.left_behind && !off(MIN_REPLICAS)) {
			leave_old_master(machine);
			machine.reaches_redis = 0;
		}
	}
	steps.add(to, -1, "W has passed since the ask");
}

void time_steps(const World &from, Steps &steps)
{
	expire(from, steps);
	outlast_attempt(from, steps);
	pass_w(from, steps);
}
