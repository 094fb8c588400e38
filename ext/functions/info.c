#include "php_infusionsoft.h"

#include "functions/info.h"

#include <curl/curl.h>
#include <sodium.h>
#include <time.h>

#include "ext/standard/info.h"

#include "auth/credential.h"
#include "auth/store_cache.h"
#include "functions/status.h"

static void display_account(const char *label, const isoft_record *record)
{
	isoft_grant grant;
	char text[128], expiry[40];
	time_t expires_at;
	struct tm parts;

	if (!isoft_grant_decode(record, &grant)) {
		snprintf(text, sizeof(text), "written by another version");
	} else if (!grant.expires_at) {
		snprintf(text, sizeof(text), "%s, expiry not known", isoft_status_state(&grant));
	} else {
		expires_at = (time_t)grant.expires_at;
		php_gmtime_r(&expires_at, &parts);
		strftime(expiry, sizeof(expiry), "%Y-%m-%d %H:%M:%S UTC", &parts);
		snprintf(text, sizeof(text), "%s, access token until %s", isoft_status_state(&grant), expiry);
	}
	php_info_print_table_row(2, label, text);
}

static void display_accounts(isoft_store *store)
{
	char account[ISOFT_ACCOUNT_MAX + 1], label[ISOFT_ACCOUNT_MAX + 16];
	isoft_record record;
	isoft_failure failure;
	uint32_t position = 0;
	isoft_store_status status;

	while ((status = isoft_store_next(store, &position, account, &record, &failure)) != ISOFT_STORE_MISSING) {
		snprintf(label, sizeof(label), "Account %s", account);
		if (status == ISOFT_STORE_OK) {
			display_account(label, &record);
			isoft_record_wipe(&record);
		} else {
			php_info_print_table_row(2, label, failure.message);
		}
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
			php_info_print_table_row(2, "Accounts", failure.message);
	}
}

void isoft_info_minfo(zend_module_entry *module)
{
	const char *configured = isoft_settings_now()->configured_account;

	php_info_print_table_start();
	php_info_print_table_header(2, "Keap (Infusionsoft) support", "enabled");
	php_info_print_table_row(2, "Version", PHP_INFUSIONSOFT_VERSION);
	php_info_print_table_row(2, "libcurl", curl_version_info(CURLVERSION_NOW)->version);
	php_info_print_table_row(2, "libsodium", sodium_version_string());
	if (configured && isoft_credential_is_configured(configured)) {
		php_info_print_table_row(2, "Credential", "infusionsoft.api_key: no store needed");
	}
	display_store();
	php_info_print_table_end();
	isoft_settings_display(module);
}
