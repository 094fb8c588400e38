/*
 * Grant write: writes a grant, or a record that holds one, into the store.
 *
 * Locks: the caller holds the account's lock and keeps it; isoft_record_keep() may move it to the slot of a replaced
 * store (isoft_store_follow). Ownership: everything is borrowed for the call. No Zend call: never bails out. Part of
 * the exchange helper too (ext/exchange_helper.c).
 */
#ifndef ISOFT_AUTH_GRANT_WRITE_H
#define ISOFT_AUTH_GRANT_WRITE_H

#include "auth/grant.h"
#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * Writes the grant once; durable when it returns true. `margin` decides when its refresh is due (isoft_grant_due_at);
 * `retry_at` (Unix seconds, 0 = none) is the earliest time of the next refresh. Returns false with the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_grant_write(isoft_store *store, const isoft_lock *lock, const isoft_grant *grant,
	int64_t margin, int64_t retry_at, isoft_failure *failure);

/*
 * Writes what exists only in memory so far. One failed write must not lose it: tries 5 times, 250 ms apart, also into a
 * store that replaced the mapped one meanwhile. Returns false with the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_record_keep(
	isoft_store *store, isoft_lock *lock, const void *bytes, size_t length, int64_t due, isoft_failure *failure);

/* As isoft_record_keep(), for a grant. */
ISOFT_MUST_CHECK bool isoft_grant_keep(
	isoft_store *store, isoft_lock *lock, const isoft_grant *grant, int64_t margin, isoft_failure *failure);

/*
 * Removes the account's back-off; the caller holds the account's lock. Best effort: a back-off that could not be
 * removed delays the next refresh by at most 60 s.
 */
void isoft_grant_clear_backoff(isoft_store *store, const isoft_lock *lock);

#endif
