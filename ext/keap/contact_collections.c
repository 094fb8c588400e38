#include "keap/contact_collections.h"

#include "ext/standard/php_string.h"

#include "keap/contact_schema.h"
#include "keap/schema.h"
#include "support/array.h"
#include "support/caseless.h"

const isoft_contact_collection isoft_contact_collections[] = {
	{"email_addresses", "field", "email", "email", "EMAIL1"},
	{"phone_numbers", "field", "number", "phone", "PHONE1"},
	{"fax_numbers", "field", "number", NULL, NULL},
	{"addresses", "field", NULL, NULL, NULL},
	{"social_accounts", "type", "name", NULL, NULL},
	{"custom_fields", "id", "content", NULL, NULL},
	{NULL, NULL, NULL, NULL, NULL},
};

const isoft_contact_collection *isoft_contact_collection_find(const char *name)
{
	for (const isoft_contact_collection *one = isoft_contact_collections; one->list; one++) {
		if (strcmp(one->list, name) == 0) {
			return one;
		}
	}
	return NULL;
}

const char *isoft_contact_keap_name(const char *name)
{
	for (const isoft_contact_collection *one = isoft_contact_collections; one->list; one++) {
		if (one->short_form && strcmp(one->short_form, name) == 0) {
			return one->list;
		}
	}
	return strcmp(name, "opt_in_reason") == 0 ? "email_addresses" : name;
}

const isoft_field *isoft_contact_entry_fields(const isoft_contact_collection *collection)
{
	return isoft_schema_find(isoft_contact_schema, collection->list, strlen(collection->list))->fields;
}

HashTable *isoft_contact_entry_find(HashTable *list, HashTable *entry, const isoft_contact_collection *collection)
{
	zval *key = isoft_array_value(entry, collection->key), *one;

	if (!key) {
		return NULL;
	}
	ZEND_HASH_FOREACH_VAL(list, one) {
		ZVAL_DEREF(one);
		if (Z_TYPE_P(one) == IS_ARRAY
			&& isoft_contact_same_value(key, isoft_array_value(Z_ARRVAL_P(one), collection->key))) {
			return Z_ARRVAL_P(one);
		}
	}
	ZEND_HASH_FOREACH_END();
	return NULL;
}

static bool is_plain(const zval *value)
{
	return Z_TYPE_P(value) == IS_STRING || Z_TYPE_P(value) == IS_LONG || Z_TYPE_P(value) == IS_DOUBLE;
}

static bool contact_collections_is_same_text(zval *one, zval *other)
{
	zend_string *first = zval_get_string(one), *second = zval_get_string(other);
	bool same = zend_string_equals(first, second);

	zend_string_release(first);
	zend_string_release(second);
	return same;
}

static bool is_same_array(HashTable *one, HashTable *other)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	if (zend_hash_num_elements(one) != zend_hash_num_elements(other)) {
		return false;
	}
	ZEND_HASH_FOREACH_KEY_VAL(one, index, name, value) {
		zval *counterpart = name ? zend_hash_find(other, name) : zend_hash_index_find(other, index);

		if (!counterpart || !isoft_contact_same_value(value, counterpart)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

bool isoft_contact_same_value(zval *one, zval *other)
{
	zval null;

	ZVAL_NULL(&null);
	one = one ? one : &null;
	other = other ? other : &null;
	ZVAL_DEREF(one);
	ZVAL_DEREF(other);
	if (Z_TYPE_P(one) == IS_ARRAY && Z_TYPE_P(other) == IS_ARRAY) {
		return is_same_array(Z_ARRVAL_P(one), Z_ARRVAL_P(other));
	}
	return is_plain(one) && is_plain(other) ? contact_collections_is_same_text(one, other)
											: Z_TYPE_P(one) == Z_TYPE_P(other) && Z_TYPE_P(one) <= IS_TRUE;
}

/* The text without blanks at its ends; "" for a value that is no text. The caller owns the string. */
static zend_string *trimmed_text(zval *value)
{
	return value && Z_TYPE_P(value) == IS_STRING ? php_trim(Z_STR_P(value), NULL, 0, 3) : ZSTR_EMPTY_ALLOC();
}

bool isoft_contact_same_text(zval *one, zval *other)
{
	zend_string *first = trimmed_text(one), *second = trimmed_text(other);
	bool same = isoft_caseless_equals(first, second);

	zend_string_release(first);
	zend_string_release(second);
	return same;
}
