#include "keap/contact_merge.h"

#include "keap/contact_checks.h"
#include "keap/countries.h"
#include "support/array.h"

/* Where `member` changes, the entry's `dependent` goes, unless it is given too: it belongs to the old value. */
static const struct {
	const char *member, *dependent;
} dependents[] = {
	{"email", "opt_in_reason"},
	{"number", "number_e164"},
	{"region", "region_code"},
	{"region_code", "region"},
	{"country", "country_code"},
	{"country_code", "country"},
	{"postal_code", "zip_code"},
	{"postal_code", "zip_four"},
	{"zip_code", "postal_code"},
	{"zip_code", "zip_four"},
	{"id", "company_name"},
	{"company_name", "id"},
};

enum { DEPENDENTS = sizeof(dependents) / sizeof(*dependents) };

static bool is_nothing(const zval *value)
{
	return Z_TYPE_P(value) == IS_NULL || (Z_TYPE_P(value) == IS_STRING && !Z_STRLEN_P(value))
		|| (Z_TYPE_P(value) == IS_ARRAY && !zend_hash_num_elements(Z_ARRVAL_P(value)));
}

/* The case of an e-mail address says nothing. */
static bool contact_merge_is_same_member(const char *name, zval *given, zval *present)
{
	if (present && strcmp(name, "email") == 0 && Z_TYPE_P(given) == IS_STRING) {
		return isoft_contact_same_text(given, present);
	}
	return isoft_contact_same_value(given, present);
}

/* An entry of Keap's reply, reduced to the members that Keap takes in a request. */
static void copy_present(zval *entry, HashTable *present, const isoft_contact_collection *collection)
{
	array_init(entry);
	if (!present) {
		return;
	}
	for (const isoft_field *field = isoft_contact_entry_fields(collection); field->name; field++) {
		zval *value = isoft_array_value(present, field->name);

		if (value) {
			Z_TRY_ADDREF_P(value);
			add_assoc_zval(entry, field->name, value);
		}
	}
}

static bool is_name_of_code(const zval *country, const zval *code)
{
	const char *meant = country && Z_TYPE_P(country) == IS_STRING ? isoft_countries_suggest(Z_STRVAL_P(country)) : NULL;

	return meant && code && Z_TYPE_P(code) == IS_STRING && strcmp(Z_STRVAL_P(code), meant) == 0;
}

/*
 * Whether the new value says the same as before, or more: a country's name and its code, a company's name in another
 * case, or its name where Keap had none.
 */
static bool says_the_same(HashTable *entry, const char *name, zval *value)
{
	zval *present = isoft_array_member(entry, name);

	if (strcmp(name, "country") == 0) {
		return is_name_of_code(value, isoft_array_member(entry, "country_code"));
	}
	if (strcmp(name, "country_code") == 0) {
		return is_name_of_code(isoft_array_member(entry, "country"), value);
	}
	return strcmp(name, "company_name") == 0
		&& (!present || Z_TYPE_P(value) == IS_NULL || isoft_contact_same_text(value, present));
}

static void drop_dependents(HashTable *entry, HashTable *given, const char *name, zval *value)
{
	if (says_the_same(entry, name, value)) {
		return;
	}
	for (int i = 0; i < DEPENDENTS; i++) {
		if (strcmp(dependents[i].member, name) == 0 && !isoft_array_member(given, dependents[i].dependent)) {
			zend_hash_str_del(entry, dependents[i].dependent, strlen(dependents[i].dependent));
		}
	}
}

bool isoft_contact_merge_members(HashTable *entry, HashTable *given, isoft_merge_mode mode)
{
	zend_string *name;
	zval *value;
	bool differs = false;

	ZEND_HASH_FOREACH_STR_KEY_VAL(given, name, value) {
		zval *present = isoft_array_member(entry, ZSTR_VAL(name));
		bool same = contact_merge_is_same_member(ZSTR_VAL(name), value, present);

		if (mode == ISOFT_MERGE_ADD && (same || is_nothing(value))) {
			continue;
		}
		if (!same) {
			differs = true;
			drop_dependents(entry, given, ZSTR_VAL(name), value);
		}
		if (Z_TYPE_P(value) == IS_NULL) {
			zend_hash_del(entry, name);
		} else {
			Z_TRY_ADDREF_P(value);
			zend_hash_update(entry, name, value);
		}
	}
	ZEND_HASH_FOREACH_END();
	return differs;
}

