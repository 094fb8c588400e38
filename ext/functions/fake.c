#include "php_infusionsoft.h"

#include "client/fake.h"
#include "keap/operation.h"

static bool check_key(const zend_string *name)
{
	const char *text = ZSTR_VAL(name);
	const char *meant;

	if (strlen(text) == ZSTR_LEN(name)
		&& (strstr(text, " /") || strcmp(text, "*") == 0 || isoft_operation_find(text, strlen(text)))) {
		return true;
	}
	meant = isoft_operation_suggest(text);
	zend_argument_value_error(1,
		"must be keyed by operations, by \"METHOD /path\" or by \"*\"; there is no operation \"%.60s\"%s%s%s", text,
		meant ? "; did you mean \"" : "", meant ? meant : "", meant ? "\"?" : "");
	return false;
}

/* False: thrown. */
static bool check_map(HashTable *map)
{
	zend_string *name;
	zend_ulong index;

	if (zend_array_is_list(map)) {
		return true; /* a sequence, or nothing */
	}
	ZEND_HASH_FOREACH_KEY(map, index, name) {
		if (!name) {
			zend_argument_value_error(
				1, "must be a list of replies, or keyed by operations, not by numbers (" ZEND_ULONG_FMT ")", index);
			return false;
		}
		if (!check_key(name)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

PHP_FUNCTION(infusionsoft_fake)
{
	zval *responses;
	bool callable;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(responses)
	ZEND_PARSE_PARAMETERS_END();

	callable = Z_TYPE_P(responses) != IS_NULL && zend_is_callable(responses, 0, NULL);
	if (!callable && Z_TYPE_P(responses) != IS_ARRAY && Z_TYPE_P(responses) != IS_NULL) {
		zend_argument_type_error(1, "must be of type callable|array|null, %s given", zend_zval_type_name(responses));
		RETURN_THROWS();
	}
	if (!callable && Z_TYPE_P(responses) == IS_ARRAY && !check_map(Z_ARRVAL_P(responses))) {
		RETURN_THROWS();
	}
	isoft_fake_set(responses, callable);
}

PHP_FUNCTION(infusionsoft_recorded)
{
	ZEND_PARSE_PARAMETERS_NONE();
	isoft_fake_recorded(return_value);
}
