/*
 * Redis: the scripts begin, put and end, which Redis runs one at a time. Each works on the Redis that the machine talks
 * to, for the machine's local record. What a script writes is written even if its reply is lost.
 */
#ifndef PROTOCOL_REDIS_H
#define PROTOCOL_REDIS_H

#include "state.h"

enum class Begin {
	EMPTY,
	NEWER,
	OLDER,
	BUSY,
	WAIT,
	GO,
	GO_AGAIN,    /* this attempt was given GO before, and the reply was lost */
	LAST_RESORT, /* GO in doubt: the token has expired, and nobody has offered a higher record in W */
	FORCED       /* GO in doubt: an admin did not wait */
};

inline bool says_go(Begin answer)
{
	return answer >= Begin::GO;
}

Begin begin(World &world, int machine, bool force);

enum class Put { REFUSED, WRITTEN, SAME, NEWER };

/* `life`: the put carries the life that the machine was given, and that is the present one. */
Put put(World &world, int machine, bool life);

/* end(NOTHING): the machine's attempt ended, and nothing was sent. */
void end_nothing(World &world, int machine);

/* The server has a new life: what it knows to be the newest, and the asks, were so in another one. */
void new_life(World &world);

#endif
