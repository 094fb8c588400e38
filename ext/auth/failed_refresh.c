#include "auth/failed_refresh.h"

#include "auth/grant_write.h"
#include "support/clock.h"

enum { BACKOFF_FAILURES_MAX = 16, BUSY_PAUSE_S = 2 };

/* A refusal removes the begin mark: Keap's answer is then known. */
void isoft_failed_refresh_note(const isoft_failed_refresh *failed)
{
	const isoft_unread_facts *facts = failed->facts;
	isoft_grant *grant = failed->grant;

	switch (failed->meaning) {
		case ISOFT_TOKEN_RESULT_REFUSED:
			grant->refused_at = facts->answered_at;
			grant->refusals += grant->refusals < INT64_MAX;
			grant->begun_at = grant->lost_at = grant->client_refused_at = 0;
			break;
		case ISOFT_TOKEN_RESULT_CLIENT_REFUSED:
			grant->client_refused_at = facts->answered_at;
			grant->begun_at = facts->earlier_begun_at;
			break;
		case ISOFT_TOKEN_RESULT_NOTHING_HAPPENED:
			grant->begun_at = facts->earlier_begun_at;
			break;
		default:
			grant->lost_at = facts->answered_at;
	}
	/* A refusal is worth more to a person than the failure of a try after it. */
	if (failed->meaning == ISOFT_TOKEN_RESULT_REFUSED || !grant->refused_at) {
		grant->last_error = failed->failure->message;
	}
}

isoft_backoff isoft_failed_refresh_backoff(const isoft_failed_refresh *failed, isoft_backoff before)
{
	isoft_backoff backoff = {0, 0};
	int64_t pause;

	if (!failed->grant->refused_at) {
		backoff.failures = before.failures < BACKOFF_FAILURES_MAX ? before.failures + 1 : BACKOFF_FAILURES_MAX;
		pause = INT64_C(1) << backoff.failures;
		pause = pause > failed->failure->retry_after ? pause : failed->failure->retry_after;
		pause = pause < ISOFT_EXCHANGE_BACKOFF_MAX_S ? pause : ISOFT_EXCHANGE_BACKOFF_MAX_S;
		backoff.until = failed->facts->answered_at + pause;
	}
	return backoff;
}

void isoft_failed_refresh_tell(const isoft_failed_refresh *failed, isoft_fleet *fleet, isoft_backoff before)
{
	static const isoft_fleet_end_of_try ends[] = {
		[ISOFT_TOKEN_RESULT_UNKNOWN] = ISOFT_FLEET_UNKNOWN,
		[ISOFT_TOKEN_RESULT_NOTHING_HAPPENED] = ISOFT_FLEET_NOTHING,
		[ISOFT_TOKEN_RESULT_CLIENT_REFUSED] = ISOFT_FLEET_NOTHING,
		[ISOFT_TOKEN_RESULT_REFUSED] = ISOFT_FLEET_REFUSED,
	};
	int64_t retry_at = failed->grant->refused_at ? isoft_grant_retry_at(failed->grant)
												 : isoft_failed_refresh_backoff(failed, before).until;

	if (!isoft_fleet_end(fleet, ends[failed->meaning], (retry_at - failed->facts->answered_at) * 1000)
		&& failed->meaning != ISOFT_TOKEN_RESULT_REFUSED) {
		failed->grant->begun_at = failed->facts->asked_at;
	}
}

void isoft_failed_refresh_store(
	const isoft_failed_refresh *failed, isoft_store *store, const isoft_lock *lock, int64_t margin)
{
	isoft_backoff backoff = isoft_failed_refresh_backoff(failed, isoft_store_backoff(store, lock->account));
	isoft_failure ignored_failure;
	bool ignored = isoft_grant_write(store, lock, failed->grant, margin, backoff.until, &ignored_failure);

	ignored = isoft_store_set_backoff(store, lock, backoff, &ignored_failure);
	(void)ignored;
}

void isoft_failed_refresh_unbegun(
	isoft_store *store, const isoft_lock *lock, int64_t margin, const isoft_failure *failure)
{
	isoft_unread_facts facts = {.asked_at = isoft_clock_wall(), .answered_at = isoft_clock_wall()};
	isoft_record record;
	isoft_grant grant;
	isoft_failure ignored;

	if (isoft_store_read(store, lock->account, &record, &ignored) != ISOFT_STORE_OK) {
		return;
	}
	if (isoft_grant_decode(&record, &grant) && grant.kind == ISOFT_GRANT_OAUTH2) {
		isoft_failed_refresh failed = {&grant, ISOFT_TOKEN_RESULT_NOTHING_HAPPENED, &facts, failure};

		facts.earlier_begun_at = grant.begun_at;
		isoft_failed_refresh_note(&failed);
		isoft_failed_refresh_store(&failed, store, lock, margin);
	}
	isoft_record_wipe(&record);
}

void isoft_failed_refresh_pause(isoft_store *store, const isoft_lock *lock)
{
	isoft_failure ignored_failure;
	bool ignored =
		isoft_store_set_backoff(store, lock, (isoft_backoff){isoft_clock_wall() + BUSY_PAUSE_S, 0}, &ignored_failure);

	(void)ignored;
}
