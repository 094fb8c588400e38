#include "keap/contact_changes.h"

#include "keap/contact.h"
#include "keap/contact_collections.h"
#include "keap/contact_entries.h"
#include "keap/contact_merge.h"
#include "keap/contact_objects.h"
#include "keap/contact_schema.h"
#include "support/array.h"
#include "support/assert.h"

/* Moves the entries of the collection out of the body, and adds what the script gives as null. */
static bool move_entries(isoft_contact_changes *changes, HashTable *given, const isoft_contact_collection *collection,
	isoft_failure *failure)
{
	zval *in_body = isoft_array_member(Z_ARRVAL(changes->body), collection->list);
	zval *whole = isoft_array_member(given, collection->list);
	zval entries;

	if (whole && Z_TYPE_P(whole) == IS_NULL) {
		return true; /* the collection is emptied; beside it, a short form is all that the collection then has */
	}
	if (!isoft_contact_entries_read(collection, given, in_body ? Z_ARRVAL_P(in_body) : NULL, &entries, failure)) {
		return false;
	}
	zend_hash_str_del(Z_ARRVAL(changes->body), collection->list, strlen(collection->list));
	if (zend_hash_num_elements(Z_ARRVAL(entries))) {
		add_assoc_zval(&changes->entries, collection->list, &entries);
	} else {
		zval_ptr_dtor(&entries);
	}
	return true;
}

/* Moves the members of an object out of the body, with those that the script gives as null. */
static void move_object(isoft_contact_changes *changes, HashTable *given, const char *name)
{
	zval *in_body = isoft_array_member(Z_ARRVAL(changes->body), name);
	zval members;

	if (!in_body) {
		return;
	}
	isoft_contact_object_read(isoft_array_member(given, name), Z_ARRVAL_P(in_body), &members);
	zend_hash_str_del(Z_ARRVAL(changes->body), name, strlen(name));
	if (zend_hash_num_elements(Z_ARRVAL(members))) {
		add_assoc_zval(&changes->entries, name, &members);
	} else {
		zval_ptr_dtor(&members);
	}
}

static bool mask_has(const isoft_contact_changes *changes, const char *name)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(changes->mask), entry) {
		if (strcmp(Z_STRVAL_P(entry), name) == 0) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* Names each field once: email and email_addresses, which can both be given, are the same field to Keap. */
static void write_mask(isoft_contact_changes *changes, HashTable *given)
{
	zend_string *given_name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(given, given_name, value) {
		const char *name = given_name ? isoft_contact_keap_name(ZSTR_VAL(given_name)) : NULL;

		ZVAL_DEREF(value);
		if (!name || mask_has(changes, name)) {
			continue;
		}
		if (Z_TYPE_P(value) == IS_NULL || (!isoft_contact_collection_find(name) && !isoft_contact_object_find(name))
			|| isoft_array_member(Z_ARRVAL(changes->entries), name)) {
			add_next_index_string(&changes->mask, name);
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* PHP writes an empty array as a JSON list, but the body is an object. */
static void make_empty_body_object(zval *body)
{
	if (Z_TYPE_P(body) == IS_ARRAY && !zend_hash_num_elements(Z_ARRVAL_P(body))) {
		zval_ptr_dtor(body);
		object_init(body);
	}
}

static void changes_start(isoft_contact_changes *changes)
{
	ZVAL_UNDEF(&changes->body);
	array_init(&changes->mask);
	array_init(&changes->entries);
}

/* A reason that empties nothing would be lost: it belongs to the address that is given beside it. */
static bool check_reason(HashTable *given, isoft_failure *failure)
{
	return !isoft_array_member(given, "opt_in_reason") || isoft_array_value(given, "email")
		|| isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"contact.opt_in_reason is given without contact.email: give both, or give opt_in_reason in an entry of "
			"email_addresses");
}

static bool changes_split(isoft_contact_changes *changes, HashTable *given, isoft_failure *failure)
{
	for (const isoft_contact_collection *one = isoft_contact_collections; one->list; one++) {
		if (!move_entries(changes, given, one, failure)) {
			return false;
		}
	}
	for (const isoft_field *field = isoft_contact_schema; field->name; field++) {
		if (isoft_contact_object_find(field->name)) {
			move_object(changes, given, field->name);
		}
	}
	return true;
}

bool isoft_contact_changes_read(isoft_contact_changes *changes, HashTable *given, isoft_failure *failure)
{
	changes_start(changes);
	if (!zend_hash_num_elements(given)) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "must hold at least one field to change");
	}
	if (!isoft_contact_part_body(given, &changes->body, failure) || !check_reason(given, failure)
		|| !changes_split(changes, given, failure)) {
		return false;
	}
	write_mask(changes, given);
	make_empty_body_object(&changes->body);
	return true;
}

zend_string *isoft_contact_changes_needed(const isoft_contact_changes *changes)
{
	smart_str names = {0};
	zend_string *name;
	zval *members;

	ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL(changes->entries), name, members) {
		const isoft_field *object = isoft_contact_object_find(ZSTR_VAL(name));

		if (object && isoft_contact_object_is_whole(object, Z_ARRVAL_P(members))) {
			continue;
		}
		if (names.s) {
			smart_str_appendc(&names, ',');
		}
		smart_str_append(&names, name);
	}
	ZEND_HASH_FOREACH_END();
	return names.s ? smart_str_extract(&names) : NULL;
}

