#include "auth/begin_mark.h"

#include "auth/grant_write.h"
#include "support/clock.h"
#include "support/crash_point.h"

bool isoft_begin_mark_read(
	isoft_store *store, const isoft_lock *lock, isoft_record *record, isoft_grant *grant, isoft_failure *failure)
{
	isoft_store_status status = isoft_store_read(store, lock->account, record, failure);

	if (status == ISOFT_STORE_MISSING) {
		return isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
			"The grant of account \"%s\" was removed before it could be refreshed: authorize again", lock->account);
	}
	if (status != ISOFT_STORE_OK) {
		return false;
	}
	if (!isoft_grant_decode(record, grant)) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE, ISOFT_MSG_UNKNOWN_RECORD, lock->account);
	}
	return grant->kind == ISOFT_GRANT_OAUTH2
		|| isoft_fail(
			failure, ISOFT_FAILURE_STORE, "Account \"%s\" has an API key, which is never refreshed", lock->account);
}

bool isoft_begin_mark_set(isoft_store *store, const isoft_lock *lock, int64_t margin, isoft_record *record,
	isoft_grant *grant, isoft_begun *begun, isoft_failure *failure)
{
	if (isoft_begin_mark_read(store, lock, record, grant, failure)) {
		begun->asked_at = isoft_clock_wall();
		begun->earlier_begun_at = grant->begun_at;
		grant->begun_at = grant->tried_at = begun->asked_at;
		if (isoft_grant_write(store, lock, grant, margin, 0, failure)) {
			isoft_crash_point("after_begin_mark");
			return true;
		}
	}
	isoft_record_wipe(record);
	return false;
}
