#include "php_infusionsoft.h"

#include "client/custom_fields.h"

#include "client/custom_dates.h"
#include "client/id_cache.h"
#include "client/send.h"
#include "support/array.h"
#include "support/assert.h"
#include "support/caseless.h"
#include "support/exceptions.h"
#include "support/suggest.h"

static const isoft_custom_field_model contact_model = {"contact", "/rest/v2/contacts/model"};

/* The lookup of one record's names. Fetches the model at the first name that is not in the id cache. */
typedef struct {
	const isoft_custom_field_model *of;
	const char *account;
	uint32_t position; /* the PHP argument that an exception names */
	zval model;        /* the list of custom fields in the model; UNDEF: not fetched yet */
} field_lookup;

/* Returns the contact's custom fields by name or id; NULL: the contact has no such array. */
static HashTable *fields_of(HashTable *contact)
{
	zval *fields = isoft_array_member(contact, "custom_fields");

	return fields && Z_TYPE_P(fields) == IS_ARRAY ? Z_ARRVAL_P(fields) : NULL;
}

static bool has_names(HashTable *fields)
{
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY(fields, name) {
		if (name) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

bool isoft_custom_fields_has_names(HashTable *contact)
{
	HashTable *fields = fields_of(contact);

	return fields && (has_names(fields) || isoft_custom_dates_has(contact));
}

/* Returns false with an exception thrown. */
static bool fetch_model(field_lookup *self)
{
	zval reply, *fields;

	if (Z_TYPE(self->model) == IS_ARRAY) {
		return true;
	}
	if (!isoft_send_for_array(
			&(isoft_call){.account = self->account, .method = "GET", .path = self->of->path, .repeatable = true},
			&reply)) {
		return false;
	}
	fields = isoft_array_member(Z_ARRVAL(reply), "custom_fields");
	if (fields && Z_TYPE_P(fields) == IS_ARRAY) {
		ZVAL_COPY(&self->model, fields);
	} else {
		ZVAL_EMPTY_ARRAY(&self->model);
	}
	zval_ptr_dtor(&reply);
	return true;
}

/* Returns the field's string member of this name, or "". */
static const char *string_member(zval *field, const char *name)
{
	zval *value = Z_TYPE_P(field) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(field), name) : NULL;

	return value && Z_TYPE_P(value) == IS_STRING ? Z_STRVAL_P(value) : "";
}

static bool equals_ignoring_case(const char *known, const char *name)
{
	zend_string *one, *other;
	bool equal;

	if (!*known) {
		return false;
	}
	one = zend_string_init(name, strlen(name), false);
	other = zend_string_init(known, strlen(known), false);
	equal = isoft_caseless_equals(one, other);
	zend_string_release(one);
	zend_string_release(other);
	return equal;
}

static bool read_field_id(zval *field, char id[ISOFT_ID_SIZE])
{
	zval *given = Z_TYPE_P(field) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(field), "id") : NULL;

	return given && isoft_id_read(id, given);
}

/* Compares with the label that Keap's pages show and with the field's name in API v1, whose leading "_" is optional. */
static bool has_name(zval *field, const char *name)
{
	const char *field_name = string_member(field, "field_name");

	return equals_ignoring_case(string_member(field, "label"), name)
		|| equals_ignoring_case(field_name + (*field_name == '_'), name + (*name == '_'));
}

static const char *label_at(const void *model, size_t index)
{
	zval *field = zend_hash_index_find((HashTable *)model, index);

	return field ? string_member(field, "label") : NULL;
}

static void throw_unknown(const field_lookup *self, const char *name)
{
	const char *label = isoft_suggest(name, label_at, Z_ARRVAL(self->model));
	char tail[ISOFT_SUGGEST_TAIL_SIZE];

	zend_argument_value_error(self->position,
		"%s.custom_fields has \"%.60s\", and Keap has no custom field of that name%s", self->of->record, name,
		isoft_suggest_tail(tail, label && *label ? label : NULL));
}

/* Returns false with an exception thrown: no field has the name, or several fields have it. */
static bool find_in_model(const field_lookup *self, const char *name, char id[ISOFT_ID_SIZE])
{
	char other[ISOFT_ID_SIZE];
	zval *field;
	bool found = false;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(self->model), field) {
		if (!has_name(field, name) || !read_field_id(field, found ? other : id)) {
			continue;
		}
		if (found) {
			zend_argument_value_error(self->position,
				"%s.custom_fields has \"%.60s\", and Keap has several custom fields of that name: give the id, %s "
				"or %s",
				self->of->record, name, id, other);
			return false;
		}
		found = true;
	}
	ZEND_HASH_FOREACH_END();
	if (!found) {
		throw_unknown(self, name);
	}
	return found;
}

