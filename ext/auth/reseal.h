/*
 * Reseal: seals an account's record under the present key if it is sealed under a previous one. No call to Keap.
 *
 * Locks: takes the account's lock, waiting up to ISOFT_GRANT_LOCK_WAIT_MS, and releases it. Errors are filled into the
 * failure, never thrown. No Zend call is made here, so nothing bails out. A process killed meanwhile leaves the old
 * record or the new one.
 */
#ifndef ISOFT_AUTH_RESEAL_H
#define ISOFT_AUTH_RESEAL_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * Writes the record again, unchanged, unless it is already sealed under the present key. `margin` is the refresh margin
 * in seconds. Returns true also if the lock is still busy after the wait, because its holder is about to write the
 * record. Returns false with the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_reseal(isoft_store *store, const char *account, int64_t margin, isoft_failure *failure);

#endif
