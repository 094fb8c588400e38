#include "php_infusionsoft.h"

#include "auth/settle.h"

#include <sodium.h>

#include "auth/conclusion.h"
#include "auth/fleet_grant.h"
#include "auth/grant_write.h"
#include "auth/stats.h"
#include "auth/unread_reply.h"

/* Of processes that did not wait for the helper: they cannot know whether the pair is still the newest. */
static const isoft_settle_awaited by_reader = {.life = "", .command_ms = 1000};
static const isoft_settle_awaited by_holder = {.life = "", .command_ms = 5000};

/* An unread reply and what comes of it. It points into itself: it must not be copied. */
typedef struct {
	isoft_record before_record;
	isoft_grant before;
	isoft_unread_facts facts;
	isoft_reply reply;
	isoft_conclusion conclusion;
} settle_case;

/* Returns false if the record holds no unread reply, or cannot be decoded; the case then needs no wipe. */
static bool settle_case_read(settle_case *settled, const isoft_record *record)
{
	bool has_before;

	if (!isoft_unread_decode(record, &settled->before_record, &settled->facts, &settled->reply)) {
		return false;
	}
	has_before = isoft_grant_decode(&settled->before_record, &settled->before);
	if (!has_before && !settled->facts.for_code) {
		isoft_record_wipe(&settled->before_record);
		return false;
	}
	isoft_conclude(&settled->conclusion, has_before ? &settled->before : NULL, &settled->facts, &settled->reply,
		has_before ? settled->before.refresh_token : "", "");
	return true;
}

static void settle_case_wipe(settle_case *settled)
{
	isoft_conclusion_wipe(&settled->conclusion);
	isoft_record_wipe(&settled->before_record);
}

/* Puts the encoded grant in the place of the unread reply. Returns false if there is none. */
static bool replace_bytes(isoft_record *record, const settle_case *settled)
{
	unsigned char bytes[ISOFT_RECORD_MAX];
	size_t length = settled->conclusion.has_grant ? isoft_grant_encode(&settled->conclusion.grant, bytes) : 0;

	isoft_record_wipe(record);
	memcpy(record->bytes, bytes, length);
	record->length = length;
	sodium_memzero(bytes, length);
	return length > 0;
}

isoft_settled isoft_settle_record(isoft_record *record, isoft_grant *grant)
{
	settle_case settled;
	bool unread = isoft_unread_is(record), has_grant;

	if (unread) {
		if (!settle_case_read(&settled, record)) {
			return ISOFT_SETTLED_UNKNOWN;
		}
		has_grant = replace_bytes(record, &settled);
		settle_case_wipe(&settled);
		if (!has_grant) {
			return ISOFT_SETTLED_NONE;
		}
	}
	if (!isoft_grant_decode(record, grant)) {
		return ISOFT_SETTLED_UNKNOWN;
	}
	grant->unread = unread;
	return grant->kind == ISOFT_GRANT_FORGOTTEN ? ISOFT_SETTLED_NONE : ISOFT_SETTLED_DECODED;
}

static void count_refresh(const settle_case *settled)
{
	if (!settled->facts.for_code) {
		isoft_stats_add(settled->conclusion.granted ? ISOFT_STAT_REFRESHES : ISOFT_STAT_REFRESH_FAILURES, 1);
	}
}

/* Stores what comes of the reply, and the back-off. */
static bool settle_case_store(settle_case *settled, isoft_store *store, isoft_lock *lock, isoft_failure *failure)
{
	isoft_conclusion *conclusion = &settled->conclusion;
	isoft_failed_refresh failed = isoft_conclusion_failed(conclusion, &settled->facts);
	isoft_backoff backoff = isoft_store_backoff(store, lock->account);
	isoft_failure ignored_failure;
	bool ignored;

	if (!conclusion->has_grant) {
		return isoft_store_erase(store, lock, failure);
	}
	if (conclusion->granted) {
		backoff = (isoft_backoff){0, 0};
	} else if (!settled->facts.for_code) {
		backoff = isoft_failed_refresh_backoff(&failed, backoff);
	}
	if (!isoft_grant_write(
			store, lock, &conclusion->grant, isoft_settings_now()->refresh_margin, backoff.until, failure)) {
		return false;
	}
	/* Best effort: without it the next refresh comes a little early or late. */
	ignored = isoft_store_set_backoff(store, lock, backoff, &ignored_failure);
	(void)ignored;
	return true;
}

/*
 * Stores what comes of the reply, and tells the other machines. A pair is stored first: while the reply is unread,
 * nobody has handed the pair in.
 */
static bool settle_case_finish(settle_case *settled, isoft_store *store, isoft_lock *lock,
	const isoft_settle_awaited *awaited, isoft_failure *failure)
{
	isoft_conclusion *conclusion = &settled->conclusion;
	isoft_failed_refresh failed = isoft_conclusion_failed(conclusion, &settled->facts);
	isoft_fleet *fleet = isoft_fleet_resume(store, lock, &settled->facts.fleet, awaited->life, awaited->command_ms);
	bool stored;

	if (fleet && !conclusion->granted && !settled->facts.for_code) {
		isoft_failed_refresh_tell(&failed, fleet, isoft_store_backoff(store, lock->account));
	}
	stored = settle_case_store(settled, store, lock, failure);
	if (stored && conclusion->granted) {
		isoft_fleet_publish(fleet, lock, &conclusion->grant, 0);
	}
	isoft_fleet_close(fleet);
	return stored;
}

/* Another exchange may have ended since: its pair is not what this process waited for. */
static const isoft_settle_awaited *awaited_for(const isoft_settle_awaited *awaited, const isoft_record *record)
{
	bool fits = !awaited->length
		|| (awaited->length == record->length && memcmp(awaited->record, record->bytes, record->length) == 0);

	return fits ? awaited : &by_reader;
}

static bool settle_as(isoft_store *store, isoft_lock *lock, const isoft_settle_awaited *awaited, isoft_failure *failure)
{
	isoft_record record;
	isoft_failure ignored;
	settle_case settled;
	bool stored = true;

	if (isoft_store_read(store, lock->account, &record, &ignored) != ISOFT_STORE_OK) {
		return true;
	}
	if (isoft_unread_is(&record) && settle_case_read(&settled, &record)) {
		stored = settle_case_finish(&settled, store, lock, awaited_for(awaited, &record), failure);
		if (stored) {
			count_refresh(&settled);
		}
		settle_case_wipe(&settled);
	}
	isoft_record_wipe(&record);
	return stored;
}

bool isoft_settle_locked(isoft_store *store, isoft_lock *lock, isoft_failure *failure)
{
	return settle_as(store, lock, &by_holder, failure);
}

void isoft_settle(isoft_store *store, const char *account, int64_t wait_ms)
{
	isoft_settle_own(store, account, wait_ms, &by_reader);
}

void isoft_settle_own(isoft_store *store, const char *account, int64_t wait_ms, const isoft_settle_awaited *awaited)
{
	isoft_failure ignored_failure;
	isoft_lock lock;
	bool ignored;

	if (isoft_store_lock(store, account, wait_ms, &lock, &ignored_failure) == ISOFT_STORE_OK) {
		ignored = settle_as(store, &lock, awaited, &ignored_failure);
		(void)ignored;
		isoft_store_unlock(store, &lock);
	}
}
