#include "support/array.h"

zval *isoft_array_member(HashTable *array, const char *name)
{
	zval *value = zend_hash_str_find(array, name, strlen(name));

	if (value) {
		ZVAL_DEREF(value);
	}
	return value;
}

zval *isoft_array_value(HashTable *array, const char *name)
{
	zval *value = isoft_array_member(array, name);

	return value && Z_TYPE_P(value) != IS_NULL ? value : NULL;
}
