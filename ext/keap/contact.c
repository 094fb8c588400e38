#include "keap/contact.h"

#include "keap/contact_checks.h"
#include "keap/contact_collections.h"
#include "keap/contact_names.h"
#include "keap/contact_schema.h"
#include "keap/formats.h"
#include "keap/ids.h"
#include "keap/schema.h"
#include "support/array.h"
#include "support/assert.h"

static bool has_entries(HashTable *contact, const char *name)
{
	zval *list = isoft_array_member(contact, name);

	return list && Z_TYPE_P(list) == IS_ARRAY && zend_hash_num_elements(Z_ARRVAL_P(list)) > 0;
}

static bool has_text_member(HashTable *array, const char *name, const char *expected)
{
	zval *value = isoft_array_member(array, name);

	return value && Z_TYPE_P(value) == IS_STRING && strcmp(Z_STRVAL_P(value), expected) == 0;
}

/* Whether the text is more than blanks and invisible characters: Keap cannot match by those. */
static bool has_visible_text(HashTable *array, const char *name)
{
	zval *text = isoft_array_member(array, name);
	const char *visible = text && Z_TYPE_P(text) == IS_STRING ? Z_STRVAL_P(text) : NULL;

	return visible && isoft_formats_trim(&visible, Z_STRLEN_P(text)) > 0;
}

static bool has_id(HashTable *array)
{
	zval *id = isoft_array_member(array, "id");
	char digits[ISOFT_ID_SIZE];

	return id && isoft_id_read(digits, id);
}

static bool is_blank_member(HashTable *array, const char *name)
{
	zval *text = isoft_array_member(array, name);

	return text && isoft_contact_is_blank(text);
}

static bool has_entry_for(HashTable *list, const char *field)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		if (has_text_member(Z_ARRVAL_P(entry), "field", field)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* `email` or `phone`: its value becomes the first entry of the list, with `field` as the entry's field. */
typedef struct {
	const char *name;
	const char *list;
	const char *key; /* the entry's member that holds the value */
	const char *field;
	const char *companion; /* one more member of the entry, which is given beside the short form; NULL: none */
} shorthand;

/* A companion says something about the short form: without it, it would be lost. */
static bool check_alone(HashTable *body, const shorthand *short_form, isoft_failure *failure)
{
	if (!short_form->companion || !isoft_array_member(body, short_form->companion)) {
		return true;
	}
	return isoft_fail(failure, ISOFT_FAILURE_VALUE,
		"contact.%s is given without contact.%s: give both, or give %s in an entry of %s", short_form->companion,
		short_form->name, short_form->companion, short_form->list);
}

static void move_companion(HashTable *body, const shorthand *short_form, zval *entry)
{
	zval *value = short_form->companion ? isoft_array_member(body, short_form->companion) : NULL;

	if (value) {
		Z_TRY_ADDREF_P(value);
		add_assoc_zval(entry, short_form->companion, value);
		zend_hash_str_del(body, short_form->companion, strlen(short_form->companion));
	}
}

static void insert_first(HashTable *body, const shorthand *short_form, zval *entry)
{
	zval *present = isoft_array_member(body, short_form->list);
	zval list;

	array_init(&list);
	zend_hash_next_index_insert_new(Z_ARRVAL(list), entry);
	if (present) {
		zval *element;

		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(present), element) {
			Z_TRY_ADDREF_P(element);
			zend_hash_next_index_insert_new(Z_ARRVAL(list), element);
		}
		ZEND_HASH_FOREACH_END();
	}
	zend_hash_str_update(body, short_form->list, strlen(short_form->list), &list);
}

