/*
 * Shared clock: lends the pacing clock of a rate key from the shared area (auth/shared_area), to be read or changed.
 *
 * Ownership: the caller owns the lease. Locks: between take and put the lock of a table of clocks is held; see
 * auth/shared_area.h for what must not be done then. Never throws; bailout: none.
 */
#ifndef ISOFT_AUTH_SHARED_CLOCK_H
#define ISOFT_AUTH_SHARED_CLOCK_H

#include "auth/shared_area.h"
#include "net/pacing.h"

typedef struct {
	isoft_pace_clock *clock; /* of the rate key, or the one that is shared by those that find no other */
	isoft_pace_now now;      /* when it was taken */
	isoft_shared_part part;
	isoft_pace_table copy;
} isoft_shared_clock;

/* Lends the clock to be read only. */
void isoft_shared_clock_read(isoft_shared_clock *lease, uint64_t rate_key);

/*
 * Lends the clock to be changed. The time is read under the lock: who takes it later never has an earlier time. The
 * caller must call isoft_shared_clock_put().
 */
void isoft_shared_clock_take(isoft_shared_clock *lease, uint64_t rate_key);

/* Writes the clock back and ends the lease. */
void isoft_shared_clock_put(isoft_shared_clock *lease);

#endif
