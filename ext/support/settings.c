#include "support/settings.h"

#include "php_ini.h"

#include "php_infusionsoft.h"

#include "support/setting_rules.h"

/*
 * Refuses a value. PHP then keeps the earlier value without a word, at startup the default, so a warning tells of a bad
 * value of the configuration. For ini_set(), which returns false then, there is none. Always returns FAILURE.
 */
static int settings_refuse(const zend_ini_entry *entry, const char *rule, int stage)
{
	if (stage != ZEND_INI_STAGE_RUNTIME) {
		zend_error(E_WARNING, "%s must be %s: the value of the configuration is refused and has no effect",
			ZSTR_VAL(entry->name), rule);
	}
	return FAILURE;
}

/*
 * Called first, except for a value that is refused without a word: notes where the value comes from. Returns true if it
 * comes with a request.
 */
static bool settings_note(zend_ini_entry *entry, int stage)
{
	bool sent = isoft_sent_setting_is_noted(entry, stage);

	isoft_admin_value_note(entry, stage);
	return sent;
}

static ZEND_INI_MH(settings_on_text)
{
	if (new_value && isoft_setting_rule_broken(ISOFT_SETTING_TEXT, new_value)) {
		return FAILURE;
	}
	if (settings_note(entry, stage) && !zend_string_equals(new_value, entry->value)) {
		isoft_sent_setting_hash(entry->name, new_value);
	}
	return OnUpdateString(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage);
}

/* infusionsoft.api_key belongs to the account of the configuration, so that account is also stored separately. */
static ZEND_INI_MH(settings_on_account)
{
	if (settings_on_text(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage) == FAILURE) {
		return FAILURE;
	}
	if (stage != ZEND_INI_STAGE_RUNTIME && stage != ZEND_INI_STAGE_HTACCESS) {
		isoft_settings_set_configured_account(ZSTR_VAL(new_value));
	}
	return SUCCESS;
}

static ZEND_INI_MH(settings_on_timeout)
{
	const char *rule = isoft_setting_rule_broken(ISOFT_SETTING_TIMEOUT, new_value);

	if (rule) {
		return settings_refuse(entry, rule, stage);
	}
	settings_note(entry, stage);
	return OnUpdateLong(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage);
}

static ZEND_INI_MH(settings_on_number)
{
	const char *rule = isoft_setting_rule_broken(ISOFT_SETTING_NUMBER, new_value);

	if (rule) {
		return settings_refuse(entry, rule, stage);
	}
	settings_note(entry, stage);
	return OnUpdateLong(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage);
}

static ZEND_INI_MH(settings_on_flag)
{
	settings_note(entry, stage);
	return OnUpdateBool(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage);
}

static ZEND_INI_MH(settings_on_priority)
{
	const char *rule = isoft_setting_rule_broken(ISOFT_SETTING_PRIORITY, new_value);

	if (rule) {
		return settings_refuse(entry, rule, stage);
	}
	settings_note(entry, stage);
	ISOFT_G(settings).low_priority = zend_string_equals_literal(new_value, "low");
	return SUCCESS;
}

/* Only the end of the request ends "strict": no code of a test can let the calls of another test through. */
static ZEND_INI_MH(settings_on_fake)
{
	const char *rule = isoft_setting_rule_broken(ISOFT_SETTING_FAKE, new_value);
	bool strict = ZSTR_LEN(new_value) > 0;

	if (rule) {
		return settings_refuse(entry, rule, stage);
	}
	if (stage == ZEND_INI_STAGE_RUNTIME && ISOFT_G(settings).strict_fake && !strict) {
		return FAILURE;
	}
	settings_note(entry, stage);
	ISOFT_G(settings).strict_fake = strict;
	return SUCCESS;
}

#define ISOFT_TEXT(name, value, scope, on_modify) \
	STD_PHP_INI_ENTRY("infusionsoft." #name, value, scope, on_modify, settings.name, zend_infusionsoft_globals, \
		infusionsoft_globals)

#define ISOFT_NUMBER(name, value, scope) \
	STD_PHP_INI_ENTRY("infusionsoft." #name, value, scope, settings_on_number, settings.name, \
		zend_infusionsoft_globals, infusionsoft_globals)

