#include "php_infusionsoft.h"

#include "auth/rejection.h"

#include "auth/grant_record.h"
#include "auth/settle.h"
#include "auth/shared_clock.h"
#include "auth/store_cache.h"
#include "support/clock.h"

enum { NOTE_INTERVAL_S = 60 };

bool isoft_rejection_fail_key(const char *account, isoft_failure *failure)
{
	return isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
		"Keap refused infusionsoft.api_key, the key of account \"%s\" (401). A key cannot be refreshed, so it was sent "
		"once: make a new key in Keap and set infusionsoft.api_key in php.ini",
		account);
}

bool isoft_rejection_fail_grant(isoft_grant_kind kind, const char *account, isoft_failure *failure)
{
	if (kind == ISOFT_GRANT_API_KEY) {
		return isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
			"Keap refused the stored API key of account \"%s\" (401). A key cannot be refreshed, so it was sent once: "
			"make a new key in Keap and give it to infusionsoft_token_import()",
			account);
	}
	return isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
		"Keap refused the access token of account \"%s\" (401), which a refresh had just brought. Check in Keap that "
		"the "
		"application and the user who authorized it are active; then authorize again: send the owner to "
		"infusionsoft_authorize_url(), or give a fresh pair to infusionsoft_token_import()",
		account);
}

/* Returns when Keap refused the key, in Unix seconds; 0: it did not, or the key has no clock of its own. */
static int64_t key_refused_at(uint64_t rate_key)
{
	isoft_shared_clock lease;
	int64_t refused_at;

	isoft_shared_clock_read(&lease, rate_key);
	refused_at =
		isoft_atomic_get_u64(&lease.clock->owner) == rate_key ? isoft_atomic_get_i64(&lease.clock->refused_at) : 0;
	return refused_at > 0 ? refused_at : 0;
}

static void set_key_refused_at(uint64_t rate_key, int64_t refused_at)
{
	isoft_shared_clock lease;

	isoft_shared_clock_take(&lease, rate_key);
	if (isoft_atomic_get_u64(&lease.clock->owner) == rate_key) {
		isoft_atomic_set_i64(&lease.clock->refused_at, refused_at);
	}
	isoft_shared_clock_put(&lease);
}

int64_t isoft_rejection_of_key(void)
{
	return key_refused_at(isoft_credential_rate_key_of_setting());
}

/* Sets the refusal of the stored grant, 0 for none. The caller holds the account's lock. */
static void set_locked(
	isoft_store *store, isoft_lock *lock, const isoft_credential *credential, int64_t rejected_at, const char *message)
{
	isoft_record record;
	isoft_grant grant;
	isoft_failure ignored_failure;
	bool ignored;

	if (!isoft_settle_locked(store, lock, &ignored_failure)
		|| isoft_grant_read(store, lock->account, &record, &grant, &ignored_failure) != ISOFT_STORE_OK) {
		return;
	}
	/* Another process has replaced the token meanwhile: the reply says nothing about the new one. */
	if (grant.token_serial == credential->token_serial && grant.rejected_at != rejected_at) {
		bool failing = grant.refused_at || grant.begun_at || grant.client_refused_at;

		grant.rejected_at = rejected_at;
		grant.last_error = failing ? grant.last_error : message;
		ignored =
			isoft_grant_save(store, lock, &grant, isoft_store_backoff(store, lock->account).until, &ignored_failure);
		(void)ignored;
	}
	isoft_record_wipe(&record);
}

static void set_stored(
	const isoft_credential *credential, const char *account, int64_t rejected_at, const char *message)
{
	isoft_store *store;
	isoft_lock lock;
	isoft_failure ignored;

	if (isoft_store_cache_open(false, &store, &ignored) == ISOFT_STORE_OK
		&& isoft_store_lock(store, account, 0, &lock, &ignored) == ISOFT_STORE_OK) {
		set_locked(store, &lock, credential, rejected_at, message);
		isoft_store_unlock(store, &lock);
	}
}

/* Returns when the stored grant was refused, 0 if it was not or is not known. */
static int64_t stored_rejection(const char *account)
{
	isoft_store *store;
	isoft_record record;
	isoft_grant grant;
	isoft_failure ignored;

	if (isoft_store_cache_open(false, &store, &ignored) != ISOFT_STORE_OK
		|| isoft_grant_read(store, account, &record, &grant, &ignored) != ISOFT_STORE_OK) {
		return 0;
	}
	isoft_record_wipe(&record);
	return grant.rejected_at;
}

bool isoft_rejection_note(const isoft_credential *credential, const char *account, isoft_failure *failure)
{
	const int64_t now = isoft_clock_wall();
	int64_t noted_at;

	if (credential->configured) {
		set_key_refused_at(credential->rate_key, now);
		return isoft_rejection_fail_key(account, failure);
	}
	isoft_rejection_fail_grant(credential->kind, account, failure);
	noted_at = stored_rejection(account);
	if (!noted_at || now < noted_at || now >= noted_at + NOTE_INTERVAL_S) {
		set_stored(credential, account, now, failure->message);
	}
	return false;
}

void isoft_rejection_clear(const isoft_credential *credential, const char *account)
{
	if (!credential->configured) {
		if (credential->rejected) {
			set_stored(credential, account, 0, NULL);
		}
		return;
	}
	if (key_refused_at(credential->rate_key)) {
		set_key_refused_at(credential->rate_key, 0);
	}
}
