#include "php_infusionsoft.h"

#include "functions/info.h"

#include <curl/curl.h>
#include <sodium.h>

#include "ext/standard/info.h"

#include "auth/credential.h"
#include "auth/detach.h"
#include "auth/fleet_setting.h"
#include "auth/store_cache.h"
#include "functions/account_status.h"
#include "functions/arguments.h"
#include "support/time_text.h"

/* Calls of this account use infusionsoft.api_key: the state of its grant says nothing of them. */
static void display_unused_grant(const char *account, const isoft_account_status *status)
{
	char label[ISOFT_ACCOUNT_MAX + 16], text[128];

	snprintf(label, sizeof(label), "Account %s", account);
	snprintf(text, sizeof(text), "infusionsoft.api_key is used instead of the stored grant (%s)", status->state);
	php_info_print_table_row(2, label, text);
}

static void display_account(const char *account, const isoft_account_status *status)
{
	char label[ISOFT_ACCOUNT_MAX + 40], text[128], expiry[ISOFT_TIME_TEXT_SIZE];

	if (!status->grant.expires_at) {
		snprintf(text, sizeof(text), "%s, expiry not known", status->state);
	} else {
		isoft_time_text(expiry, status->grant.expires_at);
		snprintf(text, sizeof(text), "%s, access token until %s", status->state, expiry);
	}
	snprintf(label, sizeof(label), "Account %s", account);
	php_info_print_table_row(2, label, text);
	if (status->needs_attention) {
		snprintf(label, sizeof(label), "Account %s needs attention", account);
		php_info_print_table_row(2, label, status->attention.message);
	}
}

static void display_accounts(isoft_store *store)
{
	char account[ISOFT_ACCOUNT_MAX + 1], label[ISOFT_ACCOUNT_MAX + 16];
	isoft_account_status account_status;
	isoft_record record;
	isoft_failure failure;
	uint32_t position = 0;
	isoft_store_status status;

	while ((status = isoft_store_next(store, &position, account, &record, &failure)) != ISOFT_STORE_MISSING) {
		if (status == ISOFT_STORE_OK
			&& isoft_account_status_from_record(&account_status, store, account, &record, &failure)) {
			if (isoft_credential_is_configured(account)) {
				display_unused_grant(account, &account_status);
			} else {
				display_account(account, &account_status);
			}
		} else if (status != ISOFT_STORE_OK || failure.kind != ISOFT_FAILURE_AUTHORIZATION) {
			snprintf(label, sizeof(label), "Account %s", account);
			php_info_print_table_row(2, label, failure.message);
		}
	}
}

/* The account that calls use by default: the rows of the store's accounts say nothing of it if it has no grant. */
static void display_default_account(void)
{
	const char *account = isoft_settings_now()->account;
	isoft_account_status status;
	isoft_failure failure;

	if (!isoft_account_setting_check(&failure)) {
		php_info_print_table_row(2, "Needs attention", failure.message);
		return;
	}
	isoft_account_status_read(&status, account);
	if (status.needs_attention && (!status.kind || isoft_credential_is_configured(account))) {
		php_info_print_table_row(2, "Needs attention", status.attention.message);
	}
}

static void display_store(void)
{
	isoft_store *store;
	isoft_failure failure;

	php_info_print_table_row(2, "Store", isoft_settings_now()->store_path);
	switch (isoft_store_cache_open(false, &store, &failure)) {
		case ISOFT_STORE_OK:
			display_accounts(store);
			break;
		case ISOFT_STORE_MISSING:
			php_info_print_table_row(2, "Accounts", "none");
			break;
		default:
			php_info_print_table_row(2, "Accounts", isoft_account_status_store_is_unused() ? "none" : failure.message);
	}
}

/* Where libcurl looks for the authority that signed Keap's certificate. */
static void display_authorities(void)
{
	const isoft_settings *settings = isoft_settings_now();
	char text[2 * MAXPATHLEN];

	if (*settings->ca_file) {
		snprintf(text, sizeof(text), "file %s", settings->ca_file);
	} else if (*settings->ca_path) {
		snprintf(text, sizeof(text), "directory %s", settings->ca_path);
	} else if (isoft_trust_system_directory()) {
		const char *bundle = isoft_trust_system_bundle();

		snprintf(text, sizeof(text), "the system's: directory %s%s%s", isoft_trust_system_directory(),
			bundle ? ", then file " : "", bundle ? bundle : "");
	} else {
		snprintf(text, sizeof(text), "the system's%s%s", isoft_trust_system_bundle() ? ": file " : "",
			isoft_trust_system_bundle() ? isoft_trust_system_bundle() : "");
	}
	php_info_print_table_row(2, "Authorities", text);
}

void isoft_info_minfo(zend_module_entry *module)
{
	const char *configured = isoft_settings_now()->configured_account;
	char way[ISOFT_DETACH_WAY_SIZE], redis[ISOFT_FLEET_SUPPORT_TEXT];

	php_info_print_table_start();
	php_info_print_table_header(2, "Keap (Infusionsoft) support", "enabled");
	php_info_print_table_row(2, "Version", PHP_INFUSIONSOFT_VERSION);
	php_info_print_table_row(2, "libcurl", curl_version_info(CURLVERSION_NOW)->version);
	php_info_print_table_row(2, "libsodium", sodium_version_string());
	display_authorities();
	isoft_fleet_support(redis);
	php_info_print_table_row(2, "Redis", redis);
	isoft_detach_way(way);
	php_info_print_table_row(2, "Exchange", way);
	if (configured && isoft_credential_is_configured(configured)) {
		php_info_print_table_row(2, "Credential", "infusionsoft.api_key: no store needed");
	}
	display_store();
	display_default_account();
	php_info_print_table_end();
	isoft_settings_display(module);
}
