#include "functions/hook_headers.h"

enum { SECRET_MAX = 1024 };

static bool is_hook_secret(const zend_string *name)
{
	static const char *const names[] = {"X-Hook-Secret", "HTTP_X_HOOK_SECRET"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (zend_binary_strcasecmp(ZSTR_VAL(name), ZSTR_LEN(name), names[i], strlen(names[i])) == 0) {
			return true;
		}
	}
	return false;
}

/* Returns the value of the header, or the first of its values; NULL if there is none. */
static zval *value_of(zval *value)
{
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_ARRAY) {
		value = zend_hash_index_find_deref(Z_ARRVAL_P(value), 0);
	}
	return value && Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) ? value : NULL;
}

/* It becomes a header of the answer: nothing in it may begin another one. */
static bool can_be_sent(const zval *value)
{
	const char *text = Z_STRVAL_P(value);

	for (size_t i = 0; i < Z_STRLEN_P(value); i++) {
		if (text[i] < ' ' || text[i] > '~') {
			return false;
		}
	}
	return Z_STRLEN_P(value) <= SECRET_MAX;
}

bool isoft_hook_headers_answer(zval *answer, HashTable *headers, uint32_t position)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(headers, name, value) {
		value = name && is_hook_secret(name) ? value_of(value) : NULL;
		if (value && !can_be_sent(value)) {
			zend_argument_value_error(
				position, "must have an X-Hook-Secret of printable characters, at most %d", SECRET_MAX);
			return false;
		}
		if (value) {
			Z_TRY_ADDREF_P(value);
			zend_hash_str_update(Z_ARRVAL_P(answer), "X-Hook-Secret", strlen("X-Hook-Secret"), value);
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}
