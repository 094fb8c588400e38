/*
 * Fleet kept: the connection to Redis that a thread keeps for what its requests ask there: pacing and heartbeat.
 *
 * Promises: connecting takes 250 ms at most, and so does each command. The connection is for the settings in force:
 * with others, and after a fork, it is opened anew; a forked child closes its copy and sends nothing on it.
 *
 * Ownership: the thread owns the connection; it is lent until the next call. Locks: none needed, and none may be held.
 * Bailout: none. Never throws.
 */
#ifndef ISOFT_AUTH_FLEET_KEPT_H
#define ISOFT_AUTH_FLEET_KEPT_H

#include "support/attributes.h"
#include "support/failure.h"

typedef struct isoft_fleet_kept isoft_fleet_kept;
typedef struct isoft_fleet_link isoft_fleet;

/*
 * Returns the connection. Call before each command, which it gives its time. `*kept_on`: it was open before, so Redis
 * may have closed it meanwhile. NULL with the failure filled.
 */
ISOFT_MUST_CHECK isoft_fleet *isoft_fleet_kept_link(bool *kept_on, isoft_failure *failure);

/* Closes it; NULL is allowed. Called when the thread ends. */
void isoft_fleet_kept_free(isoft_fleet_kept *kept);

#endif
