#include "php_infusionsoft.h"

#include "client/fake.h"
#include "keap/operation.h"
#include "support/closure.h"
#include "support/suggest.h"

static bool check_key(const zend_string *key)
{
	const char *text = ZSTR_VAL(key);
	char tail[ISOFT_SUGGEST_TAIL_SIZE];

	if (strlen(text) == ZSTR_LEN(key)
		&& (strstr(text, " /") || strcmp(text, "*") == 0 || isoft_operation_find(text, strlen(text)))) {
		return true;
	}
	zend_argument_value_error(1,
		"must be keyed by operations, by \"METHOD /path\" or by \"*\"; there is no operation \"%.60s\"%s", text,
		isoft_suggest_tail(tail, isoft_operation_suggest(text)));
	return false;
}

/* Returns false with an exception thrown. */
static bool check_map(HashTable *map)
{
	zend_string *name;
	zend_ulong index;

	if (zend_array_is_list(map)) {
		return true; /* a sequence of replies, or an empty array */
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

/* Returns false with an exception thrown. */
static bool check_responses(const zval *responses, bool callable)
{
	if (callable || Z_TYPE_P(responses) == IS_NULL) {
		return true;
	}
	if (Z_TYPE_P(responses) != IS_ARRAY) {
		zend_argument_type_error(1, "must be of type callable|array|null, %s given", zend_zval_type_name(responses));
		return false;
	}
	return check_map(Z_ARRVAL_P(responses));
}

PHP_FUNCTION(infusionsoft_fake)
{
	zval *responses;
	bool callable;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(responses)
	ZEND_PARSE_PARAMETERS_END();

	callable = Z_TYPE_P(responses) != IS_NULL && isoft_is_callable(responses);
	if (EG(exception) || !check_responses(responses, callable)) {
		RETURN_THROWS();
	}
	if (!isoft_fake_set(responses, callable)) {
		RETURN_THROWS();
	}
}

PHP_FUNCTION(infusionsoft_recorded)
{
	ZEND_PARSE_PARAMETERS_NONE();
	isoft_fake_recorded(return_value);
}
