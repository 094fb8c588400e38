/*
 * Pacing: when a credential's next call may leave, so that all workers of the machine together stay under Keap's
 * limits.
 *
 * A clock per credential (GCRA) in memory that they share: whoever wants to call takes the next free instant, by one
 * compare-and-swap, and waits for it, so that they leave one after the other in the order they came; and where one is
 * late, those behind it do not catch up with it. What Keap says in its replies corrects the clock. An instant that was
 * taken by a process that is killed goes unused; nothing else is lost.
 *
 * The memory is the caller's, zero at first; any value in it must be survivable. Nothing here waits. No Zend.
 */
#ifndef ISOFT_NET_PACING_H
#define ISOFT_NET_PACING_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "net/reply.h"

/* What Keap allows: a call each gap, and so many a minute, as it is documented. */
typedef enum {
	ISOFT_PACE_OAUTH, /* an application, all its accounts together */
	ISOFT_PACE_KEY    /* a personal access token or a service account key */
} isoft_pace;

typedef struct {
	_Atomic uint64_t owner;       /* whose it is; 0: nobody's yet */
	_Atomic int64_t next_ns;      /* monotonic: the first instant that nobody has taken */
	_Atomic int64_t gap_ns;       /* between two calls, as Keap's replies have it; 0: as documented */
	_Atomic int64_t held_until;   /* Unix milliseconds: Keap turns everything away until then; 0: it does not */
	_Atomic int64_t strict_until; /* Unix milliseconds: until then the gap is not below the documented one */
	_Atomic int64_t left_ns;      /* monotonic: when the last call left */
	int64_t room[2];
} isoft_pace_clock;

enum { ISOFT_PACE_CLOCKS = 63 };

typedef struct {
	isoft_pace_clock clocks[ISOFT_PACE_CLOCKS + 1]; /* the last is shared by all who find no other */
} isoft_pace_table;

_Static_assert(sizeof(isoft_pace_clock) == 64, "a clock has a cache line of its own");

/* The two clocks that pacing goes by, read at once. */
typedef struct {
	int64_t monotonic_ns;
	int64_t wall_ms;
} isoft_pace_now;

isoft_pace_now isoft_pacing_now(void);

/* The clock of the credential with this rate_key. Not NULL. */
isoft_pace_clock *isoft_pacing_clock(isoft_pace_table *table, uint64_t rate_key);

/*
 * Takes the next instant: how long to wait for it, in nanoseconds. Where that is more than `most_ns`, nothing is taken,
 * and it says how long it would have been.
 */
int64_t isoft_pacing_reserve(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now, int64_t most_ns);

/* To be asked when the instant has come: how long to wait on, since somebody who was late has only just left. 0: it
 * leaves now. */
int64_t isoft_pacing_admit(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now);

/* One that was said to leave earlier does so only now: its connection had to be made first. */
void isoft_pacing_note_sent(isoft_pace_clock *clock, const isoft_pace_now *now);

/* Corrects the clock by a reply, a refusal or not. */
void isoft_pacing_update(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now, const isoft_reply *reply);

#endif
