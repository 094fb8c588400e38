#include "php_infusionsoft.h"

#include "auth/refresh.h"

#include <stdio.h>
#include <string.h>

#include "auth/detach.h"
#include "auth/exchange.h"
#include "auth/fleet_setting.h"
#include "auth/grant_record.h"
#include "auth/reseal.h"
#include "auth/settle.h"
#include "auth/store_cache.h"
#include "auth/conclusion.h"
#include "auth/token_result.h"
#include "support/assert.h"
#include "support/clock.h"
#include "support/interrupt.h"

enum { EARLY_WAIT_MS = 500, UNWRITABLE_INTERVAL_MS = 60000 };

/* Result of reading the record again under the lock. */
typedef enum {
	RECHECK_DUE,        /* the pair is still the caller's: refresh it */
	RECHECK_NEWER,      /* another process has stored a newer pair */
	RECHECK_BACKED_OFF, /* the failure is filled, here and below */
	RECHECK_FAILED
} refresh_recheck;

/* Seconds, 0 for no back-off. */
static int64_t backoff_left(isoft_store *store, const char *account)
{
	int64_t now = isoft_clock_wall();
	int64_t until = isoft_store_backoff(store, account).until;

	/* Compared before it is subtracted: the value in memory may be anything. */
	return until > now && until <= now + ISOFT_EXCHANGE_BACKOFF_MAX_S ? until - now : 0;
}

bool isoft_refresh_is_backed_off(isoft_store *store, const char *account)
{
	return backoff_left(store, account) > 0;
}

/* A setting that Keap refused is told as the try told it: no wait mends it. */
static void fail_backed_off(const isoft_grant *grant, int64_t left, isoft_failure *failure)
{
	if (grant->client_refused_at && strcmp(grant->last_error, ISOFT_MSG_UNKNOWN_CLIENT) == 0) {
		isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION, ISOFT_MSG_UNKNOWN_CLIENT);
	} else {
		isoft_fail(failure, ISOFT_FAILURE_TRANSPORT, "The last refresh failed, and the next is tried in %lld s: %s",
			(long long)left, grant->last_error);
	}
}

/* The caller holds the account's lock. */
static refresh_recheck recheck_locked(
	isoft_store *store, isoft_lock *lock, int64_t token_serial, bool force, isoft_failure *failure)
{
	const char *account = lock->account;
	isoft_record record;
	isoft_grant grant;
	isoft_store_status status;
	int64_t left;
	refresh_recheck result = RECHECK_DUE;

	if (!isoft_settle_locked(store, lock, failure)) {
		return RECHECK_FAILED;
	}
	status = isoft_grant_read(store, account, &record, &grant, failure);
	left = backoff_left(store, account);
	if (status == ISOFT_STORE_MISSING) {
		isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
			"The grant of account \"%s\" was removed before it could be refreshed: authorize again", account);
	}
	if (status != ISOFT_STORE_OK) {
		return RECHECK_FAILED;
	}
	if (grant.token_serial != token_serial) {
		result = RECHECK_NEWER;
	} else if (!isoft_grant_is_of(&grant, isoft_settings_now()->client_id)) {
		result = RECHECK_FAILED;
		isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION, ISOFT_MSG_OTHER_CLIENT, account);
	} else if (!force && !isoft_fleet_setting_fits(grant.lineage, account, failure)) {
		result = RECHECK_FAILED;
	} else if (!force && isoft_grant_pauses(&grant, isoft_clock_wall())) {
		result = RECHECK_FAILED;
		isoft_grant_refused(&grant, failure);
	} else if (left > 0 && !force) {
		result = RECHECK_BACKED_OFF;
		fail_backed_off(&grant, left, failure);
	}
	isoft_record_wipe(&record);
	return result;
}

/*
 * After the exchange's process was killed: returns whether it had already stored the new pair. Takes the account's
 * lock, which the kernel has released, and releases it. Returns false with the failure filled.
 */
static bool killed_exchange_stored(isoft_store *store, const char *account, int64_t next_serial, isoft_failure *failure)
{
	isoft_lock lock;
	bool stored;

	if (!isoft_grant_lock(store, account, &lock, failure)) {
		return false;
	}
	stored = isoft_grant_next_serial(store, account) > next_serial;
	isoft_store_unlock(store, &lock);
	if (!stored) {
		isoft_fail(failure, ISOFT_FAILURE_TRANSPORT,
			"The process that exchanged tokens with Keap was killed: it is not known whether Keap acted");
		failure->may_sent = true;
	}
	return stored;
}

