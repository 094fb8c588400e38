#include "php_infusionsoft.h"

#include "auth/stats.h"
#include "auth/store_cache.h"
#include "client/last_reply.h"
#include "client/pacer.h"
#include "client/seen_limits.h"
#include "functions/configure.h"
#include "store/store.h"
#include "support/exceptions.h"
#include "support/interrupt.h"
#include "support/pause.h"
#include "support/suggest.h"

typedef zend_string *given_values[ISOFT_CONFIGURABLES];

static bool refuse_configuration(const char *message)
{
	isoft_failure failure;

	isoft_fail(&failure, ISOFT_FAILURE_CONFIGURATION, "%s", message);
	isoft_throw(&failure);
	return false;
}

/* A call that is under way has borrowed settings, and would go on with others. */
static bool check_allowed(void)
{
	if (!isoft_settings_now()->configure) {
		return refuse_configuration(
			"infusionsoft.configure is Off: the settings of this PHP come from php.ini, a pool or a "
			"virtual host, and infusionsoft_configure() changes none");
	}
	if (ISOFT_G(waiter) || ISOFT_G(logging) || isoft_pause_is_on() || isoft_interrupt_is_handled()) {
		return refuse_configuration(
			"infusionsoft_configure() cannot be called while a call runs: not in a batch, in the "
			"logger, or in the handler of a signal. Call it when your application starts");
	}
	return true;
}

static bool throw_unknown(const zend_string *name)
{
	static const char *const fixed[] = {"base_url", "token_url", "authorize_url", "ca_file", "ca_path"};
	bool has_nul = strlen(ZSTR_VAL(name)) != ZSTR_LEN(name);
	char tail[ISOFT_SUGGEST_TAIL_SIZE];

	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++) {
		if (zend_string_equals_cstr(name, fixed[i], strlen(fixed[i]))) {
			zend_argument_value_error(1,
				"must not hold \"%s\": only php.ini can set it, because it decides where php.ini's secrets go",
				fixed[i]);
			return false;
		}
	}
	zend_argument_value_error(1, "must hold settings; \"%.60s\" is not one%s", ZSTR_VAL(name),
		isoft_suggest_tail(tail, has_nul ? NULL : isoft_configurable_suggest(ZSTR_VAL(name))));
	return false;
}

/* Returns the value as php.ini has it, which the caller owns; NULL if its type does not fit. */
static zend_string *read_value(const isoft_configurable *setting, zval *value)
{
	bool is_number = setting->kind == ISOFT_SETTING_NUMBER || setting->kind == ISOFT_SETTING_TIMEOUT;

	switch (Z_TYPE_P(value)) {
		case IS_STRING:
			return zend_string_copy(Z_STR_P(value));
		case IS_LONG:
			return is_number ? zend_long_to_str(Z_LVAL_P(value)) : NULL;
		case IS_TRUE:
		case IS_FALSE:
			return setting->kind == ISOFT_SETTING_FLAG ? ZSTR_CHAR(Z_TYPE_P(value) == IS_TRUE ? '1' : '0') : NULL;
		default:
			return NULL;
	}
}

/* Returns NULL if the value may be set; otherwise what it must be. */
static const char *rule_broken(isoft_configurable_id id, zend_string *value)
{
	size_t length = ZSTR_LEN(value);
	const char *rule = isoft_setting_rule_broken(isoft_configurables[id].kind, value);

	if (!rule && id == ISOFT_SET_ACCOUNT && (length < 1 || length > ISOFT_ACCOUNT_MAX)) {
		rule = "a name of 1 to 128 bytes";
	}
	if (!rule && id == ISOFT_SET_STORE_PATH && !IS_ABSOLUTE_PATH(ZSTR_VAL(value), length)) {
		rule = "an absolute path";
	}
	return rule;
}

static const char *type_of(isoft_setting_kind kind)
{
	switch (kind) {
		case ISOFT_SETTING_NUMBER:
		case ISOFT_SETTING_TIMEOUT:
			return "a number, as int or string";
		case ISOFT_SETTING_FLAG:
			return "true or false";
		default:
			return "a string";
	}
}

