#include "keap/ids.h"

enum { MOST_DIGITS = 19 };

static bool is_id(const char *text, size_t length)
{
	return length > 0 && length <= MOST_DIGITS && text[0] != '0' && strspn(text, "0123456789") == length;
}

bool isoft_id_read(char id[ISOFT_ID_SIZE], const zval *given)
{
	if (Z_TYPE_P(given) == IS_LONG && Z_LVAL_P(given) > 0) {
		snprintf(id, ISOFT_ID_SIZE, ZEND_LONG_FMT, Z_LVAL_P(given));
		return true;
	}
	if (Z_TYPE_P(given) == IS_STRING && is_id(Z_STRVAL_P(given), Z_STRLEN_P(given))) {
		memcpy(id, Z_STRVAL_P(given), Z_STRLEN_P(given) + 1);
		return true;
	}
	return false;
}
