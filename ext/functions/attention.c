#include "php_infusionsoft.h"

#include "functions/attention.h"

#include "auth/credential.h"
#include "auth/exchange.h"
#include "auth/fleet_setting.h"
#include "auth/grant_record.h"
#include "auth/rejection.h"
#include "auth/token_result.h"
#include "net/endpoint.h"
#include "net/trust.h"
#include "support/clock.h"
#include "support/time_text.h"

enum {
	/* After this time a refresh that has begun, and has no outcome, was killed. */
	UNANSWERED_S = ISOFT_GRANT_LOCK_WAIT_MS / 1000 + 5,
	/* Refreshes that fail for so long after the expiry are no short outage of Keap. */
	EXPIRED_TOO_LONG_S = 3600
};

static bool is_unanswered(const isoft_grant *grant, int64_t now)
{
	return grant->begun_at
		&& (grant->lost_at || now - UNANSWERED_S > grant->begun_at || now + UNANSWERED_S < grant->begun_at);
}

static bool tell_of_lost_reply(const isoft_grant *grant, const char *account, isoft_failure *attention)
{
	char begun[ISOFT_TIME_TEXT_SIZE], next_try[ISOFT_TIME_TEXT_SIZE];
	bool is_later = isoft_grant_due_at(grant, 0) > isoft_clock_wall();

	isoft_time_text(begun, grant->begun_at);
	isoft_time_text(next_try, isoft_grant_due_at(grant, 0));
	isoft_fail(attention, ISOFT_FAILURE_AUTHORIZATION,
		"A refresh of account \"%s\", begun on %s, got no answer: Keap may have replaced the refresh token. It is sent "
		"again %s%s. To be sure, authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair "
		"to infusionsoft_token_import()",
		account, begun, is_later ? "on " : "by the next call", is_later ? next_try : "");
	return true;
}

static bool tell_of_unknown_client(isoft_failure *attention)
{
	isoft_fail(attention, ISOFT_FAILURE_CONFIGURATION,
		ISOFT_MSG_UNKNOWN_CLIENT "; then infusionsoft_token_refresh(force: true) tries again");
	return true;
}

static bool tell_of_expiry(const isoft_grant *grant, const char *account, isoft_failure *attention)
{
	char expired[ISOFT_TIME_TEXT_SIZE];

	isoft_time_text(expired, grant->expires_at);
	isoft_fail(attention, ISOFT_FAILURE_TRANSPORT,
		"The access token of account \"%s\" expired on %s, and refreshes fail. Mend the cause, or wait until Keap "
		"answers again: %s",
		account, expired, grant->last_error);
	return true;
}

static bool has_bad_ca_file(isoft_failure *attention)
{
	const char *path = isoft_settings_now()->ca_file;

	if (!*path || VCWD_ACCESS(path, R_OK) == 0) {
		return false;
	}
	isoft_fail(attention, ISOFT_FAILURE_CONFIGURATION, "infusionsoft.ca_file is %s, and that file cannot be read: %s",
		path, strerror(errno));
	return true;
}

static bool has_bad_ca_path(isoft_failure *attention)
{
	const char *path = isoft_settings_now()->ca_path;

	if (!*path || *isoft_settings_now()->ca_file) {
		return false;
	}
	if (!isoft_trust_takes_directories()) {
		isoft_fail(attention, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.ca_path cannot be used: the TLS library of libcurl (%s) takes no directory. Set "
			"infusionsoft.ca_file instead",
			curl_version_info(CURLVERSION_NOW)->ssl_version);
	} else if (VCWD_ACCESS(path, R_OK) != 0) {
		isoft_fail(attention, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.ca_path is %s, and that directory cannot be read: %s", path, strerror(errno));
	} else if (isoft_trust_finds_in(path)) {
		return false;
	} else {
		isoft_fail(attention, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.ca_path is %s, where no file has the name of a hash, such as 5ed36f99.0. Run: openssl rehash "
			"%s",
			path, path);
	}
	return true;
}

/* A wrong setting lets every call fail. */
static bool has_bad_setting(isoft_failure *attention)
{
	return !isoft_endpoint_check("infusionsoft.base_url", isoft_settings_now()->base_url, attention)
		|| has_bad_ca_file(attention) || has_bad_ca_path(attention);
}

/* What prevents the refresh of a token pair. */
static bool attention_for_refresh(
	const isoft_store *store, const isoft_grant *grant, const char *account, isoft_failure *attention)
{
	if (!isoft_exchange_possible(attention)) {
		return true;
	}
	if (!isoft_grant_is_of(grant, isoft_settings_now()->client_id)) {
		isoft_fail(attention, ISOFT_FAILURE_CONFIGURATION, ISOFT_MSG_OTHER_CLIENT, account);
		return true;
	}
	if (!isoft_fleet_setting_fits(grant->lineage, account, attention)) {
		return true;
	}
	/* Nothing is sent while the store cannot be written, so this comes before what Keap answered to an earlier try. */
	if (!isoft_store_may_write(store, attention)) {
		return true;
	}
	if (grant->refused_at) {
		isoft_grant_refused(grant, attention);
		return true;
	}
	if (is_unanswered(grant, isoft_clock_wall())) {
		return tell_of_lost_reply(grant, account, attention);
	}
	return grant->client_refused_at && tell_of_unknown_client(attention);
}

bool isoft_attention_for_grant(
	const isoft_store *store, const isoft_grant *grant, const char *account, isoft_failure *attention)
{
	int64_t now = isoft_clock_wall();

	if (has_bad_setting(attention)) {
		return true;
	}
	if (grant->kind == ISOFT_GRANT_OAUTH2 && attention_for_refresh(store, grant, account, attention)) {
		return true;
	}
	if (grant->rejected_at) {
		isoft_rejection_fail_grant(grant->kind, account, attention);
		return true;
	}
	return !isoft_grant_usable(grant, now) && now - grant->expires_at > EXPIRED_TOO_LONG_S && *grant->last_error
		&& tell_of_expiry(grant, account, attention);
}

bool isoft_attention_for_key(const char *account, isoft_failure *attention)
{
	isoft_credential credential;
	bool usable = isoft_credential_get(&credential, account, attention);

	isoft_credential_wipe(&credential);
	if (!usable || has_bad_setting(attention)) {
		return true;
	}
	if (isoft_rejection_of_key()) {
		isoft_rejection_fail_key(account, attention);
		return true;
	}
	return false;
}
