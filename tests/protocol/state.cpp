/* What the other files ask of a state. */
#include "state.h"

#include <cstring>

#include "config.h"

World first_world()
{
	World world;

	memset(&world, 0, sizeof(world));
	world.lineages = 1;
	world.lineage[0].kind = PAIR;
	world.lineage[0].number = 1;
	world.lineage[0].serial = 1;
	world.redis.record = {PAIR, 0, 1};
	world.redis.life = !off(INFO);
	for (int i = 0; i < config.machines; i++) {
		Machine &machine = world.machine[i];

		machine.up = machine.reaches_redis = machine.reaches_keap = 1;
		machine.local = world.redis.record;
	}
	return world;
}

bool same(const World &one, const World &other)
{
	return !memcmp(&one, &other, sizeof(World));
}

Redis &redis_of(World &world, int machine)
{
	return world.machine[machine].left_behind ? world.copy : world.redis;
}

const Redis &redis_of(const World &world, int machine)
{
	return world.machine[machine].left_behind ? world.copy : world.redis;
}

/* Ids are random: that of a new lineage is higher or lower than all older ones. */
static int id_of(const World &world, int lineage)
{
	return LINEAGES + (world.lineage[lineage].low ? -lineage : lineage);
}

static int order_by(const World &world, Record record, bool by_lineage, bool by_id)
{
	const int number = by_lineage ? world.lineage[record.lineage].number : 0;
	const int id = by_id ? id_of(world, record.lineage) : 0;

	return record.kind == NO_RECORD ? 0 : (number << 6 | id << 3 | record.serial) + 1;
}

int true_order(const World &world, Record record)
{
	return order_by(world, record, true, true);
}

int order(const World &world, Record record)
{
	return order_by(world, record, !off(LINEAGE), !off(LINEAGE) && !off(LINEAGE_ID));
}

void leave_old_master(Machine &machine)
{
	if (machine.left_behind) {
		machine.left_behind = 0;
		machine.overtaken &= machine.step != IDLE;
		machine.life &= off(GIVEN_LIFE);
	}
}

static void end_attempt(Redis &redis, int machine)
{
	if (redis.attempt == attempt_of(machine)) {
		redis.attempt = NOBODY;
	}
	if (redis.open == attempt_of(machine)) {
		redis.open = off(STRANGERS_MARK) ? ENDED + machine : ENDED;
	}
}

void end_exchange(World &world, int machine)
{
	Machine &ending = world.machine[machine];

	ending.step = IDLE;
	ending.accepted = 0;
	ending.life = 0;
	ending.excuse = NO_EXCUSE;
	ending.overtaken &= ending.left_behind;
	end_attempt(world.redis, machine);
	end_attempt(world.copy, machine);
}
