#include "auth/reseal.h"

#include "auth/grant_record.h"

/* A record that this version cannot read is marked due at once, so that a version that can read it looks at it. */
static int64_t due_of_record(const isoft_record *record, int64_t margin)
{
	isoft_grant grant;

	return isoft_grant_decode(record, &grant) ? isoft_grant_due_at(&grant, margin) : 1;
}

/* The caller holds the lock. A record that is gone needs no new seal. */
static bool reseal_locked(isoft_store *store, const isoft_lock *lock, int64_t margin, isoft_failure *failure)
{
	isoft_record record;
	isoft_store_status status = isoft_store_read(store, lock->account, &record, failure);
	bool resealed;

	if (status != ISOFT_STORE_OK) {
		return status == ISOFT_STORE_MISSING;
	}
	resealed = !record.previous_key
		|| isoft_store_write(store, lock, record.bytes, record.length, due_of_record(&record, margin), failure);
	isoft_record_wipe(&record);
	return resealed;
}

bool isoft_reseal(isoft_store *store, const char *account, int64_t margin, isoft_failure *failure)
{
	isoft_lock lock;
	isoft_store_status status = isoft_grant_await_lock(store, account, &lock, failure);
	bool resealed;

	if (status == ISOFT_STORE_BUSY) {
		return true; /* The holder is about to write the record, which seals it under the present key. */
	}
	if (status != ISOFT_STORE_OK) {
		return false;
	}
	resealed = reseal_locked(store, &lock, margin, failure);
	isoft_store_unlock(store, &lock);
	return resealed;
}
