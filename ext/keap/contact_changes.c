#include "keap/contact_changes.h"

#include "keap/contact.h"
#include "keap/contact_schema.h"
#include "keap/schema.h"
#include "support/array.h"
#include "support/assert.h"

/* A collection of a contact that the script can give in part. */
typedef struct {
	const char *name; /* the script's name of the part */
	const char *list;
	const char *key;   /* the member that identifies an entry */
	const char *value; /* the member that holds an entry's value */
	const char *first; /* `key` of the only entry in the part; NULL: the part is a map from key to value */
} partial_collection;

static const partial_collection collections[] = {
	{"email", "email_addresses", "field", "email", "EMAIL1"},
	{"phone", "phone_numbers", "field", "number", "PHONE1"},
	{"custom_fields", "custom_fields", "id", "content", NULL},
};

enum { COLLECTIONS = sizeof(collections) / sizeof(*collections) };

/* The part of the collection that the script gives; NULL when it gives the whole collection, or nothing of it. */
static zval *find_part(HashTable *given, const partial_collection *collection)
{
	zval *value = isoft_array_member(given, collection->name);

	if (!value || (collection->first && isoft_array_member(given, collection->list))) {
		return NULL;
	}
	if (!collection->first && (Z_TYPE_P(value) != IS_ARRAY || isoft_contact_is_custom_field_list(Z_ARRVAL_P(value)))) {
		return NULL;
	}
	return value;
}

static const char *name_in_mask(const char *name)
{
	for (int i = 0; i < COLLECTIONS; i++) {
		if (strcmp(name, collections[i].name) == 0) {
			return collections[i].list;
		}
	}
	return name;
}

static bool list_has(HashTable *list, const char *text)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		if (strcmp(Z_STRVAL_P(entry), text) == 0) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* Names each field once: email and email_addresses, which can both be given, are the same field to Keap. */
static void write_mask(zval *mask, HashTable *given)
{
	zend_string *name;

	array_init(mask);
	ZEND_HASH_FOREACH_STR_KEY(given, name) {
		if (name && !list_has(Z_ARRVAL_P(mask), name_in_mask(ZSTR_VAL(name)))) {
			add_next_index_string(mask, name_in_mask(ZSTR_VAL(name)));
		}
	}
	ZEND_HASH_FOREACH_END();
}

static void add_removal(HashTable *list, const partial_collection *collection, zend_string *id)
{
	zval entry;

	array_init(&entry);
	add_assoc_str(&entry, collection->key, id);
	zend_hash_next_index_insert_new(list, &entry);
}

