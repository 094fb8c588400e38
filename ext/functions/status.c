#include "php_infusionsoft.h"

#include "functions/status.h"

#include "auth/credential.h"
#include "auth/store_cache.h"
#include "client/fake.h"
#include "functions/account_status.h"
#include "support/exceptions.h"

static void status_add_time(zval *array, const char *name, int64_t time)
{
	if (time) {
		add_assoc_long(array, name, (zend_long)time);
	} else {
		add_assoc_null(array, name);
	}
}

static void status_add_text(zval *array, const char *name, const char *text)
{
	if (text && *text) {
		add_assoc_string(array, name, text);
	} else {
		add_assoc_null(array, name);
	}
}

static void status_to_array(zval *array, const char *account, const isoft_account_status *status)
{
	array_init_size(array, 12);
	add_assoc_string(array, "account", account);
	status_add_text(array, "kind", status->kind);
	add_assoc_string(array, "state", status->state);
	status_add_text(array, "application", status->grant.application);
	status_add_time(array, "expires_at", status->grant.expires_at);
	status_add_time(array, "refreshed_at", status->grant.refreshed_at);
	add_assoc_long(array, "generation", (zend_long)status->generation);
	status_add_text(array, "last_error", status->grant.last_error);
	add_assoc_bool(array, "needs_attention", status->needs_attention);
	status_add_text(array, "attention", status->needs_attention ? status->attention.message : NULL);
	if (status->previous_key) {
		add_assoc_bool(array, "previous_key", true);
	}
}

void isoft_status_fill(zval *array, const char *account)
{
	isoft_account_status status;

	if (isoft_fake_is_on()) {
		isoft_account_status_fake(&status);
	} else {
		isoft_account_status_read(&status, account);
	}
	status_to_array(array, account, &status);
}

void isoft_status_fill_wrong_setting(zval *array, const isoft_failure *failure)
{
	const char *account = isoft_settings_now()->account;
	isoft_account_status status;

	isoft_account_status_missing(&status, failure);
	status_to_array(array, account ? account : "", &status);
}

/* Adds the accounts of the store except `configured`, which can be NULL. Returns false with an exception thrown. */
static bool add_stored(zval *list, isoft_store *store, const char *configured)
{
	char account[ISOFT_ACCOUNT_MAX + 1];
	isoft_account_status status;
	isoft_record record;
	isoft_failure failure;
	uint32_t position = 0;
	isoft_store_status found;

	while ((found = isoft_store_next(store, &position, account, &record, &failure)) == ISOFT_STORE_OK) {
		zval array;

		if (configured && strcmp(account, configured) == 0) {
			isoft_record_wipe(&record); /* infusionsoft.api_key is used instead of this record */
		} else if (isoft_account_status_from_record(&status, store, account, &record, &failure)) {
			status_to_array(&array, account, &status);
			add_next_index_zval(list, &array);
		} else if (failure.kind != ISOFT_FAILURE_AUTHORIZATION) { /* else it was forgotten, which its record says */
			isoft_throw(&failure);
			return false;
		}
	}
	if (found == ISOFT_STORE_FAILED) {
		isoft_throw(&failure);
	}
	return found == ISOFT_STORE_MISSING;
}

/*
 * Adds the accounts of the store. Returns false with an exception thrown. `configured` as above: its calls need no
 * store, so the directory may be missing then.
 */
static bool add_accounts_of_store(zval *list, const char *configured)
{
	isoft_store *store;
	isoft_failure failure;

	switch (isoft_store_cache_open(false, &store, &failure)) {
		case ISOFT_STORE_OK:
			return add_stored(list, store, configured);
		case ISOFT_STORE_MISSING:
			return true;
		default:
			break;
	}
	if (configured && isoft_account_status_store_is_unused()) {
		return true;
	}
	isoft_throw(&failure);
	return false;
}

bool isoft_status_list(zval *list)
{
	const char *configured = isoft_settings_now()->configured_account;
	zval array;

	array_init(list);
	if (isoft_fake_is_on()) {
		isoft_status_fill(&array, isoft_settings_now()->account);
		add_next_index_zval(list, &array);
		return true;
	}
	if (configured && isoft_credential_is_configured(configured)) {
		isoft_status_fill(&array, configured);
		add_next_index_zval(list, &array);
	} else {
		configured = NULL;
	}
	if (!add_accounts_of_store(list, configured)) {
		zval_ptr_dtor(list);
		ZVAL_UNDEF(list);
		return false;
	}
	return true;
}