/* Maps the store again if the exchange has stored the pair in a file that replaced the mapped one. */
static void follow_store(isoft_store *store)
{
	isoft_failure ignored_failure;
	isoft_store_status ignored = isoft_store_check(store, &ignored_failure);

	(void)ignored; /* The next read reports what is wrong with the store. */
}

static void fail_running(isoft_failure *failure)
{
	if (isoft_interrupted()) {
		isoft_fail(failure, ISOFT_FAILURE_TRANSPORT,
			"The wait for Keap's token endpoint was interrupted: the exchange continues in the background");
	} else {
		isoft_fail(failure, ISOFT_FAILURE_TRANSPORT,
			"Keap's token endpoint took longer than %d s: the exchange continues in the background",
			ISOFT_GRANT_LOCK_WAIT_MS / 1000);
	}
}

/* The caller holds the lock; it passes to the exchange, and this process no longer holds it on return. */
static bool exchange_and_wait(const isoft_exchange *exchange, isoft_failure *failure)
{
	const char *account = exchange->lock->account;
	int64_t next_serial = isoft_grant_next_serial(exchange->store, account);

	switch (isoft_detach(exchange, ISOFT_GRANT_LOCK_WAIT_MS, failure)) {
		case ISOFT_DETACH_RUNNING:
			fail_running(failure);
			failure->may_sent = true;
			return false;
		case ISOFT_DETACH_KILLED:
			return killed_exchange_stored(exchange->store, account, next_serial, failure);
		case ISOFT_DETACH_IMPOSSIBLE:
			isoft_exchange_here(exchange, failure);
			break;
		case ISOFT_DETACH_DONE:
			follow_store(exchange->store);
			break;
	}
	ISOFT_ASSERT(exchange->lock->descriptor == -1);
	return failure->kind == ISOFT_FAILURE_NONE;
}

/* Keeps the outcome for isoft_refresh_take_outcome(), and returns `refreshed`. */
static bool keep_outcome(bool refreshed, const isoft_failure *failure)
{
	ISOFT_G(refreshed) = true;
	if (refreshed) {
		ISOFT_G(refresh_outcome).kind = ISOFT_FAILURE_NONE;
	} else {
		ISOFT_G(refresh_outcome) = *failure;
	}
	return refreshed;
}

/* Lets the next call tell its logger, at most once a minute: a due token meets each call until it expires. */
static void keep_unwritable(const isoft_failure *unwritable)
{
	int64_t now = isoft_clock_monotonic_ms();

	if (!ISOFT_G(unwritable_told_at) || now - ISOFT_G(unwritable_told_at) >= UNWRITABLE_INTERVAL_MS) {
		ISOFT_G(unwritable_told_at) = now;
		keep_outcome(false, unwritable);
	}
}

bool isoft_refresh_take_outcome(isoft_failure *outcome)
{
	bool refreshed = ISOFT_G(refreshed);

	if (refreshed) {
		*outcome = ISOFT_G(refresh_outcome);
		ISOFT_G(refreshed) = false;
	}
	return refreshed;
}

bool isoft_refresh(isoft_store *store, const char *account, int64_t token_serial, bool force, isoft_failure *failure)
{
	isoft_lock lock;
	refresh_recheck recheck;

	if (!isoft_exchange_possible(failure) || !isoft_grant_lock(store, account, &lock, failure)) {
		return false;
	}
	recheck = recheck_locked(store, &lock, token_serial, force, failure);
	if (recheck == RECHECK_DUE) {
		return keep_outcome(
			exchange_and_wait(&(isoft_exchange){.store = store, .lock = &lock, .force = force}, failure), failure);
	}
	isoft_store_unlock(store, &lock);
	return recheck == RECHECK_NEWER;
}

/*
 * Tries the lock once, without waiting. Returns true with the lock held if a refresh is due. Returns false without the
 * lock if no refresh is due, if another process is at it, or if the store cannot be written: `unwritable` then says
 * why, and its kind is NONE otherwise.
 */
