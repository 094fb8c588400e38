#include "keap/contact_objects.h"

#include <ctype.h>

#include "keap/contact_schema.h"
#include "keap/schema.h"
#include "support/array.h"

enum { CAMEL_NAME_SIZE = 48 };

const isoft_field *isoft_contact_object_find(const char *name)
{
	const isoft_field *field = isoft_schema_find(isoft_contact_schema, name, strlen(name));

	return field && field->type == ISOFT_TYPE_OBJECT && !field->list ? field : NULL;
}

void isoft_contact_object_read(zval *given, HashTable *checked, zval *members)
{
	zend_string *name;
	zval *value, null;

	ZVAL_NULL(&null);
	ZVAL_ARR(members, zend_array_dup(checked));
	if (Z_TYPE_P(given) != IS_ARRAY) {
		return;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(given), name, value) {
		ZVAL_DEREF(value);
		if (name && Z_TYPE_P(value) == IS_NULL) {
			zend_hash_update(Z_ARRVAL_P(members), name, &null);
		}
	}
	ZEND_HASH_FOREACH_END();
}

bool isoft_contact_object_is_whole(const isoft_field *object, HashTable *members)
{
	for (const isoft_field *field = object->fields; field->name; field++) {
		if (!isoft_array_member(members, field->name)) {
			return false;
		}
	}
	return true;
}

/* The member by its name in a request, or by the name that a reply can have for it: utm_source is utmSource. */
static zval *held_member(HashTable *held, const char *name)
{
	zval *value = isoft_array_value(held, name);
	char camel[CAMEL_NAME_SIZE];
	size_t length = 0;

	if (value) {
		return value;
	}
	for (const char *at = name; *at && length < CAMEL_NAME_SIZE - 1; at++) {
		if (*at == '_' && at[1]) {
			at++;
			camel[length++] = (char)toupper((unsigned char)*at);
		} else {
			camel[length++] = *at;
		}
	}
	camel[length] = '\0';
	return isoft_array_value(held, camel);
}

/* A source that Keap does not name can be any. */
static bool is_same_source(HashTable *held, HashTable *members)
{
	zval *source = held_member(held, "keap_source_id"), *wanted = isoft_array_value(members, "keap_source_id");

	return !source || !wanted || isoft_contact_same_value(source, wanted);
}

/* Of several sets of UTM parameters from the same source, the one of the last touch counts. */
static HashTable *find_held(zval *present, HashTable *members)
{
	HashTable *found = NULL;
	zval *entry;

	if (!present || Z_TYPE_P(present) != IS_ARRAY) {
		return NULL;
	}
	if (!zend_array_is_list(Z_ARRVAL_P(present))) {
		return is_same_source(Z_ARRVAL_P(present), members) ? Z_ARRVAL_P(present) : NULL;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(present), entry) {
		zval *last;

		if (Z_TYPE_P(entry) != IS_ARRAY || !is_same_source(Z_ARRVAL_P(entry), members)) {
			continue;
		}
		found = Z_ARRVAL_P(entry);
		last = held_member(found, "last_touch");
		if (last && Z_TYPE_P(last) == IS_TRUE) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return found;
}

/* Keap does not always name the source of what it returns; a set without its source is the one that is given. */
static void write_source(const isoft_field *object, HashTable *merged, HashTable *members, HashTable *held)
{
	zval *wanted = isoft_array_value(members, "keap_source_id");

	if (held && wanted && isoft_schema_find(object->fields, "keap_source_id", strlen("keap_source_id"))) {
		Z_TRY_ADDREF_P(wanted);
		zend_hash_str_update(merged, "keap_source_id", strlen("keap_source_id"), wanted);
	}
}

bool isoft_contact_object_merge(
	const isoft_field *object, HashTable *members, zval *present, isoft_merge_mode mode, zval *merged)
{
	HashTable *held = find_held(present, members);

	array_init(merged);
	for (const isoft_field *field = object->fields; held && field->name; field++) {
		zval *value = held_member(held, field->name);

		if (value) {
			Z_TRY_ADDREF_P(value);
			add_assoc_zval(merged, field->name, value);
		}
	}
	write_source(object, Z_ARRVAL_P(merged), members, held);
	return isoft_contact_merge_members(Z_ARRVAL_P(merged), members, mode);
}
