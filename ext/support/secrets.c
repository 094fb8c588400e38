#include "support/secrets.h"

#include <sodium.h>

#include "php_infusionsoft.h"

#include "support/admin_values.h"
#include "support/sent_settings.h"

typedef struct isoft_secret_retired {
	struct isoft_secret_retired *next;
	char *text;
} isoft_secret_retired;

/* The values of php.ini. Written while the module starts, when there is one thread, and only read afterwards. */
static char *configured[ISOFT_SECRETS];

static void secrets_free(char *text)
{
	if (text) {
		sodium_memzero(text, strlen(text));
		free(text);
	}
}

/* Wipes and frees the old copy, and copies the value; NULL for no value. */
static void secrets_replace(char **kept, const zend_string *value)
{
	secrets_free(*kept);
	*kept = value ? strdup(ZSTR_VAL(value)) : NULL;
}

/* Wipes the value that get_cfg_var() would return. */
static void secrets_blank_configuration(zend_string *name)
{
	zval *entry = zend_get_configuration_directive(name);

	if (!entry || Z_TYPE_P(entry) != IS_STRING || ZSTR_IS_INTERNED(Z_STR_P(entry))) {
		return;
	}
	sodium_memzero(Z_STRVAL_P(entry), Z_STRLEN_P(entry));
	zend_string_release_ex(Z_STR_P(entry), true);
	ZVAL_EMPTY_STRING(entry);
}

ZEND_INI_MH(isoft_secret_on_modify)
{
	isoft_secret_name name = (isoft_secret_name)(uintptr_t)mh_arg1;
	isoft_secret_overrides *overrides = &ISOFT_G(settings).secrets;

	if (isoft_sent_setting_is_noted(entry, stage) && strcmp(ZSTR_VAL(new_value), isoft_secret(name)) != 0) {
		isoft_sent_setting_hash(entry->name, new_value);
	}
	isoft_admin_value_note(entry, stage);
	switch (stage) {
		case ZEND_INI_STAGE_STARTUP:
			/* After a FAILURE PHP sets the default, and a new thread copies "": neither must overwrite the value. */
			if (!new_value || !ZSTR_LEN(new_value)) {
				return SUCCESS;
			}
			secrets_replace(&configured[name], new_value);
			/* new_value is the configuration's own string, which this wipes: do not use it afterwards. */
			secrets_blank_configuration(entry->name);
			return FAILURE;
		case ZEND_INI_STAGE_DEACTIVATE:
		case ZEND_INI_STAGE_SHUTDOWN:
			secrets_replace(&overrides->of_request[name], NULL);
			return SUCCESS;
		default:
			/* PHP-FPM sets the values of a pool without marking the entry as modified, and they stay. */
			secrets_replace(entry->modified ? &overrides->of_request[name] : &overrides->of_pool[name], new_value);
			return FAILURE;
	}
}

ZEND_INI_DISP(isoft_secret_display)
{
	isoft_secret_name name = (isoft_secret_name)(uintptr_t)ini_entry->mh_arg1;

	(void)type;
	php_printf("%s", *isoft_secret(name) ? "set" : "not set");
}

const char *isoft_secret(isoft_secret_name name)
{
	const isoft_secret_overrides *overrides = &ISOFT_G(settings).secrets;
	const char *const values[] = {
		overrides->of_application[name], overrides->of_request[name], overrides->of_pool[name], configured[name]};

	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		if (values[i]) {
			return values[i];
		}
	}
	return "";
}

void isoft_secret_set_of_application(isoft_secret_name name, const zend_string *value)
{
	isoft_secret_overrides *overrides = &ISOFT_G(settings).secrets;

	if (overrides->of_application[name]) {
		isoft_secret_retired *retired = pemalloc(sizeof(*retired), true);

		retired->text = overrides->of_application[name];
		retired->next = overrides->retired;
		overrides->retired = retired;
		overrides->of_application[name] = NULL;
	}
	secrets_replace(&overrides->of_application[name], value);
}

static void secrets_end_of_application(isoft_secret_overrides *overrides)
{
	while (overrides->retired) {
		isoft_secret_retired *retired = overrides->retired;

		overrides->retired = retired->next;
		secrets_free(retired->text);
		pefree(retired, true);
	}
	for (int name = 0; name < ISOFT_SECRETS; name++) {
		secrets_replace(&overrides->of_application[name], NULL);
	}
}

void isoft_secret_end_of_application(void)
{
	secrets_end_of_application(&ISOFT_G(settings).secrets);
}

void isoft_secret_overrides_wipe(isoft_secret_overrides *overrides)
{
	secrets_end_of_application(overrides);
	for (int name = 0; name < ISOFT_SECRETS; name++) {
		secrets_replace(&overrides->of_pool[name], NULL);
		secrets_replace(&overrides->of_request[name], NULL);
	}
}

void isoft_secrets_wipe(void)
{
	for (int name = 0; name < ISOFT_SECRETS; name++) {
		secrets_replace(&configured[name], NULL);
	}
}
