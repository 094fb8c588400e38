#include "php_infusionsoft.h"

#include "auth/grant_record.h"

#include "auth/grant_write.h"
#include "auth/settle.h"
#include "support/clock.h"
#include "support/interrupt.h"
#include "support/pause.h"
#include "support/time_text.h"

bool isoft_grant_missing(const char *account, isoft_failure *failure)
{
	return isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION, ISOFT_MSG_NO_GRANT, account);
}

void isoft_grant_add_next_try(const isoft_grant *grant, isoft_failure *failure)
{
	char next_try[ISOFT_TIME_TEXT_SIZE];
	size_t length = strlen(failure->message);

	isoft_time_text(next_try, isoft_grant_retry_at(grant));
	snprintf(failure->message + length, sizeof(failure->message) - length,
		". The refresh is tried again on %s; infusionsoft_token_refresh(force: true) tries at once", next_try);
}

bool isoft_grant_refused(const isoft_grant *grant, isoft_failure *failure)
{
	isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION, "%s", grant->last_error);
	isoft_grant_add_next_try(grant, failure);
	return false;
}

bool isoft_grant_from_record(isoft_record *record, const char *account, isoft_grant *grant, isoft_failure *failure)
{
	isoft_settled settled = isoft_settle_record(record, grant);

	if (settled == ISOFT_SETTLED_DECODED) {
		return true;
	}
	isoft_record_wipe(record);
	return settled == ISOFT_SETTLED_NONE ? isoft_grant_missing(account, failure)
										 : isoft_fail(failure, ISOFT_FAILURE_STORE, ISOFT_MSG_UNKNOWN_RECORD, account);
}

isoft_store_status isoft_grant_read(
	isoft_store *store, const char *account, isoft_record *record, isoft_grant *grant, isoft_failure *failure)
{
	isoft_store_status status = isoft_store_read(store, account, record, failure);

	if (status == ISOFT_STORE_MISSING) {
		isoft_grant_missing(account, failure);
	} else if (status == ISOFT_STORE_OK && !isoft_grant_from_record(record, account, grant, failure)) {
		return failure->kind == ISOFT_FAILURE_AUTHORIZATION ? ISOFT_STORE_MISSING : ISOFT_STORE_FAILED;
	}
	return status;
}

/*
 * Tries the lock, and waits for a while if another process, or another job, has it. In a batch other jobs go on
 * meanwhile; *pause_ms grows, because all jobs of the account may wait here.
 */
static isoft_store_status try_lock(
	isoft_store *store, const char *account, isoft_lock *lock, int64_t *pause_ms, bool *goes_on, isoft_failure *failure)
{
	enum { PAUSE_MAX_MS = 80 };
	bool pauses = isoft_pause_is_possible();
	isoft_store_status status = isoft_store_lock(store, account, pauses ? 0 : ISOFT_INTERRUPT_EVERY_MS, lock, failure);

	if (status == ISOFT_STORE_BUSY) {
		*goes_on = pauses ? isoft_pause_ms(*pause_ms) : !isoft_interrupted();
		*pause_ms = MIN(2 * *pause_ms, PAUSE_MAX_MS);
	}
	return status;
}

isoft_store_status isoft_grant_await_lock(
	isoft_store *store, const char *account, isoft_lock *lock, isoft_failure *failure)
{
	int64_t deadline = isoft_clock_monotonic_ms() + ISOFT_GRANT_LOCK_WAIT_MS, pause_ms = 5;
	isoft_store_status status;
	bool goes_on = true, is_last;

	do {
		/* In a batch a pause may have taken long, because the consumer did: the lock is tried once more then. */
		is_last = isoft_clock_monotonic_ms() >= deadline;
		status = try_lock(store, account, lock, &pause_ms, &goes_on, failure);
	} while (status == ISOFT_STORE_BUSY && goes_on && !is_last);
	return status;
}

bool isoft_grant_lock(isoft_store *store, const char *account, isoft_lock *lock, isoft_failure *failure)
{
	isoft_store_status status = isoft_grant_await_lock(store, account, lock, failure);

	if (status == ISOFT_STORE_BUSY) {
		isoft_fail(failure, ISOFT_FAILURE_STORE,
			"Another process has been refreshing account \"%s\" for over %d s: try again", account,
			ISOFT_GRANT_LOCK_WAIT_MS / 1000);
	}
	return status == ISOFT_STORE_OK;
}

bool isoft_grant_save(
	isoft_store *store, const isoft_lock *lock, const isoft_grant *grant, int64_t retry_at, isoft_failure *failure)
{
	return isoft_grant_write(store, lock, grant, isoft_settings_now()->refresh_margin, retry_at, failure);
}

/* An unreadable record counts as serial 0: the caller is about to replace it. */
int64_t isoft_grant_next_serial(isoft_store *store, const char *account)
{
	isoft_record record;
	isoft_grant grant;
	isoft_failure ignored;
	int64_t token_serial = 0;

	if (isoft_grant_read(store, account, &record, &grant, &ignored) == ISOFT_STORE_OK) {
		token_serial = grant.token_serial;
		isoft_record_wipe(&record);
	}
	return token_serial + 1;
}