/* Adds a merged field to the body. The mask alone empties an object of which nothing is left. */
static void add_merged_field(isoft_contact_changes *changes, const char *name, zval *merged)
{
	if (isoft_contact_object_find(name) && !zend_hash_num_elements(Z_ARRVAL_P(merged))) {
		zval_ptr_dtor(merged);
		return;
	}
	if (Z_TYPE(changes->body) == IS_OBJECT) {
		zval_ptr_dtor(&changes->body);
		array_init(&changes->body);
	}
	add_assoc_zval(&changes->body, name, merged);
}

bool isoft_contact_changes_complete(isoft_contact_changes *changes, HashTable *contact, isoft_failure *failure)
{
	zend_string *name;
	zval *entries;

	ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL(changes->entries), name, entries) {
		const isoft_contact_collection *collection = isoft_contact_collection_find(ZSTR_VAL(name));
		const isoft_field *object = isoft_contact_object_find(ZSTR_VAL(name));
		zval *present = isoft_array_member(contact, ZSTR_VAL(name));
		zval merged;
		bool changed;

		ISOFT_ASSERT(collection || object);
		if (object) {
			isoft_contact_object_merge(object, Z_ARRVAL_P(entries), present, ISOFT_MERGE_CHANGE, &merged);
		} else if (!isoft_contact_merge(
					   collection, Z_ARRVAL_P(entries), present, ISOFT_MERGE_CHANGE, &merged, &changed, failure)) {
			return false;
		}
		add_merged_field(changes, ZSTR_VAL(name), &merged);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool is_there(zval *given, zval *present)
{
	return isoft_contact_same_value(given, present) || (Z_TYPE_P(given) == IS_STRING && !Z_STRLEN_P(given));
}

static void add_object(isoft_contact_changes *changes, const isoft_field *object, zval *given, HashTable *contact)
{
	zval merged;

	if (isoft_contact_object_merge(
			object, Z_ARRVAL_P(given), isoft_array_member(contact, object->name), ISOFT_MERGE_ADD, &merged)) {
		add_next_index_string(&changes->mask, object->name);
		add_assoc_zval(&changes->body, object->name, &merged);
	} else {
		zval_ptr_dtor(&merged);
	}
}

static bool add_collection(isoft_contact_changes *changes, const isoft_contact_collection *collection, zval *given,
	HashTable *contact, isoft_failure *failure)
{
	zval merged;
	bool changed;

	if (!isoft_contact_entries_check(collection, Z_ARRVAL_P(given), failure)
		|| !isoft_contact_merge(collection, Z_ARRVAL_P(given), isoft_array_member(contact, collection->list),
			ISOFT_MERGE_ADD, &merged, &changed, failure)) {
		return false;
	}
	if (changed) {
		add_next_index_string(&changes->mask, collection->list);
		add_assoc_zval(&changes->body, collection->list, &merged);
	} else {
		zval_ptr_dtor(&merged);
	}
	return true;
}

bool isoft_contact_changes_add(
	isoft_contact_changes *changes, HashTable *body, HashTable *contact, isoft_failure *failure)
{
	zend_string *name;
	zval *given;

	changes_start(changes);
	array_init(&changes->body);
	ZEND_HASH_FOREACH_STR_KEY_VAL(body, name, given) {
		const isoft_contact_collection *collection = isoft_contact_collection_find(ZSTR_VAL(name));
		const isoft_field *object = isoft_contact_object_find(ZSTR_VAL(name));

		if (object) {
			add_object(changes, object, given, contact);
		} else if (collection) {
			if (!add_collection(changes, collection, given, contact, failure)) {
				return false;
			}
		} else if (!is_there(given, isoft_array_member(contact, ZSTR_VAL(name)))) {
			add_next_index_str(&changes->mask, zend_string_copy(name));
			Z_TRY_ADDREF_P(given);
			zend_hash_add_new(Z_ARRVAL(changes->body), name, given);
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

void isoft_contact_changes_free(isoft_contact_changes *changes)
{
	zval_ptr_dtor(&changes->body);
	zval_ptr_dtor(&changes->mask);
	zval_ptr_dtor(&changes->entries);
}
