#include "keap/contact_changes.h"

#include "keap/contact.h"
#include "keap/contact_schema.h"
#include "keap/schema.h"

/* A collection of which a part can be given: under what name, and how its entries are told apart. */
typedef struct {
	const char *given;
	const char *list;
	const char *key;
	const char *value;
	const char *first; /* the one entry that is meant; NULL: the map says which */
} collection;

static const collection collections[] = {
	{"email", "email_addresses", "field", "email", "EMAIL1"},
	{"phone", "phone_numbers", "field", "number", "PHONE1"},
	{"custom_fields", "custom_fields", "id", "content", NULL},
};

enum { COLLECTIONS = sizeof(collections) / sizeof(*collections) };

static zval *member(HashTable *array, const char *name)
{
	zval *value = zend_hash_str_find(array, name, strlen(name));

	if (value) {
		ZVAL_DEREF(value);
	}
	return value;
}

/* The value that is a part of its collection only; NULL: none is given, or the whole is. */
static zval *part_in(HashTable *given, const collection *one)
{
	zval *value = member(given, one->given);

	if (!value || (one->first && member(given, one->list))) {
		return NULL;
	}
	if (!one->first && (Z_TYPE_P(value) != IS_ARRAY || isoft_contact_is_custom_field_list(Z_ARRVAL_P(value)))) {
		return NULL;
	}
	return value;
}

static const char *name_in_mask(const char *name)
{
	for (int i = 0; i < COLLECTIONS; i++) {
		if (strcmp(name, collections[i].given) == 0) {
			return collections[i].list;
		}
	}
	return name;
}

static bool holds(HashTable *list, const char *text)
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

/* Each once, though email and email_addresses may both be given. */
static void write_mask(zval *mask, HashTable *given)
{
	zend_string *name;

	array_init(mask);
	ZEND_HASH_FOREACH_STR_KEY(given, name) {
		if (name && !holds(Z_ARRVAL_P(mask), name_in_mask(ZSTR_VAL(name)))) {
			add_next_index_string(mask, name_in_mask(ZSTR_VAL(name)));
		}
	}
	ZEND_HASH_FOREACH_END();
}

static void add_removal(HashTable *list, const collection *one, zend_string *id)
{
	zval entry;

	array_init(&entry);
	add_assoc_str(&entry, one->key, id);
	zend_hash_next_index_insert_new(list, &entry);
}

/* What is null is taken out of the collection. */
static void add_removals(HashTable *list, const collection *one, zval *part)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	if (one->first) {
		if (Z_TYPE_P(part) == IS_NULL) {
			add_removal(list, one, zend_string_init(one->first, strlen(one->first), false));
		}
		return;
	}
	ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(part), index, name, value) {
		ZVAL_DEREF(value);
		if (Z_TYPE_P(value) == IS_NULL) {
			add_removal(list, one, name ? zend_string_copy(name) : zend_long_to_str((zend_long)index));
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* The part's entries in Keap's shape; what is moved here is no longer among the others. */
static bool move_part(zval *parts, HashTable *others, const collection *one, zval *part, isoft_failure *failure)
{
	zval alone, body, list, *entries;
	bool built;

	array_init(&alone);
	Z_TRY_ADDREF_P(part);
	add_assoc_zval(&alone, one->given, part);
	built = isoft_contact_part_body(Z_ARRVAL(alone), &body, failure);
	if (built) {
		entries = member(Z_ARRVAL(body), one->list);
		array_init(&list);
		if (entries) {
			zend_hash_copy(Z_ARRVAL(list), Z_ARRVAL_P(entries), zval_add_ref);
		}
		add_removals(Z_ARRVAL(list), one, part);
		add_assoc_zval(parts, one->list, &list);
		zval_ptr_dtor(&body);
		zend_hash_str_del(others, one->given, strlen(one->given));
	}
	zval_ptr_dtor(&alone);
	return built;
}

static bool split(isoft_contact_changes *changes, HashTable *others, isoft_failure *failure)
{
	for (int i = 0; i < COLLECTIONS; i++) {
		zval *part = part_in(others, &collections[i]);

		if (part && !move_part(&changes->parts, others, &collections[i], part, failure)) {
			return false;
		}
	}
	return true;
}

static void be_object(zval *body)
{
	if (Z_TYPE_P(body) == IS_ARRAY && !zend_hash_num_elements(Z_ARRVAL_P(body))) {
		zval_ptr_dtor(body);
		object_init(body); /* an empty array would be a list in JSON */
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
	read = read && split(changes, others, failure) && isoft_contact_part_body(others, &changes->body, failure);
	zend_array_release(others);
	if (read) {
		be_object(&changes->body);
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

/* Whether two entries of a collection are the same one: by their ids or fields. */
static bool is_same(HashTable *a, HashTable *b, const collection *one)
{
	zval *first = member(a, one->key), *second = member(b, one->key);

	return first && second && zend_compare(first, second) == 0;
}

static bool is_in_part(HashTable *part, HashTable *entry, const collection *one)
{
	zval *changed;

	ZEND_HASH_FOREACH_VAL(part, changed) {
		if (is_same(Z_ARRVAL_P(changed), entry, one)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* Of an entry as Keap shows it, what Keap takes. */
static void add_as_it_is(zval *list, HashTable *entry, const collection *one)
{
	const isoft_field *fields = isoft_schema_find(isoft_contact_schema, one->list, strlen(one->list))->fields;
	zval kept;

	array_init(&kept);
	for (; fields->name; fields++) {
		zval *value = member(entry, fields->name);

		if (value && Z_TYPE_P(value) != IS_NULL) {
			Z_TRY_ADDREF_P(value);
			add_assoc_zval(&kept, fields->name, value);
		}
	}
	add_next_index_zval(list, &kept);
}

static void complete_one(zval *list, HashTable *part, HashTable *contact, const collection *one)
{
	zval *entry, *present = member(contact, one->list);

	array_init(list);
	ZEND_HASH_FOREACH_VAL(part, entry) {
		if (member(Z_ARRVAL_P(entry), one->value)) {
			Z_TRY_ADDREF_P(entry);
			add_next_index_zval(list, entry);
		}
	}
	ZEND_HASH_FOREACH_END();
	if (!present || Z_TYPE_P(present) != IS_ARRAY) {
		return;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(present), entry) {
		zval *value = Z_TYPE_P(entry) == IS_ARRAY ? member(Z_ARRVAL_P(entry), one->value) : NULL;

		if (value && Z_TYPE_P(value) != IS_NULL && !is_in_part(part, Z_ARRVAL_P(entry), one)) {
			add_as_it_is(list, Z_ARRVAL_P(entry), one);
		}
	}
	ZEND_HASH_FOREACH_END();
}

void isoft_contact_changes_complete(isoft_contact_changes *changes, HashTable *contact)
{
	for (int i = 0; i < COLLECTIONS; i++) {
		zval list, *part = member(Z_ARRVAL(changes->parts), collections[i].list);

		if (!part) {
			continue;
		}
		if (Z_TYPE(changes->body) == IS_OBJECT) {
			zval_ptr_dtor(&changes->body);
			array_init(&changes->body);
		}
		complete_one(&list, Z_ARRVAL_P(part), contact, &collections[i]);
		add_assoc_zval(&changes->body, collections[i].list, &list);
	}
}

void isoft_contact_changes_free(isoft_contact_changes *changes)
{
	zval_ptr_dtor(&changes->body);
	zval_ptr_dtor(&changes->mask);
	zval_ptr_dtor(&changes->parts);
}
