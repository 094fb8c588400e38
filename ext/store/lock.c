#include "store/lock.h"

#include <errno.h>
#include <string.h>

#include "store/file_lock.h"
#include "store/permissions.h"
#include "store/publish.h"
#include "store/slot_alloc.h"
#include "store/table.h"
#include "support/assert.h"
#include "support/clock.h"
#include "support/crash_point.h"
#include "support/fork.h"

bool isoft_lock_is_ours(const isoft_store *store, const isoft_lock *lock)
{
	unsigned forks = isoft_fork_count();

	return lock->descriptor != -1
		&& (lock->forks == forks || (lock->descriptor == store->inherited && store->inherited_forks == forks));
}

/* Finds the account's slot, or allocates one. A record under an unknown key does not prevent the allocation. */
static isoft_store_status find_or_alloc_slot(
	isoft_store *store, const char *account, uint32_t *slot, isoft_failure *failure)
{
	const isoft_cached *found;

	if (isoft_table_find(store, account, &found, failure) == ISOFT_STORE_OK) {
		*slot = found->slot;
		return ISOFT_STORE_OK;
	}
	return isoft_slot_alloc(store, account, slot, failure);
}

/* Maps the store again if it was opened on a read-only file system. Returns FAILED if it still cannot be written. */
static isoft_store_status ensure_writable(isoft_store *store, isoft_failure *failure)
{
	isoft_store_status status = isoft_store_check(store, failure);

	if (status == ISOFT_STORE_OK && store->mapping.read_only) {
		status = isoft_store_remap(store, failure);
	}
	if (status == ISOFT_STORE_OK && store->mapping.read_only) {
		isoft_permissions_explain("lock", store->paths.tokens, EROFS, failure);
		return ISOFT_STORE_FAILED;
	}
	return status == ISOFT_STORE_MISSING ? ISOFT_STORE_FAILED : status;
}

/*
 * Under the account lock: *confirmed tells whether the store at the path still gives this slot to the account. If so,
 * completes the work of a killed writer.
 */
static isoft_store_status confirm_slot(
	isoft_store *store, const char *account, uint32_t slot, isoft_lock_way way, bool *confirmed, isoft_failure *failure)
{
	const isoft_cached *found;
	isoft_store_status status = ensure_writable(store, failure);

	if (status != ISOFT_STORE_OK) {
		return status;
	}
	*confirmed = (isoft_lock_way)store->mapping.header.lock_way == way
		&& isoft_table_find(store, account, &found, failure) == ISOFT_STORE_OK && found->slot == slot;
	if (*confirmed && !isoft_publish_recover(store, slot)) {
		isoft_permissions_explain("write", store->paths.tokens, errno, failure);
		return ISOFT_STORE_FAILED;
	}
	return ISOFT_STORE_OK;
}

/* OK with the descriptor -1: the account got another slot before the lock was taken. The caller tries again. */
static isoft_store_status try_lock_slot(
	isoft_store *store, const char *account, int64_t deadline, isoft_lock *lock, isoft_failure *failure)
{
	isoft_lock_place place;
	isoft_lock_way way;
	bool confirmed = false;
	isoft_store_status status = find_or_alloc_slot(store, account, &lock->slot, failure);

	if (status != ISOFT_STORE_OK) {
		return status;
	}
	way = (isoft_lock_way)store->mapping.header.lock_way;
	isoft_lock_place_of(&place, &store->paths, way, lock->slot);
	if (isoft_crash_point("before_lock")) {
		isoft_permissions_explain("lock", place.path, errno, failure);
		return ISOFT_STORE_FAILED;
	}
	status = isoft_file_lock(&store->paths, &place, deadline, &lock->descriptor, failure);
	if (status != ISOFT_STORE_OK) {
		lock->descriptor = -1;
		return status;
	}
	isoft_crash_point("after_lock");
	status = confirm_slot(store, account, lock->slot, way, &confirmed, failure);
	if (status != ISOFT_STORE_OK || !confirmed) {
		isoft_file_unlock(lock->descriptor);
		lock->descriptor = -1;
	}
	return status;
}

isoft_store_status isoft_store_lock(
	isoft_store *store, const char *account, int64_t wait_ms, isoft_lock *lock, isoft_failure *failure)
{
	int64_t deadline = isoft_clock_monotonic_ms() + wait_ms;
	isoft_store_status status;

	memset(lock, 0, sizeof(*lock));
	lock->descriptor = -1;
	if (!isoft_store_account_fits(account, failure)) {
		return ISOFT_STORE_FAILED;
	}
	status = ensure_writable(store, failure);
	while (status == ISOFT_STORE_OK && lock->descriptor == -1) {
		status = try_lock_slot(store, account, deadline, lock, failure);
		if (status == ISOFT_STORE_OK && lock->descriptor == -1 && isoft_clock_monotonic_ms() > deadline) {
			return ISOFT_STORE_BUSY;
		}
	}
	if (status == ISOFT_STORE_OK) {
		ISOFT_ASSERT(lock->descriptor != -1 && lock->slot < isoft_mapping_slots(&store->mapping));
		lock->forks = isoft_fork_count();
		strcpy(lock->account, account);
	}
	return status == ISOFT_STORE_MISSING ? ISOFT_STORE_FAILED : status;
}

bool isoft_store_follow(isoft_store *store, isoft_lock *lock, int64_t wait_ms, isoft_failure *failure)
{
	isoft_lock new_lock;
	uint32_t slot;

	ISOFT_ASSERT(isoft_lock_is_ours(store, lock));
	if (ensure_writable(store, failure) != ISOFT_STORE_OK
		|| find_or_alloc_slot(store, lock->account, &slot, failure) != ISOFT_STORE_OK) {
		return false;
	}
	if (slot == lock->slot) {
		return true;
	}
	if (isoft_store_lock(store, lock->account, wait_ms, &new_lock, failure) != ISOFT_STORE_OK) {
		return false;
	}
	isoft_store_unlock(store, lock);
	*lock = new_lock;
	return true;
}

void isoft_store_unlock(isoft_store *store, isoft_lock *lock)
{
	if (!isoft_lock_is_ours(store, lock)) {
		isoft_store_leave(store, lock);
		return;
	}
	isoft_slot_free_if_empty(store, lock->slot);
	isoft_file_unlock(lock->descriptor);
	lock->descriptor = -1;
	isoft_crash_point("unlocked");
}

void isoft_store_leave(isoft_store *store, isoft_lock *lock)
{
	(void)store;
	if (lock->descriptor != -1) {
		isoft_os_close(lock->descriptor);
		lock->descriptor = -1;
	}
}

int isoft_store_inherit(isoft_store *store, const isoft_lock *lock, int descriptors[4])
{
	ISOFT_ASSERT(lock->descriptor != -1);
	store->inherited = lock->descriptor;
	store->inherited_forks = isoft_fork_count();
	isoft_ranges_close(&store->ranges); /* before the caller closes all descriptors that it does not keep */
	descriptors[0] = lock->descriptor;
	descriptors[1] = store->mapping.descriptor;
	return 2;
}