#define ISOFT_TIMEOUT(name, value) \
	STD_PHP_INI_ENTRY("infusionsoft." #name, value, PHP_INI_ALL, settings_on_timeout, settings.name, \
		zend_infusionsoft_globals, infusionsoft_globals)

#define ISOFT_SECRET(name, which) \
	PHP_INI_ENTRY2_EX("infusionsoft." name, "", PHP_INI_SYSTEM, isoft_secret_on_modify, (void *)(uintptr_t)which, \
		NULL, isoft_secret_display)

PHP_INI_BEGIN()
	ISOFT_TEXT(client_id, "", PHP_INI_SYSTEM, settings_on_text)
	ISOFT_SECRET("client_secret", ISOFT_SECRET_CLIENT_SECRET)
	ISOFT_SECRET("api_key", ISOFT_SECRET_API_KEY)
	ISOFT_TEXT(store_path, "/var/lib/infusionsoft", PHP_INI_SYSTEM, settings_on_text)
	ISOFT_TEXT(key_file, "", PHP_INI_SYSTEM, settings_on_text)
	ISOFT_SECRET("key", ISOFT_SECRET_KEY)
	ISOFT_SECRET("previous_keys", ISOFT_SECRET_PREVIOUS_KEYS)
	ISOFT_SECRET("shared_store", ISOFT_SECRET_SHARED_STORE)
	ISOFT_TEXT(account, "default", PHP_INI_ALL, settings_on_account)
	ISOFT_NUMBER(max_accounts, "128", PHP_INI_SYSTEM)
	ISOFT_NUMBER(refresh_margin, "10800", PHP_INI_ALL)
	STD_PHP_INI_BOOLEAN("infusionsoft.keepalive", "1", PHP_INI_SYSTEM, settings_on_flag, settings.keepalive,
		zend_infusionsoft_globals, infusionsoft_globals)
	ISOFT_TIMEOUT(connect_timeout_ms, "5000")
	ISOFT_TIMEOUT(timeout_ms, "30000")
	ISOFT_NUMBER(retries, "3", PHP_INI_ALL)
	ISOFT_NUMBER(max_wait_ms, "2000", PHP_INI_ALL)
	STD_PHP_INI_BOOLEAN("infusionsoft.configure", "1", PHP_INI_SYSTEM, settings_on_flag, settings.configure,
		zend_infusionsoft_globals, infusionsoft_globals)
	PHP_INI_ENTRY("infusionsoft.priority", "normal", PHP_INI_ALL, settings_on_priority)
	PHP_INI_ENTRY("infusionsoft.fake", "", PHP_INI_ALL, settings_on_fake)
	ISOFT_TEXT(base_url, "https://api.keap.com/crm", PHP_INI_SYSTEM, settings_on_text)
	ISOFT_TEXT(token_url, "https://api.infusionsoft.com/token", PHP_INI_SYSTEM, settings_on_text)
	ISOFT_TEXT(authorize_url, "https://accounts.infusionsoft.com/app/oauth/authorize", PHP_INI_SYSTEM, settings_on_text)
	ISOFT_TEXT(ca_file, "", PHP_INI_SYSTEM, settings_on_text)
	ISOFT_TEXT(ca_path, "", PHP_INI_SYSTEM, settings_on_text)
PHP_INI_END()

void isoft_settings_minit(int type, int module_number)
{
	REGISTER_INI_ENTRIES();
}

void isoft_settings_mshutdown(int type, int module_number)
{
	UNREGISTER_INI_ENTRIES();
	isoft_secrets_wipe();
}

void isoft_settings_set_configured_account(const char *account)
{
	char *copy = strdup(account);

	free(ISOFT_G(settings).configured_account);
	ISOFT_G(settings).configured_account = copy;
}

void isoft_settings_gshutdown(isoft_settings *settings)
{
	isoft_secret_overrides_wipe(&settings->secrets);
	free(settings->configured_account);
	settings->configured_account = NULL;
}

const isoft_settings *isoft_settings_now(void)
{
	return &ISOFT_G(settings);
}

void isoft_settings_display(zend_module_entry *module)
{
	display_ini_entries(module);
}