/* The name with the model it belongs to, as two resources may give one name to different fields. */
static zend_string *cache_key(const isoft_custom_field_model *of, const char *name)
{
	return strpprintf(0, "%s %s", of->path, name);
}

static bool find_in_cache(
	const isoft_custom_field_model *of, const char *account, const char *name, char id[ISOFT_ID_SIZE])
{
	zend_string *key = cache_key(of, name);
	bool found = isoft_id_cache_get(ISOFT_ID_CACHE_CUSTOM_FIELD, account, ZSTR_VAL(key), id);

	zend_string_release(key);
	return found;
}

/* Returns false with an exception thrown. */
static bool find_id(field_lookup *self, const char *name, char id[ISOFT_ID_SIZE])
{
	zend_string *key;

	if (find_in_cache(self->of, self->account, name, id)) {
		return true;
	}
	if (!fetch_model(self) || !find_in_model(self, name, id)) {
		return false;
	}
	key = cache_key(self->of, name);
	isoft_id_cache_put(ISOFT_ID_CACHE_CUSTOM_FIELD, self->account, ZSTR_VAL(key), id);
	zend_string_release(key);
	return true;
}

/* Adds the value under the id of the name. Returns false with an exception thrown. */
static bool add_named(field_lookup *self, HashTable *by_id, zend_string *name, zval *value)
{
	char id[ISOFT_ID_SIZE];

	if (!find_id(self, ZSTR_VAL(name), id)) {
		return false;
	}
	if (zend_symtable_str_exists(by_id, id, strlen(id))) {
		zend_argument_value_error(self->position,
			"%s.custom_fields has custom field %s twice, the second time as \"%.60s\"", self->of->record, id,
			ZSTR_VAL(name));
		return false;
	}
	Z_TRY_ADDREF_P(value);
	zend_symtable_str_update(by_id, id, strlen(id), value);
	return true;
}

/* Adds the fields that are given by id first, then those given by name. Returns false with an exception thrown. */
static bool add_all(field_lookup *self, HashTable *fields, HashTable *by_id)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(fields, index, name, value) {
		if (!name) {
			Z_TRY_ADDREF_P(value);
			zend_hash_index_update(by_id, index, value);
		}
	}
	ZEND_HASH_FOREACH_END();
	ZEND_HASH_FOREACH_STR_KEY_VAL(fields, name, value) {
		if (name && !add_named(self, by_id, name, value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Returns a copy of the contact with its custom fields by id; NULL with an exception thrown. */
static HashTable *resolve_names(field_lookup *self, HashTable *contact)
{
	/* A copy: an array that was given by reference may change during the call to Keap. */
	HashTable *fields = zend_array_dup(fields_of(contact)), *resolved = NULL;
	zval by_id;

	array_init(&by_id);
	if (add_all(self, fields, Z_ARRVAL(by_id))) {
		resolved = zend_array_dup(contact);
		Z_ADDREF(by_id);
		zend_hash_str_update(resolved, "custom_fields", strlen("custom_fields"), &by_id);
	}
	zend_array_release(fields);
	zval_ptr_dtor(&by_id);
	return resolved;
}

HashTable *isoft_custom_fields_of_model(
	HashTable *contact, const isoft_custom_field_model *model, const char *account, uint32_t position)
{
	field_lookup self = {.of = model, .account = account, .position = position};
	HashTable *resolved;

	ISOFT_ASSERT(isoft_custom_fields_has_names(contact));
	resolved = has_names(fields_of(contact)) ? resolve_names(&self, contact) : zend_array_dup(contact);
	if (resolved && isoft_custom_dates_has(resolved)
		&& !isoft_custom_dates_write(resolved, model->path, account, &self.model)) {
		zend_array_release(resolved);
		resolved = NULL;
	}
	zval_ptr_dtor(&self.model);
	return resolved;
}

HashTable *isoft_custom_fields_by_id(HashTable *contact, const char *account, uint32_t position)
{
	return isoft_custom_fields_of_model(contact, &contact_model, account, position);
}

void isoft_custom_fields_invalidate_model(
	HashTable *contact, const isoft_custom_field_model *model, const char *account)
{
	int status = isoft_exception_status();
	HashTable *fields = status == 400 || status == 404 ? fields_of(contact) : NULL;
	char id[ISOFT_ID_SIZE];
	zend_string *name;

	if (fields) {
		ZEND_HASH_FOREACH_STR_KEY(fields, name) {
			if (name && find_in_cache(model, account, ZSTR_VAL(name), id)) {
				isoft_id_cache_forget(id);
			}
		}
		ZEND_HASH_FOREACH_END();
	}
}

void isoft_custom_fields_invalidate_on_rejection(HashTable *contact, const char *account)
{
	isoft_custom_fields_invalidate_model(contact, &contact_model, account);
}
