#include "php_infusionsoft.h"

#include "functions/arguments.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "keap/contact_schema.h"
#include "store/store.h"
#include "support/exceptions.h"
#include "support/suggest.h"

static bool is_account(const char *name, size_t length)
{
	return length >= 1 && length <= ISOFT_ACCOUNT_MAX && strlen(name) == length;
}

/*
 * A copy of the setting that lives until the request ends. The script can change the setting during a call, in a
 * jsonSerialize() or while its fiber waits, and that frees the text of the setting.
 */
static const char *copy_account(const char *name)
{
	zval *copy, text;

	if (!ISOFT_G(account_names)) {
		ALLOC_HASHTABLE(ISOFT_G(account_names));
		zend_hash_init(ISOFT_G(account_names), 1, NULL, ZVAL_PTR_DTOR, false);
	}
	copy = zend_hash_str_find(ISOFT_G(account_names), name, strlen(name));
	if (!copy) {
		ZVAL_STRING(&text, name);
		copy = zend_hash_str_add_new(ISOFT_G(account_names), name, strlen(name), &text);
	}
	return Z_STRVAL_P(copy);
}

void isoft_accounts_rshutdown(void)
{
	if (ISOFT_G(account_names)) {
		zend_hash_destroy(ISOFT_G(account_names));
		FREE_HASHTABLE(ISOFT_G(account_names));
		ISOFT_G(account_names) = NULL;
	}
}

bool isoft_account_setting_check(isoft_failure *failure)
{
	const char *configured = isoft_settings_now()->account;

	return (configured && is_account(configured, strlen(configured)))
		|| isoft_fail(
			failure, ISOFT_FAILURE_CONFIGURATION, "infusionsoft.account must be 1 to %d bytes long", ISOFT_ACCOUNT_MAX);
}

const char *isoft_account(const zend_string *argument, uint32_t position)
{
	isoft_failure failure;

	if (argument) {
		if (is_account(ZSTR_VAL(argument), ZSTR_LEN(argument))) {
			return ZSTR_VAL(argument);
		}
		zend_argument_value_error(position, "must be 1 to %d bytes long and without NUL", ISOFT_ACCOUNT_MAX);
		return NULL;
	}
	if (isoft_account_setting_check(&failure)) {
		return copy_account(isoft_settings_now()->account);
	}
	isoft_throw(&failure);
	return NULL;
}

void isoft_throw_argument(const isoft_failure *failure, uint32_t position)
{
	if (failure->kind == ISOFT_FAILURE_VALUE) {
		zend_argument_value_error(position, "%s", failure->message);
	} else {
		isoft_throw(failure);
	}
}

bool isoft_id_argument(char id[ISOFT_ID_SIZE], const zval *argument, const char *what, uint32_t position)
{
	if (Z_TYPE_P(argument) != IS_STRING && Z_TYPE_P(argument) != IS_LONG) {
		zend_argument_type_error(position, "must be of type string|int, %s given", zend_zval_type_name(argument));
		return false;
	}
	if (isoft_id_read(id, argument)) {
		return true;
	}
	zend_argument_value_error(
		position, "must be a %s: a positive whole number as Keap gives it, as int or string", what);
	return false;
}

static const char *property_at(const void *names, size_t index)
{
	return ((const char *const *)names)[index];
}

static bool is_contact_property(const zend_string *name)
{
	for (const char *const *known = isoft_contact_properties; *known; known++) {
		if (zend_string_equals_cstr(name, *known, strlen(*known))) {
			return true;
		}
	}
	return false;
}

static void throw_unknown_property(const zend_string *name, uint32_t position)
{
	char tail[ISOFT_SUGGEST_TAIL_SIZE];

	zend_argument_value_error(position, "must hold properties of a contact; \"%.60s\" is not one%s", ZSTR_VAL(name),
		isoft_suggest_tail(tail, isoft_suggest(ZSTR_VAL(name), property_at, isoft_contact_properties)));
}

bool isoft_fields(HashTable *fields, uint32_t position, zend_string **joined)
{
	smart_str list = {0};
	zval *name;

	*joined = NULL;
	if (!fields) {
		return true;
	}
	ZEND_HASH_FOREACH_VAL(fields, name) {
		ZVAL_DEREF(name);
		if (Z_TYPE_P(name) != IS_STRING) {
			zend_argument_value_error(position, "must hold strings, %s given", zend_zval_type_name(name));
		} else if (!is_contact_property(Z_STR_P(name))) {
			throw_unknown_property(Z_STR_P(name), position);
		} else {
			if (list.s) {
				smart_str_appendc(&list, ',');
			}
			smart_str_append(&list, Z_STR_P(name));
			continue;
		}
		smart_str_free(&list);
		return false;
	}
	ZEND_HASH_FOREACH_END();
	if (!list.s) {
		zend_argument_value_error(position, "must not be empty: pass null for Keap's default properties");
		return false;
	}
	*joined = smart_str_extract(&list);
	return true;
}
