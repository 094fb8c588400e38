/*
 * Grant record: the grant of an account as the store holds it.
 *
 * Each function says which lock it needs or takes. A failure is filled, never thrown. No Zend call is made under a
 * lock, so nothing here bails out.
 */
#ifndef ISOFT_AUTH_GRANT_RECORD_H
#define ISOFT_AUTH_GRANT_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/grant.h"
#include "store/store.h"
#include "support/failure.h"

enum {
	ISOFT_EXCHANGE_BOUND_MS = 60000,                          /* the longest an exchange holds an account's lock */
	ISOFT_GRANT_LOCK_WAIT_MS = ISOFT_EXCHANGE_BOUND_MS + 5000 /* the longest a process waits for that lock */
};

/*
 * Reads and decodes the account's record; takes no lock. OK: the grant borrows from the record, which the caller wipes.
 * MISSING fills an AUTHORIZATION failure that says how to authorize. FAILED fills the failure.
 */
isoft_store_status isoft_grant_read(
	isoft_store *store, const char *account, isoft_record *record, isoft_grant *grant, isoft_failure *failure);

/* Fills the AUTHORIZATION failure of an account without a grant. Returns false. */
bool isoft_grant_missing(const char *account, isoft_failure *failure);

/* The grant in a record that was read. Returns false with the failure filled, and the record wiped. */
bool isoft_grant_from_record(isoft_record *record, const char *account, isoft_grant *grant, isoft_failure *failure);

/* Takes the account's lock, waiting as long as an exchange may hold it. Returns false with the failure filled. */
bool isoft_grant_lock(isoft_store *store, const char *account, isoft_lock *lock, isoft_failure *failure);

/*
 * Writes the grant; the caller holds the account's lock. `retry_at` (Unix seconds, 0 = none) is the earliest time of
 * the next refresh. Returns false with the failure filled.
 */
bool isoft_grant_save(
	isoft_store *store, const isoft_lock *lock, const isoft_grant *grant, int64_t retry_at, isoft_failure *failure);

/* The serial of a token pair that replaces the stored one; the caller holds the account's lock. */
int64_t isoft_grant_next_serial(isoft_store *store, const char *account);

/*
 * Stores a grant in place of the account's, with the next serial and without a back-off. Takes and releases the
 * account's lock; makes the store if there is none. Returns false with the failure filled.
 */
bool isoft_grant_replace(const char *account, isoft_grant *grant, isoft_failure *failure);

/*
 * Erases the account's record, a damaged one included, and says whether there was one. Takes and releases the account's
 * lock. Returns false with the failure filled.
 */
bool isoft_grant_erase(const char *account, bool *erased, isoft_failure *failure);

#endif
