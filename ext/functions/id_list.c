#include "php_infusionsoft.h"

#include "functions/id_list.h"

#include "keap/ids.h"

/* Returns false with an exception thrown. */
static bool id_list_add_all(zval *ids, HashTable *list, const char *what, uint32_t position)
{
	HashTable seen;
	char id[ISOFT_ID_SIZE];
	zval *value;
	bool valid = true;
	zend_ulong index = 0;

	zend_hash_init(&seen, zend_hash_num_elements(list), NULL, NULL, false);
	ZEND_HASH_FOREACH_VAL(list, value) {
		ZVAL_DEREF(value);
		valid = isoft_id_read(id, value);
		if (!valid) {
			zend_argument_value_error(position,
				"must hold %ss: entry " ZEND_ULONG_FMT " is not a positive whole number, as int or string", what,
				index);
			break;
		}
		index++;
		if (zend_hash_str_add_empty_element(&seen, id, strlen(id))) {
			add_next_index_string(ids, id);
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_hash_destroy(&seen);
	return valid;
}

static bool id_list_add_one(zval *ids, const zval *argument, const char *what, uint32_t position)
{
	char id[ISOFT_ID_SIZE];

	if (Z_TYPE_P(argument) != IS_STRING && Z_TYPE_P(argument) != IS_LONG) {
		zend_argument_type_error(position, "must be of type array|string|int, %s given", zend_zval_type_name(argument));
		return false;
	}
	if (!isoft_id_read(id, argument)) {
		zend_argument_value_error(
			position, "must be a %s or a list of them: positive whole numbers, as int or string", what);
		return false;
	}
	add_next_index_string(ids, id);
	return true;
}

bool isoft_id_list_argument(zval *ids, zval *argument, const char *what, uint32_t position)
{
	bool valid;

	array_init(ids);
	valid = Z_TYPE_P(argument) == IS_ARRAY ? id_list_add_all(ids, Z_ARRVAL_P(argument), what, position)
										   : id_list_add_one(ids, argument, what, position);
	if (!valid) {
		zval_ptr_dtor(ids);
	}
	return valid;
}
