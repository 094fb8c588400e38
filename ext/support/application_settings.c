#include "php_infusionsoft.h"

#include "support/application_settings.h"

static zend_string *name_of_entry(isoft_configurable_id id)
{
	return zend_strpprintf(0, "infusionsoft.%s", isoft_configurables[id].name);
}

zend_ini_entry *isoft_application_setting_entry(isoft_configurable_id id)
{
	zend_string *name = name_of_entry(id);
	zend_ini_entry *entry = zend_hash_find_ptr(EG(ini_directives), name);

	zend_string_release(name);
	return entry;
}

const zend_string *isoft_application_setting_base(isoft_configurable_id id)
{
	const zend_string *before = ISOFT_G(settings).application.before[id];

	return before ? before : isoft_application_setting_entry(id)->value;
}

const char *isoft_application_settings_base_account(void)
{
	const isoft_settings *settings = isoft_settings_now();
	const char *account =
		settings->application.account_before ? settings->application.account_before : settings->configured_account;

	return account ? account : "";
}

static void set_entry(isoft_configurable_id id, zend_string *value)
{
	zend_string *name = name_of_entry(id);

	zend_alter_ini_entry_ex(name, value, ZEND_INI_SYSTEM, ZEND_INI_STAGE_RUNTIME, false);
	zend_string_release(name);
}

static void set_back(isoft_configurable_id id)
{
	isoft_application_settings *application = &ISOFT_G(settings).application;

	if (isoft_configurables[id].kind == ISOFT_SETTING_SECRET) {
		isoft_secret_set_of_application(isoft_configurables[id].secret, NULL);
	} else if (application->before[id]) {
		set_entry(id, application->before[id]);
		zend_string_release(application->before[id]);
		application->before[id] = NULL;
	}
}

static void set(isoft_configurable_id id, zend_string *value)
{
	if (isoft_configurables[id].kind == ISOFT_SETTING_SECRET) {
		isoft_secret_set_of_application(isoft_configurables[id].secret, value);
		return;
	}
	ISOFT_G(settings).application.before[id] = zend_string_copy(isoft_application_setting_entry(id)->value);
	set_entry(id, value);
	if (id == ISOFT_SET_ACCOUNT) {
		isoft_settings_set_configured_account(ZSTR_VAL(value));
	}
}

/*
 * php.ini's key belongs to php.ini's account. An application with an account, a store or an OAuth application of its
 * own gets no contact of that account.
 */
static bool leaves_key_behind(zend_string *const values[ISOFT_CONFIGURABLES])
{
	return values[ISOFT_SET_CLIENT_ID] || values[ISOFT_SET_STORE_PATH] || values[ISOFT_SET_SHARED_STORE]
		|| (values[ISOFT_SET_ACCOUNT]
			&& strcmp(ZSTR_VAL(values[ISOFT_SET_ACCOUNT]), isoft_application_settings_base_account()) != 0);
}

void isoft_application_settings_replace(zend_string *const values[ISOFT_CONFIGURABLES])
{
	isoft_application_settings *application = &ISOFT_G(settings).application;

	application->is_used = true;
	if (application->account_before) {
		isoft_settings_set_configured_account(application->account_before);
	} else {
		application->account_before = strdup(isoft_application_settings_base_account());
	}
	for (int id = 0; id < ISOFT_CONFIGURABLES; id++) {
		set_back((isoft_configurable_id)id);
		if (values[id]) {
			set((isoft_configurable_id)id, values[id]);
		}
	}
	if (!values[ISOFT_SET_API_KEY] && leaves_key_behind(values)
		&& !isoft_admin_value_is_set(isoft_application_setting_entry(ISOFT_SET_API_KEY))) {
		isoft_secret_set_of_application(ISOFT_SECRET_API_KEY, ZSTR_EMPTY_ALLOC());
	}
}

void isoft_application_settings_end(void)
{
	isoft_application_settings *application = &ISOFT_G(settings).application;

	isoft_secret_end_of_application();
	for (int id = 0; id < ISOFT_CONFIGURABLES; id++) {
		if (application->before[id]) {
			zend_string_release(application->before[id]);
			application->before[id] = NULL;
		}
	}
	free(application->account_before);
	application->account_before = NULL;
	application->is_used = false;
}
