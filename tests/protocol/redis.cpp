/* The scripts, line by line as the protocol states them. */
#include "redis.h"

#include "config.h"
#include "keap.h"
#include "property.h"

static Begin go(Redis &redis, int machine, Begin answer)
{
	const bool keeps_first = !off(FIRST_MARK) && !(answer == Begin::FORCED && off(FORCE_FIRST_MARK));

	redis.attempt = attempt_of(machine);
	if (!redis.open || !keeps_first) {
		redis.open = attempt_of(machine);
	}
	if (!off(ASK_ANEW)) {
		redis.ask = redis.waited = 0;
	}
	return answer;
}

static bool in_doubt(const Redis &redis)
{
	return (!redis.life && !off(LIFE)) || (redis.open && !off(MARK));
}

static bool is_last_resort(const World &world, const Redis &redis, int machine)
{
	return !off(LAST_RESORT) && (off(EXPIRY) || seems_expired(world, machine)) && (off(WAIT_W) || redis.waited);
}

/* Only with STRANGERS_MARK off: the mark has the name of this machine, which thinks that it sent no POST since. */
static bool takes_for_its_own(const World &world, const Redis &redis, int machine)
{
	return off(STRANGERS_MARK) && redis.open == ENDED + machine && !world.machine[machine].mark;
}

Begin begin(World &world, int machine, bool force)
{
	Redis &redis = redis_of(world, machine);
	const int distance = order(world, redis.record) - order(world, world.machine[machine].local);

	if (redis.record.kind == NO_RECORD) {
		return Begin::EMPTY;
	}
	if (distance > 0 && !(force && off(FORCE_NEWER))) {
		return Begin::NEWER;
	}
	if (distance < 0) {
		return Begin::OLDER;
	}
	if (redis.attempt == attempt_of(machine)) {
		return Begin::GO_AGAIN;
	}
	if (redis.attempt && !(force && off(FORCE_BUSY))) {
		return Begin::BUSY;
	}
	if (!in_doubt(redis) || takes_for_its_own(world, redis, machine) || redis.attempt || distance > 0) {
		return go(redis, machine, Begin::GO); /* a skipped BUSY or NEWER has no excuse */
	}
	if (is_last_resort(world, redis, machine)) {
		return go(redis, machine, Begin::LAST_RESORT);
	}
	if (force) {
		return go(redis, machine, Begin::FORCED);
	}
	redis.ask = 1;
	redis.waited &= !off(ASK_ONCE);
	return Begin::WAIT;
}

/* A new record has no mark and no attempt, and an ask only if it is doubtful. A tombstone is never exchanged: it needs
 * neither trust nor doubt. */
static void write_record(World &world, Redis &redis, Record record, bool life)
{
	const bool trusted = life && !off(INFO);

	check_order(world, redis.record, record, REDIS_WENT_BACK);
	redis = Redis();
	redis.record = record;
	redis.life = record.kind == PAIR && trusted;
	redis.ask = record.kind == PAIR && !trusted;
}

Put put(World &world, int machine, bool life)
{
	Redis &redis = redis_of(world, machine);
	const Record record = world.machine[machine].local;
	const int distance = order(world, record) - order(world, redis.record);

	if (off(PUT_FREE) && redis.attempt != attempt_of(machine)) {
		return Put::REFUSED;
	}
	if (distance > 0 || (distance < 0 && off(PUT_ORDER))) {
		write_record(world, redis, record, life);
		return Put::WRITTEN;
	}
	return distance ? Put::NEWER : Put::SAME;
}

void end_nothing(World &world, int machine)
{
	Redis &redis = redis_of(world, machine);

	if (redis.attempt != attempt_of(machine)) {
		return;
	}
	redis.attempt = NOBODY;
	if (redis.open == attempt_of(machine)) {
		redis.open = NOBODY;
	}
}

void new_life(World &world)
{
	world.redis.life = 0;
	if (!off(ASK_LIFE) && !off(INFO)) {
		world.redis.ask = world.redis.waited = 0;
	}
	for (Machine &machine : world.machine) {
		if (!machine.left_behind && !off(GIVEN_LIFE)) {
			machine.life = 0;
		}
	}
}