static bool expand_shorthand(HashTable *body, const shorthand *short_form, isoft_failure *failure)
{
	zval *value = isoft_array_member(body, short_form->name);
	zval *present = isoft_array_member(body, short_form->list);
	zval entry;

	if (!value) {
		return check_alone(body, short_form, failure);
	}
	ISOFT_ASSERT(Z_TYPE_P(value) == IS_STRING); /* the schema has checked it */
	if (isoft_contact_is_blank(value)) {
		return isoft_fail(
			failure, ISOFT_FAILURE_VALUE, "contact.%s must not be empty: leave it out, or give null", short_form->name);
	}
	if (short_form->companion && is_blank_member(body, short_form->companion)) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "contact.%s must not be empty: leave it out, or give null",
			short_form->companion);
	}
	if (present && has_entry_for(Z_ARRVAL_P(present), short_form->field)) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"contact.%s and an entry of contact.%s for %s are both given: give only one of them", short_form->name,
			short_form->list, short_form->field);
	}
	array_init(&entry);
	Z_TRY_ADDREF_P(value); /* may be interned: a literal of the script */
	add_assoc_zval(&entry, short_form->key, value);
	add_assoc_string(&entry, "field", short_form->field);
	move_companion(body, short_form, &entry);
	insert_first(body, short_form, &entry);
	zend_hash_str_del(body, short_form->name, strlen(short_form->name));
	return true;
}

bool isoft_contact_is_custom_field_list(HashTable *fields)
{
	zval *first = zend_hash_index_find(fields, 0);

	if (first) {
		ZVAL_DEREF(first);
	}
	return zend_array_is_list(fields)
		&& (!first || (Z_TYPE_P(first) == IS_ARRAY && zend_hash_str_exists(Z_ARRVAL_P(first), "id", strlen("id"))));
}

/* Appends {id, content}. The key of the script's map is the id; a key without a name is a number. */
static void add_custom_field(zval *list, zend_string *name, zend_ulong index, zval *content)
{
	zval entry, id;

	array_init(&entry);
	ZVAL_STR(&id, name ? zend_string_copy(name) : zend_long_to_str((zend_long)index));
	zend_hash_str_add_new(Z_ARRVAL(entry), "id", strlen("id"), &id);
	Z_TRY_ADDREF_P(content);
	zend_hash_str_add_new(Z_ARRVAL(entry), "content", strlen("content"), content);
	zend_hash_next_index_insert_new(Z_ARRVAL_P(list), &entry);
}

/* Turns a map from id to value into a list of {id, content}. The schema checks what is a list already. */
static bool list_custom_fields(HashTable *contact, isoft_failure *failure)
{
	zval *fields = isoft_array_value(contact, "custom_fields");
	zval list, *content;
	zend_string *name;
	zend_ulong index;

	if (!fields) {
		return true;
	}
	if (Z_TYPE_P(fields) != IS_ARRAY) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"contact.custom_fields must be an array of id => value, %s given", zend_zval_type_name(fields));
	}
	if (isoft_contact_is_custom_field_list(Z_ARRVAL_P(fields))) {
		return isoft_contact_custom_ids_check(Z_ARRVAL_P(fields), failure);
	}
	array_init(&list);
	ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(fields), index, name, content) {
		ZVAL_DEREF(content);
		if (name ? !ZSTR_LEN(name) : (zend_long)index <= 0) {
			zval_ptr_dtor(&list);
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"contact.custom_fields must be keyed by the ids of custom fields; " ZEND_LONG_FMT
				" is not an id: write [7 => 'value'], not a plain list",
				name ? 0 : (zend_long)index);
		}
		if (Z_TYPE_P(content) != IS_NULL) { /* null leaves a custom field out, as it does every other field */
			add_custom_field(&list, name, index, content);
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_hash_str_update(contact, "custom_fields", strlen("custom_fields"), &list);
	return true;
}

static bool check_reachable(HashTable *body, isoft_failure *failure)
{
	if (has_entries(body, "email_addresses") || has_entries(body, "phone_numbers") || has_entries(body, "addresses")) {
		return true;
	}
	return isoft_fail(failure, ISOFT_FAILURE_VALUE,
		"contact needs a way to be reached: give email, phone, or an entry of email_addresses, phone_numbers or "
		"addresses");
}

