/* Collects the steps of all parties, and keeps equal states equal. */
#include "steps.h"

#include "property.h"

bool strike(World &world, Fault fault)
{
	if (world.over || !possible(fault) || world.faults >= config.faults) {
		return false;
	}
	world.faults++;
	return true;
}

bool perform(World &world, Act act)
{
	if (world.over || !possible(act) || world.acts >= config.acts) {
		return false;
	}
	world.acts++;
	return true;
}

/* Whether the machine has something newer than Redis: a record, or a reply of Keap that it has not stored yet. */
static bool is_ahead(const World &world, int machine)
{
	Record newest = world.machine[machine].local;

	newest.serial += world.machine[machine].accepted;
	return true_order(world, newest) > true_order(world, redis_of(world, machine).record);
}

/* Clears what no later step can read: who has looked is no longer "returned", an old master that nobody talks to is
 * gone, and so is a replica when no fault is left that could promote it. */
static void settle(World &world)
{
	bool old_master_is_used = false;

	for (int i = 0; i < config.machines; i++) {
		Machine &machine = world.machine[i];

		old_master_is_used |= machine.left_behind;
		machine.returned &= machine.up && machine.reaches_redis && is_ahead(world, i);
	}
	if ((world.copy_is == OLD_MASTER && !old_master_is_used)
		|| (world.copy_is == REPLICA && world.faults == config.faults)) {
		world.copy_is = NO_COPY;
		world.copy = Redis();
	}
}

void Steps::add(World to, int machine, const char *what)
{
	settle(to);
	if (!same(to, start)) {
		list.push_back({to, what, machine});
	}
}

const std::vector<Successor> &Steps::from(const World &world)
{
	start = world;
	list.clear();
	if (world.violation) {
		return list;
	}
	for (int i = 0; i < config.machines; i++) {
		if (world.machine[i].up) {
			machine_steps(world, i, *this);
			admin_steps(world, i, *this);
			machine_faults(world, i, *this);
		}
		recovery_steps(world, i, *this);
	}
	redis_faults(world, *this);
	time_steps(world, *this);
	end_of_faults(world, *this);
	return list;
}
