#include "php_infusionsoft.h"

#include "functions/account_status.h"

#include "auth/credential.h"
#include "auth/grant_record.h"
#include "auth/rejection.h"
#include "auth/settle.h"
#include "auth/store_cache.h"
#include "functions/attention.h"
#include "store/permissions.h"
#include "support/clock.h"

static const char REAUTHORIZATION_REQUIRED[] = "reauthorization_required";

static void start(isoft_account_status *status, const char *kind, const char *state)
{
	memset(status, 0, sizeof(*status));
	status->kind = kind;
	status->state = state;
	status->grant.application = status->application;
	status->grant.last_error = status->last_error;
}

static const char *state_of(const isoft_grant *grant)
{
	if (grant->rejected_at) {
		return REAUTHORIZATION_REQUIRED;
	}
	switch (isoft_grant_state_at(grant, isoft_clock_wall(), isoft_settings_now()->refresh_margin)) {
		case ISOFT_GRANT_VALID:
			return "valid";
		case ISOFT_GRANT_REFRESH_DUE:
			return "refresh_due";
		case ISOFT_GRANT_EXPIRED:
			return "expired";
		case ISOFT_GRANT_REFUSED:
			break;
	}
	return REAUTHORIZATION_REQUIRED;
}

void isoft_account_status_fake(isoft_account_status *status)
{
	start(status, "oauth2", "valid");
	status->generation = 1;
	status->grant.refreshed_at = isoft_clock_wall();
	status->grant.expires_at = status->grant.refreshed_at + 86400;
}

void isoft_account_status_missing(isoft_account_status *status, const isoft_failure *attention)
{
	start(status, NULL, "missing");
	status->needs_attention = true;
	status->attention = *attention;
}

bool isoft_account_status_from_record(
	isoft_account_status *status, isoft_store *store, const char *account, isoft_record *record, isoft_failure *failure)
{
	static const char *const kinds[] = {NULL, "oauth2", "api_key"};
	isoft_grant grant;

	if (!isoft_grant_from_record(record, account, &grant, failure)) {
		return false;
	}
	start(status, kinds[grant.kind], state_of(&grant));
	status->needs_attention = isoft_attention_for_grant(store, &grant, account, &status->attention);
	snprintf(status->application, sizeof(status->application), "%s", grant.application);
	snprintf(status->last_error, sizeof(status->last_error), "%s", grant.last_error);
	status->grant = grant;
	status->grant.access_token = status->grant.refresh_token = status->grant.client_id = NULL;
	status->grant.application = status->application;
	status->grant.last_error = status->last_error;
	status->generation = record->generation;
	status->previous_key = record->previous_key;
	if (grant.unread) {
		isoft_settle(store, account, 0);
	}
	isoft_record_wipe(record);
	return true;
}

/* infusionsoft.api_key does not expire, and no record describes it. */
static void read_key(isoft_account_status *status, const char *account)
{
	isoft_failure refused;

	start(status, "api_key", "valid");
	status->needs_attention = isoft_attention_for_key(account, &status->attention);
	if (isoft_rejection_of_key()) {
		status->state = REAUTHORIZATION_REQUIRED;
		isoft_rejection_fail_key(account, &refused);
		snprintf(status->last_error, sizeof(status->last_error), "%s", refused.message);
	}
}

bool isoft_account_status_store_is_unused(void)
{
	const char *configured = isoft_settings_now()->configured_account;
	isoft_permissions ignored;
	isoft_failure ignored_failure;

	return configured && isoft_credential_is_configured(configured)
		&& isoft_permissions_of(isoft_settings_now()->store_path, &ignored, &ignored_failure) == ISOFT_STORE_MISSING;
}

void isoft_account_status_read(isoft_account_status *status, const char *account)
{
	isoft_store *store;
	isoft_record record;
	isoft_failure failure;
	isoft_store_status found;

	if (isoft_credential_is_configured(account)) {
		read_key(status, account);
		return;
	}
	found = isoft_store_cache_open(false, &store, &failure);
	if (found == ISOFT_STORE_OK) {
		found = isoft_store_read(store, account, &record, &failure);
	}
	if (found == ISOFT_STORE_OK && isoft_account_status_from_record(status, store, account, &record, &failure)) {
		return;
	}
	if (found == ISOFT_STORE_MISSING) {
		isoft_grant_missing(account, &failure);
	}
	isoft_account_status_missing(status, &failure);
}
