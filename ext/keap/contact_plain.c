#include "keap/contact_plain.h"

#include "keap/contact_names.h"
#include "keap/contact_schema.h"
#include "keap/object_value.h"
#include "keap/schema.h"
#include "keap/schema_objects.h"

enum { PLACE_MAX = 200 };

static bool plain_resolve(zend_string *name, zval *value, zval *result, isoft_failure *failure)
{
	const isoft_field *field = isoft_schema_find(isoft_contact_schema, ZSTR_VAL(name), ZSTR_LEN(name));
	char place[PLACE_MAX];

	snprintf(place, sizeof(place), "contact.%s", ZSTR_VAL(name));
	if (zend_string_equals_literal(name, "custom_fields")) {
		return isoft_object_value_but_times(value, place, result, failure);
	}
	if (field) {
		return isoft_schema_objects(field, value, place, result, failure);
	}
	if (isoft_contact_is_read_only(ZSTR_VAL(name))) {
		return isoft_object_value_json(value, false, place, result, failure);
	}
	ZVAL_COPY_DEREF(result, value);
	return true;
}

HashTable *isoft_contact_plain(HashTable *contact, isoft_failure *failure)
{
	HashTable *copy = zend_new_array(zend_hash_num_elements(contact));
	zend_string *name;
	zend_ulong index;
	zval *value, resolved;

	ZEND_HASH_FOREACH_KEY_VAL(contact, index, name, value) {
		if (!name) {
			ZVAL_COPY_DEREF(&resolved, value);
			zend_hash_index_add_new(copy, index, &resolved);
		} else if (plain_resolve(name, value, &resolved, failure)) {
			zend_hash_add_new(copy, name, &resolved);
		} else {
			zend_array_release(copy);
			return NULL;
		}
	}
	ZEND_HASH_FOREACH_END();
	return copy;
}
