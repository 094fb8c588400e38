#include "support/wipe.h"

#include <sodium.h>

static void wipe_zero(zend_string *string)
{
	if (!ZSTR_IS_INTERNED(string) && GC_REFCOUNT(string) == 1) {
		sodium_memzero(ZSTR_VAL(string), ZSTR_LEN(string));
	}
}

static void wipe_zero_strings(zval *value)
{
	zval *element;

	if (Z_TYPE_P(value) == IS_STRING) {
		wipe_zero(Z_STR_P(value));
	} else if (Z_TYPE_P(value) == IS_ARRAY && Z_REFCOUNTED_P(value) && Z_REFCOUNT_P(value) == 1) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), element) {
			wipe_zero_strings(element);
		}
		ZEND_HASH_FOREACH_END();
	}
}

void isoft_wipe_string(zend_string *string)
{
	wipe_zero(string);
	zend_string_release(string);
}

void isoft_wipe_value(zval *value)
{
	wipe_zero_strings(value);
	zval_ptr_dtor(value);
	ZVAL_UNDEF(value);
}
