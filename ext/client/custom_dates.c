#include "php_infusionsoft.h"

#include "client/custom_dates.h"

#include "zend_exceptions.h"

#include "client/id_cache.h"
#include "client/send.h"
#include "keap/object_value.h"
#include "support/array.h"
#include "support/assert.h"
#include "support/exceptions.h"

/* What the id cache holds for a custom field's id. */
#define AS_DATE "1"
#define AS_DATE_TIME "2"

/* The lookup of one record's fields. */
typedef struct {
	const char *model_path;
	const char *account;
	zval *model; /* the list of custom fields in the model; UNDEF: not fetched yet */
} type_lookup;

static bool holds_time(zval *value)
{
	zval *element;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return isoft_object_value_is_time(value);
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), element) {
		if (holds_time(element)) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

bool isoft_custom_dates_has(HashTable *record)
{
	zval *fields = isoft_array_member(record, "custom_fields");

	return fields && Z_TYPE_P(fields) == IS_ARRAY && holds_time(fields);
}

/* Returns false with an exception thrown. Where Keap refuses or cannot be reached, the model is empty. */
static bool types_fetch(type_lookup *self)
{
	zval reply, *fields;

	ZVAL_EMPTY_ARRAY(self->model);
	if (!isoft_send_for_array(
			&(isoft_call){.account = self->account, .method = "GET", .path = self->model_path, .repeatable = true},
			&reply)) {
		if (!EG(exception) || !instanceof_function(EG(exception)->ce, isoft_ce_exception)) {
			return false;
		}
		zend_clear_exception();
		return true;
	}
	fields = isoft_array_member(Z_ARRVAL(reply), "custom_fields");
	if (fields && Z_TYPE_P(fields) == IS_ARRAY) {
		ZVAL_COPY(self->model, fields);
	}
	zval_ptr_dtor(&reply);
	return true;
}

/* The field's type in the model; NULL when the model does not have the field. */
static const char *type_in_model(const type_lookup *self, const char *id)
{
	char other[ISOFT_ID_SIZE];
	zval *field;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(self->model), field) {
		zval *known, *type;

		ZVAL_DEREF(field);
		known = Z_TYPE_P(field) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(field), "id") : NULL;
		type = known ? isoft_array_member(Z_ARRVAL_P(field), "field_type") : NULL;
		if (type && Z_TYPE_P(type) == IS_STRING && isoft_id_read(other, known) && strcmp(other, id) == 0) {
			return Z_STRVAL_P(type);
		}
	}
	ZEND_HASH_FOREACH_END();
	return NULL;
}

/* Returns false with an exception thrown. */
static bool find_format(type_lookup *self, const char *id, isoft_format *format)
{
	char key[ISOFT_ID_SIZE + 64], cached[ISOFT_ID_SIZE];
	const char *type;

	snprintf(key, sizeof(key), "%s %s", self->model_path, id); /* ids of several resources can be equal */
	if (!isoft_id_cache_get(ISOFT_ID_CACHE_FIELD_TYPE, self->account, key, cached)) {
		if (Z_TYPE_P(self->model) == IS_UNDEF && !types_fetch(self)) {
			return false;
		}
		type = type_in_model(self, id);
		strcpy(cached, type && strcmp(type, "DATE") == 0 ? AS_DATE : AS_DATE_TIME);
		if (type) {
			isoft_id_cache_put(ISOFT_ID_CACHE_FIELD_TYPE, self->account, key, cached);
		}
	}
	*format = strcmp(cached, AS_DATE) == 0 ? ISOFT_FORMAT_DATE : ISOFT_FORMAT_DATE_TIME;
	return true;
}

/* Writes the times in a value, which the caller's copy of custom_fields holds, at every depth. */
static void write_times(zval *value, isoft_format format)
{
	isoft_failure failure;
	zval text, *element;

	if (!holds_time(value)) {
		return;
	}
	ISOFT_ASSERT(!Z_ISREF_P(value));
	if (Z_TYPE_P(value) == IS_ARRAY) {
		SEPARATE_ARRAY(value);
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), element) {
			write_times(element, format);
		}
		ZEND_HASH_FOREACH_END();
	} else if (isoft_object_value_time(value, format, "custom_fields", &text, &failure)) {
		zval_ptr_dtor(value);
		ZVAL_COPY_VALUE(value, &text);
	}
}

/* Returns false with an exception thrown. What cannot be written stays: the check of the whole record refuses it. */
static bool write_value(type_lookup *self, zval *id_given, zval *value)
{
	isoft_format format;
	char id[ISOFT_ID_SIZE];

	if (!holds_time(value) || !isoft_id_read(id, id_given)) {
		return true;
	}
	if (!find_format(self, id, &format)) {
		return false;
	}
	write_times(value, format);
	return true;
}

/* In Keap's own shape, entries are {id, content}. Returns false with an exception thrown. */
static bool write_list(type_lookup *self, HashTable *list)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		zval *id, *content;

		if (Z_TYPE_P(entry) != IS_ARRAY) {
			continue;
		}
		SEPARATE_ARRAY(entry);
		id = isoft_array_member(Z_ARRVAL_P(entry), "id");
		content = isoft_array_member(Z_ARRVAL_P(entry), "content");
		if (id && content && !write_value(self, id, content)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Returns false with an exception thrown. */
static bool write_map(type_lookup *self, HashTable *map)
{
	zend_string *name;
	zend_ulong index;
	zval id, *value;

	ZEND_HASH_FOREACH_KEY_VAL(map, index, name, value) {
		if (name) {
			ZVAL_STR(&id, name);
		} else {
			ZVAL_LONG(&id, (zend_long)index);
		}
		if (!write_value(self, &id, value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

bool isoft_custom_dates_write(HashTable *record, const char *path, const char *account, zval *model)
{
	type_lookup self = {.model_path = path, .account = account, .model = model};
	zval fields;

	ZVAL_ARR(&fields, zend_array_dup(Z_ARRVAL_P(isoft_array_member(record, "custom_fields"))));
	if (!(zend_array_is_list(Z_ARRVAL(fields)) ? write_list : write_map)(&self, Z_ARRVAL(fields))) {
		zval_ptr_dtor(&fields);
		return false;
	}
	zend_hash_str_update(record, "custom_fields", strlen("custom_fields"), &fields);
	return true;
}
