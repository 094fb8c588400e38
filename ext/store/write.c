#include <errno.h>
#include <string.h>

#include "store/lock.h"
#include "store/permissions.h"
#include "store/publish.h"
#include "store/slot_alloc.h"
#include "store/table.h"

static bool write_failed(isoft_store *store, isoft_failure *failure)
{
	return isoft_permissions_explain("write", store->paths.tokens, errno, failure);
}

/* Checks that this process holds the lock and that the store at the path still gives the slot to the account. */
static bool check_may_write(
	isoft_store *store, const isoft_lock *lock, const isoft_cached **found, isoft_failure *failure)
{
	if (!isoft_lock_is_ours(store, lock)) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"This process does not hold the lock of the account \"%s\": a lock is not inherited by a fork",
			lock->account);
	}
	/* The holder of the lock may write even if the header changed (the store grew, or another key was used). */
	if (!isoft_mapping_is_at(&store->mapping, store->paths.tokens)
		&& isoft_store_check(store, failure) != ISOFT_STORE_OK) {
		return false;
	}
	if (store->mapping.read_only) {
		return isoft_permissions_explain("write", store->paths.tokens, EROFS, failure);
	}
	if (isoft_table_find(store, lock->account, found, failure) != ISOFT_STORE_OK || (*found)->slot != lock->slot) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"%s was replaced by another file while the account \"%s\" was locked: try again", store->paths.tokens,
			lock->account);
	}
	return true;
}

bool isoft_store_write(
	isoft_store *store, const isoft_lock *lock, const void *bytes, size_t length, int64_t due, isoft_failure *failure)
{
	const isoft_cached *found;

	if (length > ISOFT_RECORD_MAX) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"The record of the account \"%s\" has %llu bytes; the maximum is %d", lock->account,
			(unsigned long long)length, ISOFT_RECORD_MAX);
	}
	if (!check_may_write(store, lock, &found, failure)) {
		return false;
	}
	if (!isoft_publish_record(store, lock->slot, lock->account, due, bytes, length)) {
		return write_failed(store, failure);
	}
	if (found->stale_hash) {
		isoft_slot_rehash(store, lock->slot, lock->account);
	}
	return true;
}

bool isoft_store_erase(isoft_store *store, const isoft_lock *lock, isoft_failure *failure)
{
	const isoft_cached *found;

	return check_may_write(store, lock, &found, failure)
		&& (isoft_publish_nothing(store, lock->slot) || write_failed(store, failure));
}

bool isoft_store_set_backoff(isoft_store *store, const isoft_lock *lock, isoft_backoff backoff, isoft_failure *failure)
{
	const isoft_cached *found;
	struct {
		int64_t until;
		uint32_t failures;
		uint32_t spare;
	} update = {backoff.until, backoff.failures, 0};
	uint64_t at = isoft_layout_entry(lock->slot) + offsetof(isoft_entry, backoff_until);

	_Static_assert(
		sizeof(update) == sizeof(isoft_entry) - offsetof(isoft_entry, backoff_until), "the back-off ends the entry");
	return check_may_write(store, lock, &found, failure)
		&& (isoft_os_write_at(store->mapping.descriptor, &update, sizeof(update), at) || write_failed(store, failure));
}
