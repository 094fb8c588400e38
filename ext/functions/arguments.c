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

/* The script may change the setting, and its text be freed, in a call: where it makes JSON of its objects, or while a
 * fiber waits. */
static const char *keep(const char *name)
{
	zval *kept, text;

	if (!ISOFT_G(account_names)) {
		ALLOC_HASHTABLE(ISOFT_G(account_names));
		zend_hash_init(ISOFT_G(account_names), 1, NULL, ZVAL_PTR_DTOR, false);
	}
	kept = zend_hash_str_find(ISOFT_G(account_names), name, strlen(name));
	if (!kept) {
		ZVAL_STRING(&text, name);
		kept = zend_hash_str_add_new(ISOFT_G(account_names), name, strlen(name), &text);
	}
	return Z_STRVAL_P(kept);
}

void isoft_accounts_rshutdown(void)
{
	if (ISOFT_G(account_names)) {
		zend_hash_destroy(ISOFT_G(account_names));
		FREE_HASHTABLE(ISOFT_G(account_names));
		ISOFT_G(account_names) = NULL;
	}
}

const char *isoft_account(const zend_string *argument, uint32_t position)
{
	const char *configured = isoft_settings_now()->account;
	isoft_failure failure;

	if (argument) {
		if (is_account(ZSTR_VAL(argument), ZSTR_LEN(argument))) {
			return ZSTR_VAL(argument);
		}
		zend_argument_value_error(position, "must be 1 to %d bytes long and without NUL", ISOFT_ACCOUNT_MAX);
		return NULL;
	}
	if (configured && is_account(configured, strlen(configured))) {
		return keep(configured);
	}
	isoft_fail(
		&failure, ISOFT_FAILURE_CONFIGURATION, "infusionsoft.account must be 1 to %d bytes long", ISOFT_ACCOUNT_MAX);
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

bool isoft_id_argument(char id[ISOFT_ID_SIZE], const zval *given, const char *what, uint32_t position)
{
	if (Z_TYPE_P(given) != IS_STRING && Z_TYPE_P(given) != IS_LONG) {
		zend_argument_type_error(position, "must be of type string|int, %s given", zend_zval_type_name(given));
		return false;
	}
	if (isoft_id_read(id, given)) {
		return true;
	}
	zend_argument_value_error(
		position, "must be a %s: a positive whole number as Keap gives it, as int or string", what);
	return false;
}

static const char *property(const void *names, size_t index)
{
	return ((const char *const *)names)[index];
}

static bool is_property(const zend_string *name)
{
	for (const char *const *known = isoft_contact_properties; *known; known++) {
		if (zend_string_equals_cstr(name, *known, strlen(*known))) {
			return true;
		}
	}
	return false;
}

static void unknown_property(const zend_string *name, uint32_t position)
{
	const char *nearest = isoft_suggest(ZSTR_VAL(name), property, isoft_contact_properties);

	zend_argument_value_error(position, "must hold properties of a contact; \"%.60s\" is none%s%s%s", ZSTR_VAL(name),
		nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
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
		} else if (!is_property(Z_STR_P(name))) {
			unknown_property(Z_STR_P(name), position);
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
		zend_argument_value_error(position, "must not be empty: give null for Keap's own choice");
		return false;
	}
	*joined = smart_str_extract(&list);
	return true;
}
