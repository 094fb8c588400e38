/*
 * Property: what must hold. The first three violations are noticed by the step that does it, the others by looking at a
 * state in which faults are over and no step is left. A livelock is a circle of steps after the faults; the search
 * looks for it.
 */
#ifndef PROTOCOL_PROPERTY_H
#define PROTOCOL_PROPERTY_H

#include "state.h"

enum Violation : uint8_t {
	NO_VIOLATION,
	SECOND_POST,
	REDIS_WENT_BACK,
	LOCAL_WENT_BACK,
	NOT_NEWEST,
	FORGOTTEN_IS_BACK,
	HANGS,
	NEVER_TRIED,
	NOT_REFRESHED,
	LIVELOCK,
	VIOLATIONS
};

struct ViolationName {
	const char *name;
	const char *sentence;
};

extern const ViolationName violation_names[VIOLATIONS];

/* Bits of World::lost. */
enum { LOST_BY_LAST_RESORT = 1, LOST_BY_FORCE = 2 };

/* Notes a violation in the state. The first one counts. */
void violate(World &world, Violation violation);

/* Notes the violation if the write of a record takes its place back in the true order. */
void check_order(World &world, Record before, Record after, Violation violation);

/* What is wrong with a state in which faults are over and nothing is left to do. */
Violation check_end(const World &world);

#endif
