#include "keap/contact_entries.h"

#include "support/array.h"

/* The entry that gets null members; made when the script gives nothing else of it. */
static HashTable *entry_for_nulls(HashTable *entries, const isoft_contact_collection *collection, zval *key)
{
	HashTable *entry;
	zval wanted, added;

	array_init(&wanted);
	Z_TRY_ADDREF_P(key);
	add_assoc_zval(&wanted, collection->key, key);
	entry = isoft_contact_entry_find(entries, Z_ARRVAL(wanted), collection);
	if (entry) {
		zval_ptr_dtor(&wanted);
		return entry;
	}
	ZVAL_STR(&added, zval_get_string(key));
	zend_hash_str_update(Z_ARRVAL(wanted), collection->key, strlen(collection->key), &added);
	zend_hash_next_index_insert_new(entries, &wanted);
	return Z_ARRVAL(wanted);
}

static void add_null(HashTable *entries, const isoft_contact_collection *collection, zval *key, const char *member)
{
	zval null;

	ZVAL_NULL(&null);
	zend_hash_str_update(entry_for_nulls(entries, collection, key), member, strlen(member), &null);
}

/* The schema leaves null members out of the entries of a list. */
static void add_nulls_of_list(HashTable *entries, const isoft_contact_collection *collection, HashTable *list)
{
	zval *entry, *value, *key;
	zend_string *name;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		ZVAL_DEREF(entry);
		key = isoft_array_value(Z_ARRVAL_P(entry), collection->key);
		ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(entry), name, value) {
			ZVAL_DEREF(value);
			if (Z_TYPE_P(value) == IS_NULL && key) {
				add_null(entries, collection, key, ZSTR_VAL(name));
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	ZEND_HASH_FOREACH_END();
}

static void add_nulls_of_map(HashTable *entries, const isoft_contact_collection *collection, HashTable *map)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(map, index, name, value) {
		zval key;

		ZVAL_DEREF(value);
		if (Z_TYPE_P(value) != IS_NULL) {
			continue;
		}
		ZVAL_STR(&key, name ? zend_string_copy(name) : zend_long_to_str((zend_long)index));
		add_null(entries, collection, &key, collection->value);
		zval_ptr_dtor(&key);
	}
	ZEND_HASH_FOREACH_END();
}

/* A short form that is null removes its entry; opt_in_reason that is null empties the reason of the address. */
static void add_nulls_of_short_form(HashTable *entries, const isoft_contact_collection *collection, HashTable *given)
{
	zval *value = collection->short_form ? isoft_array_member(given, collection->short_form) : NULL;
	zval *reason = isoft_array_member(given, "opt_in_reason");
	zval first;

	if (!value) {
		return;
	}
	ZVAL_STRING(&first, collection->first);
	if (Z_TYPE_P(value) == IS_NULL) {
		add_null(entries, collection, &first, collection->value);
	} else if (reason && Z_TYPE_P(reason) == IS_NULL && strcmp(collection->short_form, "email") == 0) {
		add_null(entries, collection, &first, "opt_in_reason");
	}
	zval_ptr_dtor(&first);
}

static void add_nulls(HashTable *entries, const isoft_contact_collection *collection, HashTable *given)
{
	zval *list = isoft_array_value(given, collection->list);

	if (list && zend_array_is_list(Z_ARRVAL_P(list))) {
		add_nulls_of_list(entries, collection, Z_ARRVAL_P(list));
	} else if (list) {
		add_nulls_of_map(entries, collection, Z_ARRVAL_P(list));
	}
	add_nulls_of_short_form(entries, collection, given);
}

/* Notes the key. Returns false with the failure filled if it is missing, or was noted before. */
static bool check_key(
	const isoft_contact_collection *collection, zval *key, int index, HashTable *seen, isoft_failure *failure)
{
	zend_string *text;
	bool first;

	if (!key) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"contact.%s[%d].%s is required: it says which entry of the contact changes", collection->list, index,
			collection->key);
	}
	text = zval_get_string(key);
	first = zend_hash_add_empty_element(seen, text) != NULL;
	if (!first) {
		isoft_fail(failure, ISOFT_FAILURE_VALUE, "contact.%s has two entries for %.60s: give only one",
			collection->list, ZSTR_VAL(text));
	}
	zend_string_release(text);
	return first;
}

bool isoft_contact_entries_check(const isoft_contact_collection *collection, HashTable *entries, isoft_failure *failure)
{
	HashTable seen; /* the keys as texts: a script may give many entries */
	bool right = true;
	int index = 0;
	zval *entry;

	zend_hash_init(&seen, zend_hash_num_elements(entries), NULL, NULL, false);
	ZEND_HASH_FOREACH_VAL(entries, entry) {
		right = check_key(collection, isoft_array_value(Z_ARRVAL_P(entry), collection->key), index, &seen, failure);
		index++;
		if (!right) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_hash_destroy(&seen);
	return right;
}

bool isoft_contact_entries_read(const isoft_contact_collection *collection, HashTable *given, HashTable *checked,
	zval *entries, isoft_failure *failure)
{
	zval *entry;

	array_init(entries);
	if (checked) {
		ZEND_HASH_FOREACH_VAL(checked, entry) {
			zval own; /* add_nulls() writes into the entries */

			ZVAL_ARR(&own, zend_array_dup(Z_ARRVAL_P(entry)));
			add_next_index_zval(entries, &own);
		}
		ZEND_HASH_FOREACH_END();
	}
	if (!isoft_contact_entries_check(collection, Z_ARRVAL_P(entries), failure)) {
		zval_ptr_dtor(entries);
		ZVAL_UNDEF(entries);
		return false;
	}
	add_nulls(Z_ARRVAL_P(entries), collection, given);
	return true;
}
