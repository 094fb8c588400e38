/* What Keap does with a POST, and when a second POST is excused. */
#include "keap.h"

#include "config.h"
#include "property.h"

bool has_expired(const World &world, int machine)
{
	const Record pair = world.machine[machine].local;

	return pair.serial <= world.lineage[pair.lineage].expired;
}

bool is_ahead_of_time(int machine)
{
	return off(REDIS_CLOCK) && machine == config.machines - 1;
}

bool seems_expired(const World &world, int machine)
{
	return has_expired(world, machine) || is_ahead_of_time(machine);
}

static bool same_pair(Record one, Record other)
{
	return one.kind == PAIR && other.kind == PAIR && one.lineage == other.lineage && one.serial == other.serial;
}

/* Whether the machine has a newer pair of the lineage, stored or as a reply that it has not read yet. */
static bool has_newer(const Machine &machine, Record pair)
{
	const bool accepted = machine.accepted && (machine.step == SENT || machine.step == RECEIVED);

	return machine.local.kind == PAIR && machine.local.lineage == pair.lineage
		&& machine.local.serial + accepted > pair.serial;
}

bool is_excused(const World &world, int machine)
{
	const Machine &poster = world.machine[machine];

	if (!has_expired(world, machine)) {
		return false;
	}
	for (const Machine &other : world.machine) {
		const bool within_reach =
			other.up && other.reaches_redis && !other.returned && other.left_behind == poster.left_behind;

		if (within_reach && has_newer(other, poster.local)) {
			return false;
		}
	}
	return true;
}

/* A forced POST overtakes the machines to which Redis gave GO for the same pair before it lost that mark, and those
 * that an old master serves, since it goes on to give GO. Their POSTs are the second ones then. */
static void overtake(World &world, const Machine &forced)
{
	for (Machine &other : world.machine) {
		const bool may_post = other.step == ASKING || other.step == GO || other.step == MARKED;

		if (&other != &forced && other.up
			&& (other.left_behind || (may_post && same_pair(other.local, forced.local)))) {
			other.overtaken = 1;
		}
	}
}

void post(World &world, int machine)
{
	Machine &poster = world.machine[machine];
	Lineage &grant = world.lineage[poster.local.lineage];

	poster.step = SENT;
	if (grant.dead) {
		return;
	}
	if (poster.local.serial == grant.serial) {
		grant.serial++;
		poster.accepted = 1;
		if (poster.excuse == FORCED_EXCUSE) {
			overtake(world, poster);
		}
		return;
	}
	grant.dead = 1;
	if (poster.overtaken || poster.excuse == FORCED_EXCUSE) {
		world.lost |= LOST_BY_FORCE;
	} else if (poster.excuse == LAST_RESORT_EXCUSE) {
		world.lost |= LOST_BY_LAST_RESORT;
	} else {
		violate(world, SECOND_POST);
	}
}
