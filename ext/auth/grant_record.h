/*
 * Grant record: reads, locks and saves the stored grant of an account.
 *
 * Locks: each function states whether it takes the account's lock, requires the caller to hold it, or uses none. The
 * lock belongs to an open file description: the kernel releases it when the last process that has it open ends, a
 * killed one included. After a fork the child may not write under the parent's lock, except the forked exchange
 * (auth/detach).
 *
 * A killed writer leaves the old record or the new one, never a mixture (store/store.h). Errors are filled into the
 * failure, never thrown. No call here can bail out.
 *
 * Ownership: a record that a function returns belongs to the caller, who wipes it with isoft_record_wipe().
 */
#ifndef ISOFT_AUTH_GRANT_RECORD_H
#define ISOFT_AUTH_GRANT_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/grant.h"
#include "auth/token_request.h"
#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

enum { ISOFT_GRANT_LOCK_WAIT_MS = ISOFT_EXCHANGE_BOUND_MS + 5000 }; /* longest wait for the account's lock */

/*
 * Reads and decodes the account's record without a lock. A reply that nobody has decoded yet is decoded (auth/settle),
 * here and in isoft_grant_from_record(); grant->unread says so.
 * OK: the grant borrows its strings from the record; the caller wipes the record.
 * MISSING: the failure is AUTHORIZATION and says how to authorize.
 * FAILED: the failure says why.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_grant_read(
	isoft_store *store, const char *account, isoft_record *record, isoft_grant *grant, isoft_failure *failure);

/* Fills the AUTHORIZATION failure for an account that has no grant. Always returns false. */
bool isoft_grant_missing(const char *account, isoft_failure *failure);

/*
 * Fills the AUTHORIZATION failure for a grant whose refresh token Keap refused, with the time of the next try. Always
 * returns false.
 */
bool isoft_grant_refused(const isoft_grant *grant, isoft_failure *failure);

/* Adds to the message of a refusal when the next try is, and how to make it at once. */
void isoft_grant_add_next_try(const isoft_grant *grant, isoft_failure *failure);

/*
 * Decodes a record that was already read; the grant borrows from it. Returns false with the failure filled and the
 * record wiped.
 */
ISOFT_MUST_CHECK bool isoft_grant_from_record(
	isoft_record *record, const char *account, isoft_grant *grant, isoft_failure *failure);

/*
 * Takes the account's lock and waits for it up to ISOFT_GRANT_LOCK_WAIT_MS. The caller then owns the lock and releases
 * it or passes it to an exchange. BUSY if another process kept it, or the wait was interrupted. May pause
 * (support/pause), so call it without a lock held.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_grant_await_lock(
	isoft_store *store, const char *account, isoft_lock *lock, isoft_failure *failure);

/* As isoft_grant_await_lock(). Returns false, without the lock, with the failure filled. */
ISOFT_MUST_CHECK bool isoft_grant_lock(
	isoft_store *store, const char *account, isoft_lock *lock, isoft_failure *failure);

/*
 * Writes the grant; durable when it returns true. The caller holds the account's lock and keeps it. `retry_at` (Unix
 * seconds, 0 = none) is the earliest time of the next refresh. Returns false with the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_grant_save(
	isoft_store *store, const isoft_lock *lock, const isoft_grant *grant, int64_t retry_at, isoft_failure *failure);

/* Returns the serial for a token pair that replaces the stored one. The caller holds the account's lock. */
int64_t isoft_grant_next_serial(isoft_store *store, const char *account);

#endif
