#include "php_infusionsoft.h"

#include "auth/credential.h"

#include <sodium.h>

#include "auth/detach.h"
#include "auth/fleet_setting.h"
#include "auth/grant_change.h"
#include "auth/grant_record.h"
#include "auth/refresh.h"
#include "auth/settle.h"
#include "auth/store_cache.h"
#include "support/clock.h"
#include "support/settings.h"

/* If Keap refuses a token that is fresher than this, another refresh would not help. */
enum { RENEW_INTERVAL_MIN_S = 60 };

bool isoft_credential_is_configured(const char *account)
{
	const isoft_settings *settings = isoft_settings_now();

	return *isoft_secret(ISOFT_SECRET_API_KEY) && settings->configured_account
		&& strcmp(account, settings->configured_account) == 0;
}

/* Tokens in the store were checked when they were received; only a key from php.ini can fail here. */
static bool write_header(isoft_credential *credential, const char *token, isoft_failure *failure)
{
	for (const char *at = token; *at; at++) {
		if (*at < 0x21 || *at > 0x7e) {
			return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
				"infusionsoft.api_key contains a space or a character that an HTTP header must not contain: copy the "
				"key from Keap again");
		}
	}
	if (snprintf(credential->header, sizeof(credential->header), "Authorization: Bearer %s", token)
		>= (int)sizeof(credential->header)) {
		isoft_credential_wipe(credential);
		return isoft_fail(
			failure, ISOFT_FAILURE_CONFIGURATION, "infusionsoft.api_key is too long to be one of Keap's keys");
	}
	return true;
}

/* Never 0. Shared memory holds this hash instead of the key itself; the key cannot be computed from it. */
static uint64_t rate_key_of(const char *limited)
{
	static const unsigned char key[crypto_shorthash_KEYBYTES] = "Keap's limits";
	uint64_t rate_key;

	crypto_shorthash((unsigned char *)&rate_key, (const unsigned char *)limited, strlen(limited), key);
	return rate_key ? rate_key : 1;
}

uint64_t isoft_credential_rate_key_of_setting(void)
{
	return rate_key_of(isoft_secret(ISOFT_SECRET_API_KEY));
}

static uint64_t rate_key_of_grant(const isoft_grant *grant)
{
	return rate_key_of(grant->kind == ISOFT_GRANT_OAUTH2 ? isoft_settings_now()->client_id : grant->access_token);
}

static bool use_configured(isoft_credential *credential, isoft_failure *failure)
{
	credential->kind = ISOFT_GRANT_API_KEY;
	credential->configured = true;
	credential->token_serial = 0;
	credential->rejected = false;
	credential->rate_key = isoft_credential_rate_key_of_setting();
	return write_header(credential, isoft_secret(ISOFT_SECRET_API_KEY), failure);
}

static bool use_grant(isoft_credential *credential, const isoft_grant *grant, isoft_failure *failure)
{
	credential->kind = grant->kind;
	credential->configured = false;
	credential->token_serial = grant->token_serial;
	credential->rejected = grant->rejected_at != 0;
	credential->rate_key = rate_key_of_grant(grant);
	return write_header(credential, grant->access_token, failure);
}

/*
 * Opens the store and reads the account's grant, without a lock. The grant borrows from the record, which the caller
 * wipes. Returns false with the failure filled; AUTHORIZATION if there is no grant or no store.
 */
static bool find_grant(
	isoft_store **store, const char *account, isoft_record *record, isoft_grant *grant, isoft_failure *failure)
{
	isoft_store_status status = isoft_store_cache_open(false, store, failure);

	if (status == ISOFT_STORE_OK) {
		status = isoft_grant_read(*store, account, record, grant, failure);
		if (status == ISOFT_STORE_OK && grant->unread) {
			isoft_settle(*store, account, 0);
		}
	} else if (status == ISOFT_STORE_MISSING) {
		isoft_grant_missing(account, failure);
	}
	if (status == ISOFT_STORE_MISSING && isoft_fleet_is_on() && isoft_grant_fetch(account, store, failure)) {
		status = isoft_grant_read(*store, account, record, grant, failure);
	}
	return status == ISOFT_STORE_OK;
}

/* Returns false with the failure filled if the token has expired. */
static bool use_read_grant(
	isoft_credential *credential, const isoft_grant *grant, const char *account, isoft_failure *failure)
{
	if (isoft_grant_usable(grant, isoft_clock_wall())) {
		return use_grant(credential, grant, failure);
	}
	if (grant->refused_at) {
		return isoft_grant_refused(grant, failure);
	}
	return isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
		"The new access token of account \"%s\" had already expired when it arrived: check this machine's clock",
		account);
}

/* After a refresh, whatever its outcome: reads the record again and uses its token. */
static bool use_stored(isoft_credential *credential, isoft_store *store, const char *account, isoft_failure *failure)
{
	isoft_record record;
	isoft_grant grant;
	bool used;

	if (isoft_grant_read(store, account, &record, &grant, failure) != ISOFT_STORE_OK) {
		return false;
	}
	used = use_read_grant(credential, &grant, account, failure);
	isoft_record_wipe(&record);
	return used;
}

