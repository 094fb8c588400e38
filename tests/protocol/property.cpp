/* The properties of single writes, and those of the end. */
#include "property.h"

#include "config.h"

const ViolationName violation_names[VIOLATIONS] = {
	{"none", "no violation"},
	{"second-post", "a second POST with the same refresh token, and no stated exception"},
	{"redis-back", "Redis: an older record overwrites a newer one"},
	{"local-back", "local store: an older record overwrites a newer one"},
	{"not-newest", "after the faults: a machine does not get the newest pair"},
	{"forgotten-back", "after the faults: a forgotten grant is back"},
	{"hangs", "after the faults: an exchange hangs"},
	{"never-tried", "after the faults: an expired pair is never tried"},
	{"not-refreshed", "after the faults: the newest pair expired and is not refreshed"},
	{"livelock", "after the faults: a circle of steps"},
};

void violate(World &world, Violation violation)
{
	if (!world.violation) {
		world.violation = violation;
	}
}

void check_order(World &world, Record before, Record after, Violation violation)
{
	if (true_order(world, after) < true_order(world, before)) {
		violate(world, violation);
	}
}

/* The lineage that all should end with: the highest that a machine or Redis still knows. Without lineages or tombstones
 * nothing is known of the acts of an admin, but they count nevertheless. */
static int final_lineage(const World &world)
{
	int highest = 0, found = -1;
	const auto consider = [&](Record record) {
		if (true_order(world, record) > highest) {
			highest = true_order(world, record);
			found = record.lineage;
		}
	};

	consider(world.redis.record);
	for (const Machine &machine : world.machine) {
		consider(machine.up ? machine.local : Record());
	}
	for (uint8_t i = 0; i < world.lineages && (off(LINEAGE) || off(TOMBSTONE_KEPT)); i++) {
		consider({world.lineage[i].kind, i, 1});
	}
	return found;
}

static bool is_newest(const World &world, Record record, int lineage)
{
	return record.kind == PAIR && record.lineage == lineage && record.serial == world.lineage[lineage].serial;
}

/* Everyone has the newest pair, and uses it before it expires. */
static Violation check_held(const World &world, int lineage)
{
	const Lineage &grant = world.lineage[lineage];

	for (const Machine &machine : world.machine) {
		if (machine.up && !is_newest(world, machine.local, lineage)) {
			return NOT_NEWEST;
		}
	}
	return grant.serial < config.serials && grant.serial <= grant.expired ? NOT_REFRESHED : NO_VIOLATION;
}

/* The newest pair is lost with a reply. Whoever has an older one must have tried it after it expired: then Keap has
 * revoked the grant, and a person is told. */
static Violation check_lost(const World &world, int lineage)
{
	const Lineage &grant = world.lineage[lineage];

	for (const Machine &machine : world.machine) {
		const bool has_older = machine.up && machine.local.kind == PAIR && machine.local.lineage == lineage;

		if (has_older && machine.local.serial < config.serials && machine.local.serial <= grant.expired) {
			return NEVER_TRIED;
		}
	}
	return NO_VIOLATION;
}

Violation check_end(const World &world)
{
	const int lineage = final_lineage(world);
	bool held = false, a_pair = false;

	for (const Machine &machine : world.machine) {
		if (machine.up && machine.step != IDLE) {
			return HANGS;
		}
		a_pair |= machine.up && machine.local.kind == PAIR;
		held |= machine.up && is_newest(world, machine.local, lineage);
	}
	if (lineage < 0) {
		return NO_VIOLATION;
	}
	if (world.lineage[lineage].kind == TOMBSTONE) {
		return a_pair ? FORGOTTEN_IS_BACK : NO_VIOLATION;
	}
	if (world.lineage[lineage].dead) {
		return NO_VIOLATION;
	}
	held |= is_newest(world, world.redis.record, lineage);
	return held ? check_held(world, lineage) : check_lost(world, lineage);
}