/* The administrator's value may be given once more. */
static bool check_admin(isoft_configurable_id id, zend_string **value)
{
	const isoft_configurable *setting = &isoft_configurables[id];
	const char *admins = setting->kind == ISOFT_SETTING_SECRET ? isoft_secret(setting->secret)
															   : ZSTR_VAL(isoft_application_setting_base(id));
	bool same = strcmp(ZSTR_VAL(*value), admins) == 0;
	isoft_failure failure;

	if (!isoft_admin_value_is_set(isoft_application_setting_entry(id))) {
		return true;
	}
	if (same) {
		zend_string_release(*value);
		*value = NULL;
		return true;
	}
	isoft_fail(&failure, ISOFT_FAILURE_CONFIGURATION,
		"infusionsoft.%s has an admin value for this pool, virtual host or request, which infusionsoft_configure() "
		"cannot "
		"change: leave \"%s\" out, or remove the php_admin_value",
		setting->name, setting->name);
	isoft_throw(&failure);
	return false;
}

static bool read_setting(const zend_string *name, zval *given, given_values values)
{
	isoft_configurable_id id = name && strlen(ZSTR_VAL(name)) == ZSTR_LEN(name)
		? isoft_configurable_find(ZSTR_VAL(name))
		: ISOFT_CONFIGURABLES;
	const char *rule;

	if (!name) {
		zend_argument_value_error(1, "must have names of settings as keys, such as \"client_id\"");
		return false;
	}
	if (id == ISOFT_CONFIGURABLES
		|| !zend_string_equals_cstr(name, isoft_configurables[id].name, strlen(isoft_configurables[id].name))) {
		return throw_unknown(name);
	}
	ZVAL_DEREF(given);
	if (Z_TYPE_P(given) == IS_NULL) {
		return true;
	}
	values[id] = read_value(&isoft_configurables[id], given);
	rule = values[id] ? rule_broken(id, values[id]) : type_of(isoft_configurables[id].kind);
	if (!rule) {
		return check_admin(id, &values[id]);
	}
	if (values[id]) {
		zend_argument_value_error(1, "must have as \"%s\" %s", isoft_configurables[id].name, rule);
	} else {
		zend_argument_value_error(
			1, "must have as \"%s\" %s, %s given", isoft_configurables[id].name, rule, zend_zval_type_name(given));
	}
	return false;
}

/*
 * The grants of two OAuth applications must not lie under one name in one store: a call of one application would read
 * the contacts of the other's Keap.
 */
static bool check_application(given_values values)
{
	const zend_string *id = values[ISOFT_SET_CLIENT_ID];

	if (!id || !ZSTR_LEN(id) || zend_string_equals(id, isoft_application_setting_base(ISOFT_SET_CLIENT_ID))) {
		return true;
	}
	if (!values[ISOFT_SET_CLIENT_SECRET]
		&& !isoft_admin_value_is_set(isoft_application_setting_entry(ISOFT_SET_CLIENT_SECRET))) {
		zend_argument_value_error(
			1, "must hold \"client_secret\" beside \"client_id\": php.ini's belongs to another client_id");
		return false;
	}
	if (!values[ISOFT_SET_STORE_PATH] && !values[ISOFT_SET_ACCOUNT]
		&& !isoft_admin_value_is_set(isoft_application_setting_entry(ISOFT_SET_STORE_PATH))
		&& !isoft_admin_value_is_set(isoft_application_setting_entry(ISOFT_SET_ACCOUNT))) {
		zend_argument_value_error(1,
			"must hold \"store_path\" or \"account\" beside \"client_id\": otherwise this application would use the "
			"grants "
			"that others on this machine keep in php.ini's store");
		return false;
	}
	return true;
}

static bool read_settings(HashTable *given, given_values values)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(given, name, value) {
		if (!read_setting(name, value, values)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return check_application(values);
}

/* What the thread remembers of the settings until now. */
static void forget(void)
{
	isoft_stats_flush();
	isoft_seen_limits_flush();
	isoft_store_cache_forget();
	isoft_pacer_free(ISOFT_G(last_clock));
	ISOFT_G(last_clock) = NULL;
	isoft_last_reply_reset();
}

void isoft_configure_end(void)
{
	if (isoft_settings_now()->application.is_used) {
		forget();
		isoft_application_settings_end();
	}
}

PHP_FUNCTION(infusionsoft_configure)
{
	HashTable *given;
	given_values values = {0};

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(given)
	ZEND_PARSE_PARAMETERS_END();

	if (check_allowed() && read_settings(given, values)) {
		forget();
		isoft_application_settings_replace(values);
	}
	for (int id = 0; id < ISOFT_CONFIGURABLES; id++) {
		if (values[id]) {
			zend_string_release(values[id]);
		}
	}
}