bool isoft_credential_rate_key(const char *account, uint64_t *rate_key, isoft_failure *failure)
{
	isoft_store *store;
	isoft_record record;
	isoft_grant grant;

	*rate_key = 0;
	if (isoft_credential_is_configured(account)) {
		*rate_key = isoft_credential_rate_key_of_setting();
		return true;
	}
	if (!find_grant(&store, account, &record, &grant, failure)) {
		return failure->kind == ISOFT_FAILURE_AUTHORIZATION;
	}
	*rate_key = rate_key_of_grant(&grant);
	isoft_record_wipe(&record);
	return true;
}

/* What is to be done before the token of a grant is given out. */
typedef enum {
	CREDENTIAL_USE,          /* nothing, or the calls fail until the next try of a refused refresh token */
	CREDENTIAL_TRY,          /* a refresh that is not waited for long */
	CREDENTIAL_REFRESH,      /* a refresh; the old token is good enough if that fails */
	CREDENTIAL_MUST_REFRESH, /* a refresh without which there is no usable token */
} credential_step;

/* Another process may be sending the refused refresh token at this moment, and Keap may accept it. */
static bool is_being_tried(const isoft_grant *grant, int64_t now)
{
	return grant->refused_at && grant->begun_at > now - ISOFT_GRANT_LOCK_WAIT_MS / 1000 && grant->begun_at <= now;
}

static credential_step credential_step_for(const isoft_grant *grant, int64_t now)
{
	bool usable = isoft_grant_usable(grant, now);

	if (!usable && is_being_tried(grant, now)) {
		return CREDENTIAL_MUST_REFRESH; /* which waits for the other process, and sends nothing in the pause */
	}
	if (!isoft_grant_refresh_is_due(grant, now, isoft_settings_now()->refresh_margin)) {
		return CREDENTIAL_USE;
	}
	if (!usable) {
		return CREDENTIAL_MUST_REFRESH;
	}
	/* An imported pair without an expiry may have expired, so its first refresh is waited for. */
	return grant->expires_at || grant->refused_at ? CREDENTIAL_TRY : CREDENTIAL_REFRESH;
}

/* Refreshes as the step says. Returns false with the failure filled if there is no usable token. */
static bool take_step(
	credential_step step, isoft_store *store, const char *account, const isoft_grant *grant, isoft_failure *failure)
{
	if (step == CREDENTIAL_TRY) {
		isoft_refresh_early(store, account, grant->token_serial);
		if (isoft_grant_usable(grant, isoft_clock_wall())) {
			return true;
		}
		/* It has expired meanwhile. */
	}
	return isoft_refresh(store, account, grant->token_serial, false, failure) || step == CREDENTIAL_REFRESH;
}

bool isoft_credential_get(isoft_credential *credential, const char *account, isoft_failure *failure)
{
	isoft_store *store;
	isoft_record record;
	isoft_grant grant;
	credential_step step;
	bool used;

	isoft_detach_reap();
	if (isoft_credential_is_configured(account)) {
		return use_configured(credential, failure);
	}
	if (!find_grant(&store, account, &record, &grant, failure)) {
		return false;
	}
	step = credential_step_for(&grant, isoft_clock_wall());
	used = step == CREDENTIAL_USE && use_read_grant(credential, &grant, account, failure);
	isoft_record_wipe(&record);
	if (step == CREDENTIAL_USE) {
		return used;
	}
	/* Its texts are wiped; its numbers are not. */
	return take_step(step, store, account, &grant, failure) && use_stored(credential, store, account, failure);
}

/* A renewed_at in the future means that the clock was set back: the age of the token is then unknown. */
static bool is_fresh(const isoft_grant *grant, int64_t now)
{
	return now >= grant->renewed_at && now < grant->renewed_at + RENEW_INTERVAL_MIN_S;
}

isoft_renewal isoft_credential_renew(isoft_credential *credential, const char *account, isoft_failure *failure)
{
	isoft_store *store;
	isoft_record record;
	isoft_grant grant;
	bool newer, renewable;

	if (credential->configured) {
		return ISOFT_NOT_RENEWED;
	}
	if (!find_grant(&store, account, &record, &grant, failure)) {
		return ISOFT_RENEW_FAILED;
	}
	newer = grant.token_serial != credential->token_serial && isoft_grant_usable(&grant, isoft_clock_wall());
	renewable = grant.kind == ISOFT_GRANT_OAUTH2 && !is_fresh(&grant, isoft_clock_wall());
	if (!newer && isoft_grant_pauses(&grant, isoft_clock_wall()) && !is_being_tried(&grant, isoft_clock_wall())) {
		isoft_grant_refused(&grant, failure);
		isoft_record_wipe(&record);
		return ISOFT_RENEW_FAILED;
	}
	isoft_record_wipe(&record);
	if (!newer) {
		if (!renewable) {
			return ISOFT_NOT_RENEWED;
		}
		if (!isoft_refresh(store, account, credential->token_serial, false, failure)) {
			return ISOFT_RENEW_FAILED;
		}
	}
	return use_stored(credential, store, account, failure) ? ISOFT_RENEWED : ISOFT_RENEW_FAILED;
}

void isoft_credential_wipe(isoft_credential *credential)
{
	sodium_memzero(credential->header, sizeof(credential->header));
}
