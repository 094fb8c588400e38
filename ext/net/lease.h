/*
 * Lease: the instants that a fleet of machines gives to this one, so that the calls of all machines together stay
 * within Keap's limits.
 *
 * Redis leases a block of instants to one machine at a time. On the machine each call that waits has a ticket, and the
 * block's instants belong to the next tickets, in their order. Only one process asks for a block: for as many instants
 * as calls wait, 10 at most, and not before the last block is nearly over. If a process is killed, its instant goes
 * unused, and another process asks after 300 ms.
 *
 * While Redis is away, each machine keeps to its own place in a frame that all machines know: with its rank among them
 * and with Redis's clock, as Redis said them last.
 *
 * No lock: the caller holds the lock of the memory, which starts as zeros; any value in it is survived. All times are
 * the caller's, and monotonic nanoseconds where nothing else is said. Nothing here waits. No Zend: never bails out.
 */
#ifndef ISOFT_NET_LEASE_H
#define ISOFT_NET_LEASE_H

#include <stdbool.h>
#include <stdint.h>

#include "net/pacing.h"
#include "support/atomic.h"

enum { ISOFT_LEASES = 15, ISOFT_LEASE_MOST = 10 };

/* The block of one rate key. */
typedef struct {
	isoft_atomic_u64 owner;           /* the rate key; 0: free */
	isoft_atomic_i64 tickets;         /* that calls have taken */
	isoft_atomic_i64 served;          /* the tickets below have had their instants */
	isoft_atomic_i64 first_ns;        /* the first instant of the last block */
	isoft_atomic_i64 gap_ns;          /* between two instants of it */
	isoft_atomic_i64 count;           /* of its instants, which belong to the tickets before `served` */
	isoft_atomic_i64 asking_until_ns; /* until then a process asks for the next block */
	isoft_atomic_u32 place;    /* among the machines that use the rate key: rank << 16 | machines; 0: not known */
	isoft_atomic_u32 placed_s; /* when Redis said so */
} isoft_lease;

/* What the machine knows of Redis. */
typedef struct {
	isoft_atomic_u64 machine;     /* a random number that names the machine; 0: none yet */
	isoft_atomic_i64 ahead_ns;    /* Redis's clock, in Unix nanoseconds, less the monotonic one */
	isoft_atomic_i64 trip_ns;     /* the round trip that said so; 0: none did */
	isoft_atomic_i64 measured_ns; /* when that was */
	isoft_atomic_i64 last_ns;     /* the last round trip took */
	isoft_atomic_i64 away_ns;     /* since when Redis does not answer; 0: it does */
	isoft_atomic_i64 retry_ns;    /* until then nobody asks it again */
	int64_t unused;
} isoft_lease_clock;

typedef struct {
	isoft_lease_clock clock;
	isoft_lease leases[ISOFT_LEASES];
} isoft_leases;

_Static_assert(sizeof(isoft_leases) == 1024, "the shared area has room for so much");

typedef enum {
	ISOFT_LEASE_SLOT, /* the call has an instant */
	ISOFT_LEASE_WAIT, /* look again at `at_ns` */
	ISOFT_LEASE_ASK,  /* this process must ask Redis now, and tell what came of it */
	ISOFT_LEASE_AWAY  /* Redis is away: the machine's own clock paces, in its place of the frame */
} isoft_lease_step;

typedef struct {
	int64_t ticket;  /* that the call has taken; 0: none. Kept by the caller between two looks */
	int64_t at_ns;   /* SLOT: the instant; WAIT: when to look again */
	int64_t last_ns; /* SLOT: after that the instant cannot be used any more */
	unsigned count;  /* ASK: for so many instants */
} isoft_lease_place;

/*
 * Returns how the call comes to its instant. `behind`: how many calls wait in this process behind it. `yields`: it
 * takes no ticket while others wait.
 */
isoft_lease_step isoft_lease_next(
	isoft_leases *leases, uint64_t rate_key, int64_t now_ns, unsigned behind, bool yields, isoft_lease_place *place);

/* What Redis said: its time is that of the moment between `sent_ns` and `received_ns`. */
typedef struct {
	int64_t sent_ns, received_ns;
	int64_t redis_us; /* Unix microseconds */
	int64_t first_us; /* the first instant */
	int64_t gap_ns;
	unsigned count;          /* 0: there is none as soon as it was asked for; `first_us` says when there may be */
	unsigned rank, machines; /* 0 machines: it was not asked for the place */
} isoft_lease_reply;

/* Stores the block. Returns when its first instant is, or when to look again. */
int64_t isoft_lease_grant(isoft_leases *leases, uint64_t rate_key, const isoft_lease_reply *reply);

/* Redis did not answer: nobody asks for 5 s, and no ticket counts any more. */
void isoft_lease_redis_is_away(isoft_leases *leases, uint64_t rate_key, int64_t now_ns);

/* A call gives its ticket up. If others have taken tickets after it, an instant goes unused. */
void isoft_lease_give_up(isoft_leases *leases, uint64_t rate_key, isoft_lease_place *place);

/*
 * The place of the machine while Redis is away: instants at `phase_ns` plus a multiple of `period_ns`. Returns false if
 * the machine is alone or does not know its place.
 */
bool isoft_lease_frame(
	isoft_leases *leases, uint64_t rate_key, int64_t now_ns, int64_t gap_ns, isoft_pace_frame *frame);

/* How many machines Redis has counted in the last 10 s; 0: not known. */
unsigned isoft_lease_machines(isoft_leases *leases, uint64_t rate_key, int64_t now_ns);

/* By how much the machine may be wrong about Redis's time. */
int64_t isoft_lease_unsure_ns(isoft_leases *leases, int64_t now_ns);

/* How long before its first instant a block is asked for: the last round trip took as long. */
int64_t isoft_lease_lead_ns(isoft_leases *leases);

#endif
