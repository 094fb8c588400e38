#include "auth/reseal.h"

#include "auth/grant_record.h"

/* A record that another version wrote is not ours to date: it stays due at once, for a version that can read it. */
static int64_t due_of(const isoft_record *record, int64_t margin)
{
	isoft_grant grant;

	return isoft_grant_decode(record, &grant) ? isoft_grant_due_at(&grant, margin) : 1;
}

static bool write_again(isoft_store *store, const isoft_lock *lock, int64_t margin, isoft_failure *failure)
{
	isoft_record record;
	isoft_store_status status = isoft_store_read(store, lock->account, &record, failure);
	bool written;

	if (status != ISOFT_STORE_OK) {
		return status == ISOFT_STORE_MISSING;
	}
	written = !record.previous_key
		|| isoft_store_write(store, lock, record.bytes, record.length, due_of(&record, margin), failure);
	isoft_record_wipe(&record);
	return written;
}

bool isoft_reseal(isoft_store *store, const char *account, int64_t margin, isoft_failure *failure)
{
	isoft_lock lock;
	isoft_store_status status = isoft_store_lock(store, account, ISOFT_GRANT_LOCK_WAIT_MS, &lock, failure);
	bool done;

	if (status == ISOFT_STORE_BUSY) {
		return true; /* whoever has held it for so long is about to write it */
	}
	if (status != ISOFT_STORE_OK) {
		return false;
	}
	done = write_again(store, &lock, margin, failure);
	isoft_store_unlock(store, &lock);
	return done;
}
