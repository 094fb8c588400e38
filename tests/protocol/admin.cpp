/* What an admin does on a machine that makes no exchange: authorize, forget, force a refresh. */
#include <algorithm>

#include "redis.h"
#include "steps.h"

static int number_of(const World &world, Record record)
{
	return record.kind == NO_RECORD ? 0 : world.lineage[record.lineage].number;
}

/* The highest number that the machine knows: its own, and that of Redis if it can look. */
static int known_number(const World &world, int machine)
{
	const Machine &own = world.machine[machine];
	const int number = number_of(world, own.local);

	return own.reaches_redis ? std::max(number, number_of(world, redis_of(world, machine).record)) : number;
}

static bool is_tie(const World &world, int number)
{
	for (int i = 0; i < world.lineages; i++) {
		if (world.lineage[i].number == number) {
			return true;
		}
	}
	return false;
}

/* A new lineage begins with serial 1. Without lineages in the order, the serial must go up instead. */
static uint8_t first_serial(Record before)
{
	return off(LINEAGE) ? before.serial + 1 : 1;
}

/* The local record first, then the put, with the life that the look gave. */
static void begin_lineage(World to, int machine, Kind kind, bool low, Steps &steps)
{
	Machine &own = to.machine[machine];
	Lineage &lineage = to.lineage[to.lineages];
	const Record record = {kind, to.lineages, first_serial(own.local)};

	lineage.kind = kind;
	lineage.number = known_number(to, machine) + 1;
	lineage.low = low;
	lineage.serial = record.serial;
	lineage.expired = record.serial - 1;
	to.lineages++;
	write_local(to, machine, record);
	own.step = STORED;
	own.life = own.reaches_redis;
	steps.add(to, machine, kind == PAIR ? "admin authorizes" : "admin forgets");
}

static void try_lineage(const World &from, int machine, Kind kind, Steps &steps)
{
	World to = from;

	if (from.lineages == LINEAGES || first_serial(from.machine[machine].local) > config.serials
		|| !perform(to, kind == PAIR ? AUTHORIZE : FORGET)) {
		return;
	}
	begin_lineage(to, machine, kind, false, steps);
	if (is_tie(from, known_number(from, machine) + 1)) {
		begin_lineage(to, machine, kind, true, steps);
	}
}

/* Only with TOMBSTONE_KEPT off: the records are deleted. The lineage stays for the property that looks for it. */
static void forget_without_trace(const World &from, int machine, Steps &steps)
{
	World to = from;

	if (from.lineages == LINEAGES || !perform(to, FORGET)) {
		return;
	}
	to.lineage[to.lineages].kind = TOMBSTONE;
	to.lineage[to.lineages].number = known_number(to, machine) + 1;
	to.lineages++;
	to.machine[machine].local = Record();
	to.machine[machine].mark = 0;
	if (to.machine[machine].reaches_redis) {
		redis_of(to, machine) = Redis();
	}
	steps.add(to, machine, "admin forgets, and leaves nothing");
}

/* A force that finds nothing to skip is a begin like any other. */
static void force(const World &from, int machine, Steps &steps)
{
	World to = from, plain = from, forced = from;

	if (from.machine[machine].reaches_redis && may_refresh(from, machine) && !says_go(begin(plain, machine, false))
		&& says_go(begin(forced, machine, true)) && perform(to, FORCE)) {
		send_begin(to, machine, true, steps);
	}
}

void admin_steps(const World &from, int machine, Steps &steps)
{
	if (from.over || from.machine[machine].step != IDLE) {
		return;
	}
	if (from.machine[machine].reaches_keap) {
		try_lineage(from, machine, PAIR, steps);
	}
	if (off(TOMBSTONE_KEPT)) {
		forget_without_trace(from, machine, steps);
	} else {
		try_lineage(from, machine, TOMBSTONE, steps);
	}
	force(from, machine, steps);
}
