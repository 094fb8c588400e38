#include "keap/ids.h"

enum { DIGITS_MAX = 19 };

static bool is_id(const char *text, size_t length)
{
	return length > 0 && length <= DIGITS_MAX && text[0] != '0' && strspn(text, "0123456789") == length;
}

bool isoft_id_read(char id[ISOFT_ID_SIZE], const zval *value)
{
	if (Z_TYPE_P(value) == IS_LONG && Z_LVAL_P(value) > 0) {
		snprintf(id, ISOFT_ID_SIZE, ZEND_LONG_FMT, Z_LVAL_P(value));
		return true;
	}
	if (Z_TYPE_P(value) == IS_STRING && is_id(Z_STRVAL_P(value), Z_STRLEN_P(value))) {
		memcpy(id, Z_STRVAL_P(value), Z_STRLEN_P(value) + 1);
		return true;
	}
	return false;
}
