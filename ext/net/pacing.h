/*
 * Pacing: when the next call with a credential may leave, so that all workers of the machine together stay within
 * Keap's limits.
 *
 * Each rate key has a clock (GCRA) in shared memory. A caller reserves the next free slot, by one compare-and-swap, and
 * waits for it, so that calls leave in the order in which they reserved. If a call leaves late, the calls behind it
 * keep their distance from it. The figures in Keap's replies correct the clock. If a process is killed, its slot goes
 * unused; nothing else is lost.
 *
 * No lock: atomics in memory of the caller, which starts as zeros; any value in it is survived. Nothing here waits.
 * No Zend: never bails out.
 */
#ifndef ISOFT_NET_PACING_H
#define ISOFT_NET_PACING_H

#include <stdbool.h>
#include <stdint.h>

#include "net/reply.h"
#include "support/atomic.h"

/* Which of the limits that Keap documents applies: so many calls a second and a minute. */
typedef enum {
	ISOFT_PACE_OAUTH, /* an application, all its accounts together */
	ISOFT_PACE_KEY    /* a personal access token or a service account key */
} isoft_pace;

typedef struct {
	isoft_atomic_u64 owner;        /* the rate key; 0: free */
	isoft_atomic_i64 next_ns;      /* monotonic: the first free slot */
	isoft_atomic_i64 gap_ns;       /* between two slots, from Keap's replies; 0: as documented */
	isoft_atomic_i64 held_until;   /* Unix milliseconds: Keap refuses all calls until then; 0: it does not */
	isoft_atomic_i64 strict_until; /* Unix milliseconds: until then the gap is not below the documented one */
	isoft_atomic_i64 sent_ns;      /* monotonic: when the last call left */
	isoft_atomic_i64 refused_at;   /* Unix seconds: Keap refused the key itself (auth/rejection); 0: it did not */
	int64_t unused;
} isoft_pace_clock;

/* A rate key belongs to one of the tables: 16,128 clocks in all, and 4 KiB to look for one. */
enum { ISOFT_PACE_CLOCKS = 63, ISOFT_PACE_TABLES = 256 };

typedef struct {
	isoft_pace_clock clocks[ISOFT_PACE_CLOCKS + 1]; /* the last is shared by all rate keys that find no other */
} isoft_pace_table;

_Static_assert(sizeof(isoft_pace_clock) == 64, "each clock has a cache line of its own");

/* The two times that pacing uses, read together. */
typedef struct {
	int64_t monotonic_ns;
	int64_t wall_ms;
} isoft_pace_now;

isoft_pace_now isoft_pacing_now(void);

/* The number of the table that the rate key belongs to. */
unsigned isoft_pacing_table(uint64_t rate_key);

/*
 * Returns the clock of this rate key, and claims one at first: a free one, else one that says nothing any more. That is
 * so a minute after its last slot, unless Keap holds, slows or refuses its owner; then an hour after. Never NULL.
 */
isoft_pace_clock *isoft_pacing_clock(isoft_pace_table *table, uint64_t rate_key, const isoft_pace_now *now);

/* Returns the clock of this rate key, or the shared one. Claims none. */
isoft_pace_clock *isoft_pacing_find(isoft_pace_table *table, uint64_t rate_key);

/* Copies a clock that others may be changing: each value is whole, but they may be of different moments. */
void isoft_pacing_copy(isoft_pace_clock *copy, isoft_pace_clock *clock);

/* A reserved slot: its time, and that of the next one; monotonic nanoseconds. Both 0: none. */
typedef struct {
	int64_t at_ns;
	int64_t next_ns;
} isoft_slot;

/* Slots at `phase_ns` plus a multiple of `period_ns` only: the place of a machine among others (net/lease). */
typedef struct {
	int64_t period_ns; /* 0: any time */
	int64_t phase_ns;
} isoft_pace_frame;

static inline bool isoft_slot_is_reserved(const isoft_slot *slot)
{
	return slot->next_ns != 0;
}

/*
 * Reserves the next slot, and returns how long to wait for it, in nanoseconds. If that is more than `max_wait_ns`,
 * nothing is reserved; the returned time still says how long the wait would be.
 */
int64_t isoft_pacing_reserve(
	isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now, int64_t max_wait_ns, isoft_slot *slot);

/* As isoft_pacing_reserve_or_leave(), of the slots in the frame. */
int64_t isoft_pacing_reserve_in_frame(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now,
	const isoft_pace_frame *frame, int64_t max_wait_ns, isoft_slot *slot, bool *may_leave);

/* Returns the distance between two slots. */
int64_t isoft_pacing_gap_ns(isoft_pace_clock *clock, isoft_pace pace);

/*
 * Returns for how long no call may leave, whatever was reserved: Keap refuses all calls, or refused one just now, or
 * slots of the clock itself were reserved.
 */
int64_t isoft_pacing_blocked_ns(isoft_pace_clock *clock, const isoft_pace_now *now);

/* Gives the slot back if it is the last that was reserved; else it goes unused. */
void isoft_pacing_give_back(isoft_pace_clock *clock, const isoft_slot *slot);

/*
 * Call when the reserved slot has come. Returns 0 if the call may leave now, and records that it does. Otherwise
 * returns how long to wait before asking again, in nanoseconds: a late call has left only just now.
 */
int64_t isoft_pacing_admit(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now);

/*
 * Reserves the next slot as isoft_pacing_reserve() does, and if it has come already, asks whether the call may leave in
 * it. If only a late call stands in the way and that takes longer than `max_wait_ns`, the slot is given back.
 */
int64_t isoft_pacing_reserve_or_leave(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now,
	int64_t max_wait_ns, isoft_slot *slot, bool *may_leave);

/* Records the actual send time of a call that connection setup delayed past its slot; later calls are spaced from it.
 */
void isoft_pacing_note_sent(isoft_pace_clock *clock, const isoft_pace_now *now);

/* Corrects the clock from a reply, whether Keap refused the call or not. */
void isoft_pacing_update(isoft_pace_clock *clock, isoft_pace pace, const isoft_pace_now *now, const isoft_reply *reply);

#endif
