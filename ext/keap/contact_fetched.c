#include "keap/contact_fetched.h"

#include "zend_smart_str.h"

#include "keap/contact_collections.h"
#include "keap/contact_names.h"
#include "keap/contact_schema.h"
#include "support/array.h"

static bool has_read_only_member(const char *field, HashTable *entry)
{
	zend_string *member;

	ZEND_HASH_FOREACH_STR_KEY(entry, member) {
		if (member && isoft_contact_is_read_only_member(field, ZSTR_VAL(member))) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

static bool has_read_only_entry(const char *field, HashTable *value)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(value, entry) {
		ZVAL_DEREF(entry);
		if (Z_TYPE_P(entry) == IS_ARRAY && has_read_only_member(field, Z_ARRVAL_P(entry))) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return has_read_only_member(field, value);
}

/* Keap returns UTM parameters as a list, and takes one set of them. */
static bool is_returned_utm(const zend_string *name, const zval *value)
{
	return zend_string_equals_literal(name, "utm_parameters") && zend_array_is_list(Z_ARRVAL_P(value));
}

bool isoft_contact_fetched(HashTable *given)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(given, name, value) {
		ZVAL_DEREF(value);
		if (name
			&& (isoft_contact_is_read_only(ZSTR_VAL(name))
				|| (Z_TYPE_P(value) == IS_ARRAY
					&& (is_returned_utm(name, value) || has_read_only_entry(ZSTR_VAL(name), Z_ARRVAL_P(value)))))) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

zend_string *isoft_contact_fetched_fields(HashTable *given)
{
	smart_str names = {0};

	for (const char *const *property = isoft_contact_properties; *property; property++) {
		const isoft_contact_collection *collection = isoft_contact_collection_find(*property);

		if (isoft_array_member(given, *property)
			|| (collection && collection->short_form && isoft_array_member(given, collection->short_form))) {
			smart_str_appends(&names, names.s ? "," : "");
			smart_str_appends(&names, *property);
		}
	}
	return smart_str_extract(&names);
}

HashTable *isoft_contact_fetched_rest(HashTable *given)
{
	HashTable *rest = zend_array_dup(given);

	for (const char *const *property = isoft_contact_properties; *property; property++) {
		zend_hash_str_del(rest, *property, strlen(*property));
	}
	return rest;
}

/* The contact in Keap, and what the changes are. */
typedef struct {
	HashTable *contact;
	bool
		whole; /* the changes hold `id`: their read-only members are those of a contact that was read, maybe long ago */
	isoft_failure *failure;
} fetched_comparison;

/* Writes a copy of the entry, or object, without its read-only members. Returns false where one of them is refused. */
static bool copy_writable(
	const fetched_comparison *self, zval *copy, const char *field, HashTable *entry, HashTable *present)
{
	zend_string *member;
	zval *value;

	ZVAL_ARR(copy, zend_array_dup(entry));
	ZEND_HASH_FOREACH_STR_KEY_VAL(entry, member, value) {
		if (!member || !isoft_contact_is_read_only_member(field, ZSTR_VAL(member))) {
			continue;
		}
		if (!self->whole
			&& !isoft_contact_same_value(value, present ? isoft_array_member(present, ZSTR_VAL(member)) : NULL)) {
			zval_ptr_dtor(copy);
			return isoft_contact_fail_read_only(self->failure, field, ZSTR_VAL(member));
		}
		zend_hash_del(Z_ARRVAL_P(copy), member);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Whether the contact has an entry that is the same in every member. */
static bool has_same_entry(HashTable *present, zval *entry)
{
	zval *one;

	ZEND_HASH_FOREACH_VAL(present, one) {
		if (isoft_contact_same_value(one, entry)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* Whether Keap's entry, or object, has all the members. */
static bool has_members(HashTable *present, HashTable *members)
{
	zend_string *name;
	zval *value;

	if (!present) {
		return false;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(members, name, value) {
		zval *held = name ? zend_hash_find(present, name) : NULL;

		if (!held || !isoft_contact_same_value(value, held)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Writes the entries that differ from those of the contact. */
static bool copy_entries(const fetched_comparison *self, zval *copy, const isoft_contact_collection *collection,
	HashTable *given, HashTable *present)
{
	zval *entry, own;

	array_init(copy);
	ZEND_HASH_FOREACH_VAL(given, entry) {
		HashTable *same;

		ZVAL_DEREF(entry);
		if (has_same_entry(present, entry)) {
			continue;
		}
		if (Z_TYPE_P(entry) != IS_ARRAY) {
			ZVAL_COPY(&own, entry); /* the schema refuses it */
			add_next_index_zval(copy, &own);
			continue;
		}
		same = isoft_contact_entry_find(present, Z_ARRVAL_P(entry), collection);
		if (!copy_writable(self, &own, collection->list, Z_ARRVAL_P(entry), same)) {
			zval_ptr_dtor(copy);
			return false;
		}
		if (self->whole && has_members(same, Z_ARRVAL(own))) {
			zval_ptr_dtor(&own); /* only what is read-only has changed in Keap */
		} else {
			add_next_index_zval(copy, &own);
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Writes what of an array changes. */
static bool copy_array(const fetched_comparison *self, zval *copy, const char *field, HashTable *given, zval *present)
{
	const isoft_contact_collection *collection = isoft_contact_collection_find(field);
	HashTable *held = present && Z_TYPE_P(present) == IS_ARRAY ? Z_ARRVAL_P(present) : (HashTable *)&zend_empty_array;

	return collection && zend_array_is_list(given) ? copy_entries(self, copy, collection, given, held)
												   : copy_writable(self, copy, field, given, held);
}

/* Keap may have added UTM parameters since: those that it returned are no change. */
static bool is_returned_already(const zend_string *name, zval *value, zval *present)
{
	zval *set;

	if (Z_TYPE_P(value) != IS_ARRAY || !is_returned_utm(name, value) || !present || Z_TYPE_P(present) != IS_ARRAY) {
		return false;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), set) {
		if (!has_same_entry(Z_ARRVAL_P(present), set)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* The id is the same for ever: another one is another contact's. */
static bool is_ignored(const fetched_comparison *self, const zend_string *name, zval *value, zval *present)
{
	return self->whole
		&& ((isoft_contact_is_read_only(ZSTR_VAL(name)) && !zend_string_equals_literal(name, "id"))
			|| is_returned_already(name, value, present));
}

/* Whether an object has lost its read-only members, and the rest of it is as in Keap. */
static bool has_nothing_new(const char *field, HashTable *given, HashTable *copy, zval *present)
{
	return zend_hash_num_elements(copy) < zend_hash_num_elements(given) && !isoft_contact_collection_find(field)
		&& (!zend_hash_num_elements(copy)
			|| (present && Z_TYPE_P(present) == IS_ARRAY && has_members(Z_ARRVAL_P(present), copy)));
}

/* Takes a field out of the changes where it is the same in the contact. */
static bool reduce(const fetched_comparison *self, HashTable *changes, zend_string *name, zval *value)
{
	zval *present = isoft_array_member(self->contact, ZSTR_VAL(name));
	zval copy;

	if (is_ignored(self, name, value, present)
		|| (isoft_contact_same_value(value, present)
			&& strcmp(isoft_contact_keap_name(ZSTR_VAL(name)), ZSTR_VAL(name)) == 0)) {
		zend_hash_del(changes, name);
		return true;
	}
	if (isoft_contact_is_read_only(ZSTR_VAL(name))) {
		return isoft_contact_fail_read_only(self->failure, ZSTR_VAL(name), NULL);
	}
	if (Z_TYPE_P(value) == IS_ARRAY) {
		if (!copy_array(self, &copy, ZSTR_VAL(name), Z_ARRVAL_P(value), present)) {
			return false;
		}
		if (has_nothing_new(ZSTR_VAL(name), Z_ARRVAL_P(value), Z_ARRVAL(copy), present)) {
			zval_ptr_dtor(&copy);
			zend_hash_del(changes, name);
		} else {
			zend_hash_update(changes, name, &copy);
		}
	}
	return true;
}

HashTable *isoft_contact_fetched_changes(HashTable *given, HashTable *contact, isoft_failure *failure)
{
	const fetched_comparison comparison = {contact, isoft_array_member(given, "id") != NULL, failure};
	HashTable *changes = zend_array_dup(given);
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(given, name, value) {
		ZVAL_DEREF(value);
		if (name && !reduce(&comparison, changes, name, value)) {
			zend_array_release(changes);
			return NULL;
		}
	}
	ZEND_HASH_FOREACH_END();
	return changes;
}