bool isoft_contact_part_body(HashTable *contact, zval *body, isoft_failure *failure)
{
	static const shorthand email = {"email", "email_addresses", "email", "EMAIL1", "opt_in_reason"};
	static const shorthand phone = {"phone", "phone_numbers", "number", "PHONE1", NULL};
	HashTable *copy = zend_array_dup(contact);
	bool built;

	ZVAL_UNDEF(body);
	built = isoft_contact_names_check(copy, failure) && list_custom_fields(copy, failure)
		&& isoft_schema_apply(isoft_contact_schema, isoft_contact_aliases, copy, "contact", body, failure)
		&& expand_shorthand(Z_ARRVAL_P(body), &email, failure) && expand_shorthand(Z_ARRVAL_P(body), &phone, failure)
		&& isoft_contact_entries_texts_check(Z_ARRVAL_P(body), failure);
	zend_array_release(copy);
	if (!built) {
		zval_ptr_dtor(body);
		ZVAL_UNDEF(body);
	}
	return built;
}

bool isoft_contact_body(HashTable *contact, zval *body, isoft_failure *failure)
{
	if (!isoft_contact_part_body(contact, body, failure)) {
		return false;
	}
	if (check_reachable(Z_ARRVAL_P(body), failure)) {
		return true;
	}
	zval_ptr_dtor(body);
	ZVAL_UNDEF(body);
	return false;
}

zval *isoft_contact_first_email(HashTable *contact)
{
	zval *list = isoft_array_member(contact, "email_addresses"), *entry;

	if (!list || Z_TYPE_P(list) != IS_ARRAY) {
		return NULL;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), entry) {
		if (Z_TYPE_P(entry) == IS_ARRAY && has_text_member(Z_ARRVAL_P(entry), "field", "EMAIL1")
			&& has_visible_text(Z_ARRVAL_P(entry), "email")) {
			return isoft_array_member(Z_ARRVAL_P(entry), "email");
		}
	}
	ZEND_HASH_FOREACH_END();
	return NULL;
}

const char *isoft_contact_missing_for_match(HashTable *body, const char *option)
{
	zval *company = isoft_array_member(body, "company");

	if (!isoft_contact_first_email(body)) {
		return "email (or an EMAIL1 entry of email_addresses)";
	}
	if (isoft_contact_compares_names(option) && !has_visible_text(body, "given_name")
		&& !has_visible_text(body, "family_name")) {
		return "given_name or family_name";
	}
	if (isoft_contact_compares_company(option)
		&& (!company || Z_TYPE_P(company) != IS_ARRAY || !has_id(Z_ARRVAL_P(company)))) {
		return "company.id";
	}
	return NULL;
}

bool isoft_contact_compares_names(const char *option)
{
	return strcmp(option, "Email") != 0;
}

bool isoft_contact_compares_company(const char *option)
{
	return strcmp(option, "EmailAndNameAndCompany") == 0;
}

bool isoft_contact_email_check(const zend_string *email, isoft_failure *failure)
{
	const char *text = ZSTR_VAL(email);
	const char *at = strchr(text, '@');
	size_t offset;
	bool whole = at && at != text && at[1] && !strchr(at + 1, '@') && strlen(text) == ZSTR_LEN(email);

	for (size_t i = 0; whole && i < ZSTR_LEN(email); i++) {
		whole = (unsigned char)text[i] > 0x20 && text[i] != 0x7f && text[i] != '*' && text[i] != ';';
	}
	if (whole && !strstr(text, "==") && !isoft_formats_find_hidden(text, ZSTR_LEN(email), &offset)) {
		return true;
	}
	return isoft_fail(failure, ISOFT_FAILURE_VALUE,
		"must be one whole e-mail address, without blanks, invisible characters, \"*\", \";\" or \"==\"");
}

bool isoft_contact_has_email(HashTable *contact, zend_string *email)
{
	zval *list = isoft_array_member(contact, "email_addresses");
	zval *entry, wanted;

	if (!list || Z_TYPE_P(list) != IS_ARRAY) {
		return false;
	}
	ZVAL_STR(&wanted, email);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), entry) {
		if (Z_TYPE_P(entry) == IS_ARRAY
			&& isoft_contact_same_text(isoft_array_member(Z_ARRVAL_P(entry), "email"), &wanted)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}
