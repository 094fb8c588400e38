#include "php_infusionsoft.h"

#include "client/custom_fields.h"

#include "client/id_cache.h"
#include "client/send.h"
#include "support/exceptions.h"
#include "support/suggest.h"

/* One lookup: the model is asked for at the first name that is not known already. */
typedef struct {
	const char *account;
	uint32_t position; /* of the argument to blame */
	zval model;        /* the fields in it; UNDEF before */
} lookup;

static HashTable *map_of(HashTable *contact)
{
	zval *fields = zend_hash_str_find(contact, "custom_fields", strlen("custom_fields"));

	if (fields) {
		ZVAL_DEREF(fields);
	}
	return fields && Z_TYPE_P(fields) == IS_ARRAY ? Z_ARRVAL_P(fields) : NULL;
}

bool isoft_custom_fields_has_names(HashTable *contact)
{
	HashTable *map = map_of(contact);
	zend_string *name;

	if (map) {
		ZEND_HASH_FOREACH_STR_KEY(map, name) {
			if (name) {
				return true;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	return false;
}

static bool ask_for_model(lookup *self)
{
	zval reply, *fields;

	if (Z_TYPE(self->model) == IS_ARRAY) {
		return true;
	}
	if (!isoft_send_for_array(
			&(isoft_call){
				.account = self->account, .method = "GET", .path = "/rest/v2/contacts/model", .repeatable = true},
			&reply)) {
		return false;
	}
	fields = zend_hash_str_find(Z_ARRVAL(reply), "custom_fields", strlen("custom_fields"));
	if (fields && Z_TYPE_P(fields) == IS_ARRAY) {
		ZVAL_COPY(&self->model, fields);
	} else {
		ZVAL_EMPTY_ARRAY(&self->model);
	}
	zval_ptr_dtor(&reply);
	return true;
}

static const char *text_of(zval *field, const char *member)
{
	zval *value = Z_TYPE_P(field) == IS_ARRAY ? zend_hash_str_find(Z_ARRVAL_P(field), member, strlen(member)) : NULL;

	return value && Z_TYPE_P(value) == IS_STRING ? Z_STRVAL_P(value) : "";
}

static bool is_same(const char *known, const char *name)
{
	return *known && strcasecmp(known, name) == 0;
}

static bool read_id(zval *field, char id[ISOFT_ID_SIZE])
{
	zval *given = Z_TYPE_P(field) == IS_ARRAY ? zend_hash_str_find(Z_ARRVAL_P(field), "id", strlen("id")) : NULL;

	return given && isoft_id_read(id, given);
}

/* By the label that Keap's pages show, or by the name that its API of old has, with its underscore or without. */
static bool is_called(zval *field, const char *name)
{
	const char *field_name = text_of(field, "field_name");

	return is_same(text_of(field, "label"), name) || is_same(field_name + (*field_name == '_'), name + (*name == '_'));
}

static const char *label_at(const void *model, size_t index)
{
	zval *field = zend_hash_index_find((HashTable *)model, index);

	return field ? text_of(field, "label") : NULL;
}

static void throw_unknown(const lookup *self, const char *name)
{
	const char *meant = isoft_suggest(name, label_at, Z_ARRVAL(self->model));

	meant = meant && *meant ? meant : NULL;
	zend_argument_value_error(self->position,
		"contact.custom_fields has \"%.60s\", and Keap has no custom field of that name%s%s%s", name,
		meant ? "; did you mean \"" : "", meant ? meant : "", meant ? "\"?" : "");
}

/* False: thrown. */
static bool find_in_model(const lookup *self, const char *name, char id[ISOFT_ID_SIZE])
{
	char other[ISOFT_ID_SIZE];
	zval *field;
	bool found = false;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(self->model), field) {
		if (!is_called(field, name) || !read_id(field, found ? other : id)) {
			continue;
		}
		if (found) {
			zend_argument_value_error(self->position,
				"contact.custom_fields has \"%.60s\", and Keap has several custom fields of that name: give the id, %s "
				"or %s",
				name, id, other);
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

static bool find(lookup *self, const char *name, char id[ISOFT_ID_SIZE])
{
	if (isoft_id_cache_get(ISOFT_ID_CACHE_CUSTOM_FIELD, self->account, name, id)) {
		return true;
	}
	if (!ask_for_model(self) || !find_in_model(self, name, id)) {
		return false;
	}
	isoft_id_cache_put(ISOFT_ID_CACHE_CUSTOM_FIELD, self->account, name, id);
	return true;
}

static bool add_by_id(lookup *self, HashTable *by_id, zend_string *name, zval *value)
{
	char id[ISOFT_ID_SIZE];

	if (!find(self, ZSTR_VAL(name), id)) {
		return false;
	}
	if (zend_symtable_str_exists(by_id, id, strlen(id))) {
		zend_argument_value_error(
			self->position, "contact.custom_fields has custom field %s twice, as \"%.60s\" too", id, ZSTR_VAL(name));
		return false;
	}
	Z_TRY_ADDREF_P(value);
	zend_symtable_str_update(by_id, id, strlen(id), value);
	return true;
}

static bool add_all(lookup *self, HashTable *map, HashTable *by_id)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(map, index, name, value) {
		if (!name) {
			Z_TRY_ADDREF_P(value);
			zend_hash_index_update(by_id, index, value);
		}
	}
	ZEND_HASH_FOREACH_END();
	ZEND_HASH_FOREACH_STR_KEY_VAL(map, name, value) {
		if (name && !add_by_id(self, by_id, name, value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

HashTable *isoft_custom_fields_by_id(HashTable *contact, const char *account, uint32_t position)
{
	lookup self = {.account = account, .position = position};
	HashTable *map = zend_array_dup(map_of(contact)); /* given by reference it may change while Keap is asked */
	HashTable *resolved = NULL;
	zval by_id;

	array_init(&by_id);
	if (add_all(&self, map, Z_ARRVAL(by_id))) {
		resolved = zend_array_dup(contact);
		Z_ADDREF(by_id);
		zend_hash_str_update(resolved, "custom_fields", strlen("custom_fields"), &by_id);
	}
	zend_array_release(map);
	zval_ptr_dtor(&by_id);
	zval_ptr_dtor(&self.model);
	return resolved;
}

void isoft_custom_fields_invalidate_on_rejection(HashTable *contact, const char *account)
{
	int status = isoft_exception_status();
	HashTable *map = status == 400 || status == 404 ? map_of(contact) : NULL;
	char id[ISOFT_ID_SIZE];
	zend_string *name;

	if (map) {
		ZEND_HASH_FOREACH_STR_KEY(map, name) {
			if (name && isoft_id_cache_get(ISOFT_ID_CACHE_CUSTOM_FIELD, account, ZSTR_VAL(name), id)) {
				isoft_id_cache_forget(id);
			}
		}
		ZEND_HASH_FOREACH_END();
	}
}
