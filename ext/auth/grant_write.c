#include "auth/grant_write.h"

#include <sodium.h>

#include "support/assert.h"
#include "support/clock.h"

enum { SAVE_TRIES_MAX = 5, RETRY_PAUSE_MS = 250 };

static bool fail_too_long(isoft_failure *failure)
{
	return isoft_fail(
		failure, ISOFT_FAILURE_STORE, "The tokens are longer than the store can hold (%d bytes)", ISOFT_RECORD_MAX);
}

bool isoft_grant_write(isoft_store *store, const isoft_lock *lock, const isoft_grant *grant, int64_t margin,
	int64_t retry_at, isoft_failure *failure)
{
	unsigned char bytes[ISOFT_RECORD_MAX];
	int64_t due = isoft_grant_due_at(grant, margin);
	size_t length = isoft_grant_encode(grant, bytes);
	bool saved;

	ISOFT_ASSERT(lock->descriptor != -1);
	if (!length) {
		return fail_too_long(failure);
	}
	saved = isoft_store_write(store, lock, bytes, length, due > retry_at ? due : retry_at, failure);
	sodium_memzero(bytes, length);
	return saved;
}

bool isoft_record_keep(
	isoft_store *store, isoft_lock *lock, const void *bytes, size_t length, int64_t due, isoft_failure *failure)
{
	isoft_failure ignored_failure;
	bool ignored;

	for (int tries = 0; tries < SAVE_TRIES_MAX; tries++) {
		if (isoft_store_write(store, lock, bytes, length, due, failure)) {
			return true;
		}
		isoft_clock_sleep_ms(RETRY_PAUSE_MS);
		/* Best effort: the next write reports what is wrong. */
		ignored = isoft_store_follow(store, lock, RETRY_PAUSE_MS, &ignored_failure);
		(void)ignored;
	}
	return false;
}

bool isoft_grant_keep(
	isoft_store *store, isoft_lock *lock, const isoft_grant *grant, int64_t margin, isoft_failure *failure)
{
	unsigned char bytes[ISOFT_RECORD_MAX];
	size_t length = isoft_grant_encode(grant, bytes);
	bool kept;

	if (!length) {
		return fail_too_long(failure);
	}
	kept = isoft_record_keep(store, lock, bytes, length, isoft_grant_due_at(grant, margin), failure);
	sodium_memzero(bytes, length);
	return kept;
}

void isoft_grant_clear_backoff(isoft_store *store, const isoft_lock *lock)
{
	const isoft_backoff no_backoff = {0, 0};
	isoft_failure ignored_failure;
	bool ignored = isoft_store_set_backoff(store, lock, no_backoff, &ignored_failure);

	(void)ignored;
}
