#include "php_infusionsoft.h"

#include "auth/grant_change.h"

#include "auth/fleet_grant.h"
#include "auth/fleet_setting.h"
#include "auth/grant_record.h"
#include "auth/grant_write.h"
#include "auth/settle.h"
#include "auth/store_cache.h"

/* Where machines share grants, it begins a lineage, which the others adopt. */
static bool replace_locked(isoft_store *store, isoft_lock *lock, isoft_grant *grant, isoft_failure *failure)
{
	isoft_fleet *fleet;
	bool saved;

	/* An unread reply has a lineage too, and a refresh that it counts. */
	if (!isoft_settle_locked(store, lock, failure)) {
		return false;
	}
	fleet = isoft_fleet_begin_lineage(store, lock);
	grant->token_serial = isoft_grant_next_serial(store, lock->account);
	isoft_fleet_sign(fleet, grant);
	saved = isoft_grant_save(store, lock, grant, 0, failure);
	if (saved) {
		isoft_grant_clear_backoff(store, lock);
		isoft_fleet_publish(fleet, lock, grant, 0);
	}
	isoft_fleet_close(fleet);
	return saved;
}

bool isoft_grant_replace(const char *account, isoft_grant *grant, isoft_failure *failure)
{
	isoft_store *store;
	isoft_lock lock;
	bool saved;

	if (isoft_store_cache_open(true, &store, failure) != ISOFT_STORE_OK
		|| !isoft_grant_lock(store, account, &lock, failure)) {
		return false;
	}
	saved = replace_locked(store, &lock, grant, failure);
	isoft_store_unlock(store, &lock);
	return saved;
}

static bool lock_and_erase(isoft_store *store, const char *account, isoft_failure *failure)
{
	isoft_lock lock;
	bool erased;

	if (!isoft_grant_lock(store, account, &lock, failure)) {
		return false;
	}
	erased = isoft_store_erase(store, &lock, failure);
	isoft_store_unlock(store, &lock);
	return erased;
}

/* Leaves word for the other machines in the place of the grant: one that still has it must not bring it back. */
static bool forget_shared(const char *account, bool *erased, isoft_failure *failure)
{
	isoft_grant tombstone = {.kind = ISOFT_GRANT_FORGOTTEN};
	isoft_store *store;
	isoft_record record;
	isoft_grant grant;
	isoft_failure ignored;
	isoft_lock lock;
	bool forgotten;

	if (isoft_store_cache_open(true, &store, failure) != ISOFT_STORE_OK
		|| !isoft_grant_lock(store, account, &lock, failure)) {
		return false;
	}
	*erased = isoft_grant_read(store, account, &record, &grant, &ignored) == ISOFT_STORE_OK;
	if (*erased) {
		isoft_record_wipe(&record);
	}
	/* Written twice: the store keeps the record before the last one, which still holds the tokens. */
	forgotten =
		replace_locked(store, &lock, &tombstone, failure) && isoft_grant_save(store, &lock, &tombstone, 0, failure);
	isoft_store_unlock(store, &lock);
	return forgotten;
}

bool isoft_grant_erase(const char *account, bool *erased, isoft_failure *failure)
{
	isoft_store *store;
	isoft_record record;
	isoft_store_status status = isoft_store_cache_open(false, &store, failure);

	*erased = false;
	if (isoft_fleet_is_on() && status != ISOFT_STORE_FAILED) {
		return forget_shared(account, erased, failure);
	}
	if (status != ISOFT_STORE_OK) {
		return status == ISOFT_STORE_MISSING;
	}
	if (isoft_store_read(store, account, &record, failure) == ISOFT_STORE_MISSING) {
		return true;
	}
	isoft_record_wipe(&record);
	*erased = lock_and_erase(store, account, failure);
	return *erased;
}

bool isoft_grant_fetch(const char *account, isoft_store **store, isoft_failure *failure)
{
	isoft_record record;
	isoft_grant grant;
	isoft_lock lock;
	isoft_store_status status;
	bool fetched;

	if (isoft_store_cache_open(true, store, failure) != ISOFT_STORE_OK
		|| !isoft_grant_lock(*store, account, &lock, failure)) {
		return false;
	}
	/* Another process may have fetched it meanwhile. */
	status = isoft_grant_read(*store, account, &record, &grant, failure);
	if (status == ISOFT_STORE_OK) {
		isoft_record_wipe(&record);
	}
	fetched = status == ISOFT_STORE_OK || (status == ISOFT_STORE_MISSING && isoft_fleet_fetch(*store, &lock, failure));
	isoft_store_unlock(*store, &lock);
	return fetched;
}
