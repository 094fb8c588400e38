/*
 * Grant change: what an administrator does with the grant of an account, and what a machine does that has none: it is
 * replaced, erased, or fetched from the machines that share theirs.
 *
 * Locks: each function takes the account's lock and releases it; the caller holds none. Errors are filled into the
 * failure, never thrown. No call here can bail out.
 */
#ifndef ISOFT_AUTH_GRANT_CHANGE_H
#define ISOFT_AUTH_GRANT_CHANGE_H

#include <stdbool.h>

#include "auth/grant.h"
#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * Stores the grant in place of the account's present one, sets its serial and clears the back-off. Takes the account's
 * lock (waits up to ISOFT_GRANT_LOCK_WAIT_MS) and releases it. Creates the store if there is none. Returns false with
 * the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_grant_replace(const char *account, isoft_grant *grant, isoft_failure *failure);

/*
 * Fetches the grant of an account that this machine has none of from the machines that share theirs. Opens the store,
 * and creates it if there is none. Takes the account's lock (waits up to ISOFT_GRANT_LOCK_WAIT_MS) and releases it.
 * Returns false with the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_grant_fetch(const char *account, isoft_store **store, isoft_failure *failure);

/*
 * Erases the account's record, even a damaged one. *erased says whether there was one. Takes the account's lock (waits
 * up to ISOFT_GRANT_LOCK_WAIT_MS) and releases it. Where machines share grants, word of it stays in the record. Returns
 * false with the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_grant_erase(const char *account, bool *erased, isoft_failure *failure);

#endif
