/*
 * Fleet pace: how a call of a machine that shares its grants comes to an instant at which it may leave (net/lease).
 *
 * Promises: Redis is asked by one process of the machine at a time, for 250 ms at most. If it does not answer, the
 * machine keeps to its own place for 5 s, and no call fails for that.
 *
 * Locks: takes the lock of the leases for some microseconds, and never while Redis is asked; the caller must hold none.
 * Bailout: none. Never throws.
 */
#ifndef ISOFT_AUTH_FLEET_PACE_H
#define ISOFT_AUTH_FLEET_PACE_H

#include "net/lease.h"

typedef struct {
	uint64_t rate_key;
	unsigned behind;    /* how many calls wait in this process behind this one */
	bool yields;        /* the call takes no ticket while others wait */
	int64_t gap_ns;     /* between two calls */
	int64_t blocked_ns; /* for so long no call may leave */
	int64_t most_ns;    /* for so long the call may wait */
} isoft_fleet_call;

/*
 * Returns SLOT, WAIT or AWAY; of the latter the frame is filled, with period 0 if the machine is alone. Asks Redis if
 * that is this process's part.
 */
isoft_lease_step isoft_fleet_pace(const isoft_fleet_call *call, isoft_lease_place *place, isoft_pace_frame *frame);

/* Gives the call's ticket up. */
void isoft_fleet_pace_give_up(uint64_t rate_key, isoft_lease_place *place);

#endif