static bool has_value(HashTable *entry, const isoft_contact_collection *collection)
{
	zend_string *name;

	if (collection->value) {
		return isoft_array_value(entry, collection->value) != NULL;
	}
	ZEND_HASH_FOREACH_STR_KEY(entry, name) {
		if (strcmp(ZSTR_VAL(name), collection->key) != 0) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* Whether the script itself says that the entry has no value: then nothing is lost where it is left out. */
static bool gives_no_value(HashTable *given, const isoft_contact_collection *collection)
{
	return !collection->value || isoft_array_member(given, collection->value);
}

static bool fail_no_value(HashTable *given, const isoft_contact_collection *collection, isoft_failure *failure)
{
	zend_string *key = zval_get_string(isoft_array_member(given, collection->key));

	isoft_fail(failure, ISOFT_FAILURE_VALUE,
		"contact.%s has an entry for %s without %s, and the contact in Keap has no such entry yet: give %s",
		collection->list, ZSTR_VAL(key), collection->value, collection->value);
	zend_string_release(key);
	return false;
}

/* Appends the merged entry, or leaves it out where it has no value. */
static bool add_merged(const isoft_contact_collection *collection, HashTable *given, HashTable *present,
	isoft_merge_mode mode, zval *merged, bool *changed, isoft_failure *failure)
{
	zval entry;
	bool differs;

	copy_present(&entry, present, collection);
	differs = isoft_contact_merge_members(Z_ARRVAL(entry), given, mode);
	if (has_value(Z_ARRVAL(entry), collection)) {
		*changed = *changed || differs;
		add_next_index_zval(merged, &entry);
		return true;
	}
	zval_ptr_dtor(&entry);
	*changed = *changed || (present && differs);
	return present || gives_no_value(given, collection) || fail_no_value(given, collection, failure);
}

/* Appends the entries of the contact that no given entry stands for, also further ones with the same key. */
static void add_others(const isoft_contact_collection *collection, HashTable *given, HashTable *present, zval *merged)
{
	zval *value;

	ZEND_HASH_FOREACH_VAL(present, value) {
		HashTable *entry = Z_TYPE_P(value) == IS_ARRAY ? Z_ARRVAL_P(value) : NULL;
		zval copy;

		if (!entry
			|| (isoft_contact_entry_find(given, entry, collection)
				&& isoft_contact_entry_find(present, entry, collection) == entry)) {
			continue;
		}
		copy_present(&copy, entry, collection);
		if (has_value(Z_ARRVAL(copy), collection)) {
			add_next_index_zval(merged, &copy);
		} else {
			zval_ptr_dtor(&copy);
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* Keap takes the collection as a whole: it would refuse the change for an entry that the script may not know of. */
static bool contact_merge_check_countries(
	const isoft_contact_collection *collection, HashTable *merged, isoft_failure *failure)
{
	zval *entry, *field;

	if (strcmp(collection->list, "addresses") != 0) {
		return true;
	}
	ZEND_HASH_FOREACH_VAL(merged, entry) {
		const char *name;

		if (!isoft_contact_lacks_country(Z_ARRVAL_P(entry))) {
			continue;
		}
		field = isoft_array_member(Z_ARRVAL_P(entry), collection->key);
		if (!field || Z_TYPE_P(field) != IS_STRING) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"contact.addresses: the contact in Keap has an address with a region, without field and country_code, "
				"which Keap refuses beside any change of an address: complete it in Keap");
		}
		name = Z_STRVAL_P(field);
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"contact.addresses: the %.60s address of the contact in Keap has a region and would be sent without "
			"country_code, which Keap refuses: give country_code (three letters, such as USA) in an entry for %.60s",
			name, name);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

bool isoft_contact_merge(const isoft_contact_collection *collection, HashTable *given, zval *present,
	isoft_merge_mode mode, zval *merged, bool *changed, isoft_failure *failure)
{
	HashTable *held = present && Z_TYPE_P(present) == IS_ARRAY ? Z_ARRVAL_P(present) : NULL;
	zval *entry;

	*changed = false;
	array_init(merged);
	ZEND_HASH_FOREACH_VAL(given, entry) {
		HashTable *same = held ? isoft_contact_entry_find(held, Z_ARRVAL_P(entry), collection) : NULL;

		if (!add_merged(collection, Z_ARRVAL_P(entry), same, mode, merged, changed, failure)) {
			zval_ptr_dtor(merged);
			ZVAL_UNDEF(merged);
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	if (held) {
		add_others(collection, given, held, merged);
	}
	if ((mode == ISOFT_MERGE_CHANGE || *changed)
		&& !contact_merge_check_countries(collection, Z_ARRVAL_P(merged), failure)) {
		zval_ptr_dtor(merged);
		ZVAL_UNDEF(merged);
		return false;
	}
	return true;
}
