#include "php_infusionsoft.h"

#include "functions/status.h"

#include "auth/credential.h"
#include "auth/grant_record.h"
#include "auth/store_cache.h"
#include "client/fake.h"
#include "support/clock.h"
#include "support/exceptions.h"

const char *isoft_status_state(const isoft_grant *grant)
{
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
	return "reauthorization_required";
}

static void status_add_time(zval *status, const char *name, int64_t time)
{
	if (time) {
		add_assoc_long(status, name, (zend_long)time);
	} else {
		add_assoc_null(status, name);
	}
}

static void status_add_text(zval *status, const char *name, const char *text)
{
	if (text && *text) {
		add_assoc_string(status, name, text);
	} else {
		add_assoc_null(status, name);
	}
}

static void fill_status(zval *status, const char *account, const char *kind, const char *state,
	const isoft_grant *grant, uint64_t generation)
{
	array_init_size(status, 8);
	add_assoc_string(status, "account", account);
	status_add_text(status, "kind", kind);
	add_assoc_string(status, "state", state);
	status_add_text(status, "application", grant->application);
	status_add_time(status, "expires_at", grant->expires_at);
	status_add_time(status, "refreshed_at", grant->refreshed_at);
	add_assoc_long(status, "generation", (zend_long)generation);
	status_add_text(status, "last_error", grant->last_error);
}

/*
 * Wipes the record. Fills the array from copies after that: filling it can bail out, and the record holds a secret.
 * Returns false with an exception thrown.
 */
static bool fill_from_record(zval *status, const char *account, isoft_record *record)
{
	static const char *const kinds[] = {NULL, "oauth2", "api_key"};
	char application[256], last_error[sizeof(((isoft_failure *)0)->message)];
	isoft_grant grant, copy;
	isoft_failure failure;

	if (!isoft_grant_from_record(record, account, &grant, &failure)) {
		isoft_throw(&failure);
		return false;
	}
	snprintf(application, sizeof(application), "%s", grant.application);
	snprintf(last_error, sizeof(last_error), "%s", grant.last_error);
	copy = grant;
	copy.access_token = copy.refresh_token = NULL;
	copy.application = application;
	copy.last_error = last_error;
	isoft_record_wipe(record);
	fill_status(status, account, kinds[copy.kind], isoft_status_state(&copy), &copy, record->generation);
	if (record->previous_key) {
		add_assoc_bool(status, "previous_key", true);
	}
	return true;
}

/* While calls are faked, each account has a grant. */
static void fill_faked(zval *status, const char *account)
{
	const int64_t now = isoft_clock_wall();
	const isoft_grant faked = {.expires_at = now + 86400, .refreshed_at = now};

	fill_status(status, account, "oauth2", "valid", &faked, 1);
}

/* infusionsoft.api_key does not expire, and no record describes it. */
static void fill_configured(zval *status, const char *account)
{
	const isoft_grant no_grant = {0};

	fill_status(status, account, "api_key", "valid", &no_grant, 0);
}

bool isoft_status_fill(zval *status, const char *account)
{
	const isoft_grant no_grant = {0};
	isoft_store *store;
	isoft_record record;
	isoft_failure failure;
	isoft_store_status found;

	if (isoft_fake_is_on()) {
		fill_faked(status, account);
		return true;
	}
	if (isoft_credential_is_configured(account)) {
		fill_configured(status, account);
		return true;
	}
	found = isoft_store_cache_open(false, &store, &failure);
	if (found == ISOFT_STORE_OK) {
		found = isoft_store_read(store, account, &record, &failure);
	}
	if (found == ISOFT_STORE_MISSING) {
		fill_status(status, account, NULL, "missing", &no_grant, 0);
		return true;
	}
	if (found != ISOFT_STORE_OK) {
		isoft_throw(&failure);
		return false;
	}
	return fill_from_record(status, account, &record);
}

/* Adds the accounts of the store except `configured`, which can be NULL. Returns false with an exception thrown. */
static bool add_stored(zval *list, isoft_store *store, const char *configured)
{
	char account[ISOFT_ACCOUNT_MAX + 1];
	isoft_record record;
	isoft_failure failure;
	uint32_t position = 0;
	isoft_store_status found;

	while ((found = isoft_store_next(store, &position, account, &record, &failure)) == ISOFT_STORE_OK) {
		zval status;

		if (configured && strcmp(account, configured) == 0) {
			isoft_record_wipe(&record); /* infusionsoft.api_key is used instead of this record */
		} else if (fill_from_record(&status, account, &record)) {
			add_next_index_zval(list, &status);
		} else {
			return false;
		}
	}
	if (found == ISOFT_STORE_FAILED) {
		isoft_throw(&failure);
	}
	return found == ISOFT_STORE_MISSING;
}

bool isoft_status_list(zval *list)
{
	const char *configured = isoft_settings_now()->configured_account;
	isoft_store *store;
	isoft_failure failure;
	isoft_store_status found;
	zval status;
	bool listed = true;

	array_init(list);
	if (isoft_fake_is_on()) {
		fill_faked(&status, isoft_settings_now()->account);
		add_next_index_zval(list, &status);
		return true;
	}
	if (configured && isoft_credential_is_configured(configured)) {
		fill_configured(&status, configured);
		add_next_index_zval(list, &status);
	} else {
		configured = NULL;
	}
	found = isoft_store_cache_open(false, &store, &failure);
	if (found == ISOFT_STORE_OK) {
		listed = add_stored(list, store, configured);
	} else if (found != ISOFT_STORE_MISSING) {
		isoft_throw(&failure);
		listed = false;
	}
	if (!listed) {
		zval_ptr_dtor(list);
		ZVAL_UNDEF(list);
	}
	return listed;
}