/* Adds an entry without a value for each null in the part: complete_collection() leaves that entry out. */
static void add_removals(HashTable *list, const partial_collection *collection, zval *part)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	if (collection->first) {
		if (Z_TYPE_P(part) == IS_NULL) {
			add_removal(list, collection, zend_string_init(collection->first, strlen(collection->first), false));
		}
		return;
	}
	ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(part), index, name, value) {
		ZVAL_DEREF(value);
		if (Z_TYPE_P(value) == IS_NULL) {
			add_removal(list, collection, name ? zend_string_copy(name) : zend_long_to_str((zend_long)index));
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* Moves the part out of `others` into `parts`, with its entries in Keap's shape. */
static bool move_part(
	zval *parts, HashTable *others, const partial_collection *collection, zval *part, isoft_failure *failure)
{
	zval part_only, body, list, *entries;
	bool built;

	array_init(&part_only);
	Z_TRY_ADDREF_P(part);
	add_assoc_zval(&part_only, collection->name, part);
	built = isoft_contact_part_body(Z_ARRVAL(part_only), &body, failure);
	if (built) {
		entries = isoft_array_member(Z_ARRVAL(body), collection->list);
		array_init(&list);
		if (entries) {
			zend_hash_copy(Z_ARRVAL(list), Z_ARRVAL_P(entries), zval_add_ref);
		}
		add_removals(Z_ARRVAL(list), collection, part);
		add_assoc_zval(parts, collection->list, &list);
		zval_ptr_dtor(&body);
		zend_hash_str_del(others, collection->name, strlen(collection->name));
	}
	zval_ptr_dtor(&part_only);
	return built;
}

static bool split_parts(isoft_contact_changes *changes, HashTable *others, isoft_failure *failure)
{
	for (int i = 0; i < COLLECTIONS; i++) {
		zval *part = find_part(others, &collections[i]);

		if (part && !move_part(&changes->parts, others, &collections[i], part, failure)) {
			return false;
		}
	}
	return true;
}

/* PHP writes an empty array as a JSON list, but the body is an object. */
static void make_empty_body_object(zval *body)
{
	if (Z_TYPE_P(body) == IS_ARRAY && !zend_hash_num_elements(Z_ARRVAL_P(body))) {
		zval_ptr_dtor(body);
		object_init(body);
	}
}

bool isoft_contact_changes_read(isoft_contact_changes *changes, HashTable *given, isoft_failure *failure)
{
	HashTable *others = zend_array_dup(given);
	bool read;

	ZVAL_UNDEF(&changes->body);
	array_init(&changes->parts);
	write_mask(&changes->mask, given);
	read = zend_hash_num_elements(given)
		|| isoft_fail(failure, ISOFT_FAILURE_VALUE, "must hold at least one field to change");
	read = read && split_parts(changes, others, failure) && isoft_contact_part_body(others, &changes->body, failure);
	zend_array_release(others);
	if (read) {
		make_empty_body_object(&changes->body);
	}
	return read;
}

zend_string *isoft_contact_changes_needed(const isoft_contact_changes *changes)
{
	smart_str names = {0};
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(Z_ARRVAL(changes->parts), name) {
		if (names.s) {
			smart_str_appendc(&names, ',');
		}
		smart_str_append(&names, name);
	}
	ZEND_HASH_FOREACH_END();
	return names.s ? smart_str_extract(&names) : NULL;
}

/* Whether two entries of a collection have the same key. */
static bool is_same_entry(HashTable *a, HashTable *b, const partial_collection *collection)
{
	zval *first = isoft_array_member(a, collection->key), *second = isoft_array_member(b, collection->key);

	return first && second && zend_compare(first, second) == 0;
}

static bool is_in_part(HashTable *part, HashTable *entry, const partial_collection *collection)
{
	zval *changed;

	ZEND_HASH_FOREACH_VAL(part, changed) {
		if (is_same_entry(Z_ARRVAL_P(changed), entry, collection)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* Appends an entry from Keap's reply, reduced to the members that Keap takes in a request. */
static void add_unchanged(zval *list, HashTable *entry, const partial_collection *collection)
{
	const isoft_field *fields =
		isoft_schema_find(isoft_contact_schema, collection->list, strlen(collection->list))->fields;
	zval kept;

	array_init(&kept);
	for (; fields->name; fields++) {
		zval *value = isoft_array_value(entry, fields->name);

		if (value) {
			Z_TRY_ADDREF_P(value);
			add_assoc_zval(&kept, fields->name, value);
		}
	}
	add_next_index_zval(list, &kept);
}

static void complete_collection(zval *list, HashTable *part, HashTable *contact, const partial_collection *collection)
{
	zval *entry, *present = isoft_array_member(contact, collection->list);

	array_init(list);
	ZEND_HASH_FOREACH_VAL(part, entry) {
		if (isoft_array_member(Z_ARRVAL_P(entry), collection->value)) {
			Z_TRY_ADDREF_P(entry);
			add_next_index_zval(list, entry);
		}
	}
	ZEND_HASH_FOREACH_END();
	if (!present || Z_TYPE_P(present) != IS_ARRAY) {
		return;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(present), entry) {
		zval *value = Z_TYPE_P(entry) == IS_ARRAY ? isoft_array_value(Z_ARRVAL_P(entry), collection->value) : NULL;

		if (value && !is_in_part(part, Z_ARRVAL_P(entry), collection)) {
			add_unchanged(list, Z_ARRVAL_P(entry), collection);
		}
	}
	ZEND_HASH_FOREACH_END();
}

void isoft_contact_changes_complete(isoft_contact_changes *changes, HashTable *contact)
{
	for (int i = 0; i < COLLECTIONS; i++) {
		zval list, *part = isoft_array_member(Z_ARRVAL(changes->parts), collections[i].list);

		if (!part) {
			continue;
		}
		ISOFT_ASSERT(Z_TYPE_P(part) == IS_ARRAY);
		if (Z_TYPE(changes->body) == IS_OBJECT) {
			zval_ptr_dtor(&changes->body);
			array_init(&changes->body);
		}
		complete_collection(&list, Z_ARRVAL_P(part), contact, &collections[i]);
		add_assoc_zval(&changes->body, collections[i].list, &list);
	}
}

void isoft_contact_changes_free(isoft_contact_changes *changes)
{
	zval_ptr_dtor(&changes->body);
	zval_ptr_dtor(&changes->mask);
	zval_ptr_dtor(&changes->parts);
}