static bool lock_if_due(
	isoft_store *store, const char *account, int64_t token_serial, isoft_lock *lock, isoft_failure *unwritable)
{
	isoft_failure ignored;
	isoft_store_status status;

	unwritable->kind = ISOFT_FAILURE_NONE;
	if (isoft_refresh_is_backed_off(store, account) || !isoft_exchange_possible(&ignored)) {
		return false;
	}
	status = isoft_store_lock(store, account, 0, lock, unwritable);
	if (status != ISOFT_STORE_FAILED) {
		unwritable->kind = ISOFT_FAILURE_NONE;
	}
	if (status != ISOFT_STORE_OK) {
		return false;
	}
	if (recheck_locked(store, lock, token_serial, false, &ignored) == RECHECK_DUE) {
		return true;
	}
	isoft_store_unlock(store, lock);
	return false;
}

/*
 * Starts an exchange in a child if a refresh is due, and waits for it up to `wait_ms`. Returns false only if a refresh
 * is due, but no child can be forked. Holds no lock on return.
 */
static bool refresh_in_child(isoft_store *store, const char *account, int64_t token_serial, int64_t wait_ms)
{
	isoft_failure outcome;
	isoft_lock lock;
	isoft_detach_status status;

	if (!isoft_detach_has_room()) {
		return true;
	}
	if (!lock_if_due(store, account, token_serial, &lock, &outcome)) {
		if (wait_ms && outcome.kind != ISOFT_FAILURE_NONE) {
			keep_unwritable(&outcome);
		}
		return true;
	}
	status = isoft_detach(&(isoft_exchange){.store = store, .lock = &lock}, wait_ms, &outcome);
	if (status == ISOFT_DETACH_DONE && wait_ms) {
		keep_outcome(outcome.kind == ISOFT_FAILURE_NONE, &outcome);
	}
	if (status == ISOFT_DETACH_IMPOSSIBLE) {
		isoft_store_unlock(store, &lock);
		return false;
	}
	return true;
}

void isoft_refresh_early(isoft_store *store, const char *account, int64_t token_serial)
{
	/* Without a child there is no early refresh: the keep-alive refreshes at the end of the request. */
	refresh_in_child(store, account, token_serial, EARLY_WAIT_MS);
}

/* The other machines are told that a pair is the newest only by a process that waited for it. */
bool isoft_refresh_in_background(isoft_store *store, const char *account, int64_t token_serial)
{
	return !(isoft_fleet_is_on() && isoft_detach_leaves_unread()) && refresh_in_child(store, account, token_serial, 0);
}

void isoft_refresh_here(isoft_store *store, const char *account, int64_t token_serial)
{
	isoft_failure ignored;
	isoft_lock lock;

	isoft_exchange exchange = {.store = store, .lock = &lock};

	if (lock_if_due(store, account, token_serial, &lock, &ignored)
		&& isoft_detach(&exchange, ISOFT_GRANT_LOCK_WAIT_MS, &ignored) == ISOFT_DETACH_IMPOSSIBLE) {
		isoft_exchange_here(&exchange, &ignored);
	}
}

bool isoft_refresh_by_code(
	const char *account, const char *code, const char *redirect_uri, bool *began, isoft_failure *failure)
{
	isoft_store *store;
	isoft_lock lock;

	*began = false;
	if (!isoft_exchange_possible(failure) || isoft_store_cache_open(true, &store, failure) != ISOFT_STORE_OK
		|| !isoft_grant_lock(store, account, &lock, failure)) {
		return false;
	}
	*began = true;
	return exchange_and_wait(
		&(isoft_exchange){.store = store, .lock = &lock, .code = code, .redirect_uri = redirect_uri}, failure);
}

bool isoft_refresh_if_due(const char *account, bool force, isoft_failure *failure)
{
	const int64_t margin = isoft_settings_now()->refresh_margin;
	isoft_store *store;
	isoft_record record;
	isoft_grant grant;
	isoft_store_status status = isoft_store_cache_open(false, &store, failure);
	bool due;

	if (status == ISOFT_STORE_MISSING) {
		return isoft_grant_missing(account, failure);
	}
	if (status != ISOFT_STORE_OK || isoft_grant_read(store, account, &record, &grant, failure) != ISOFT_STORE_OK) {
		return false;
	}
	due = grant.kind == ISOFT_GRANT_OAUTH2
		&& (force || isoft_grant_state_at(&grant, isoft_clock_wall(), margin) != ISOFT_GRANT_VALID);
	if (grant.unread) {
		isoft_settle(store, account, 0);
	}
	isoft_record_wipe(&record);
	if (due) {
		return isoft_refresh(store, account, grant.token_serial, force, failure);
	}
	return !record.previous_key || isoft_reseal(store, account, margin, failure);
}
