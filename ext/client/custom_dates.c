#include "php_infusionsoft.h"

#include "client/custom_dates.h"

#include "zend_exceptions.h"

#include "client/id_cache.h"
#include "client/send.h"
#include "keap/object_value.h"
#include "support/array.h"
#include "support/exceptions.h"

/* What the id cache holds for a custom field's id. */
#define AS_DATE "1"
#define AS_DATE_TIME "2"

/* The lookup of one record's fields. */
typedef struct {
	const char *model_path;
	const char *account;
	zval model; /* the list of custom fields in the model; UNDEF: not fetched yet */
} type_lookup;

/* The value in an entry of custom_fields: the entry itself in a map, its `content` in a list of {id, content}. */
static zval *value_of(zval *entry)
{
	ZVAL_DEREF(entry);
	return Z_TYPE_P(entry) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(entry), "content") : entry;
}

static bool is_time_entry(zval *entry)
{
	zval *value = value_of(entry);

	return value && isoft_object_value_is_time(value);
}

bool isoft_custom_dates_has(HashTable *record)
{
	zval *fields = isoft_array_member(record, "custom_fields"), *entry;

	if (fields && Z_TYPE_P(fields) == IS_ARRAY) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(fields), entry) {
			if (is_time_entry(entry)) {
				return true;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	return false;
}

/* Returns false with an exception thrown. Where Keap refuses or cannot be reached, the model is empty. */
static bool types_fetch(type_lookup *self)
{
	zval reply, *fields;

	ZVAL_EMPTY_ARRAY(&self->model);
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
		ZVAL_COPY(&self->model, fields);
	}
	zval_ptr_dtor(&reply);
	return true;
}

/* The field's type in the model; NULL when the model does not have the field. */
static const char *type_in_model(const type_lookup *self, const char *id)
{
	char other[ISOFT_ID_SIZE];
	zval *field;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(self->model), field) {
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
		if (Z_TYPE(self->model) == IS_UNDEF && !types_fetch(self)) {
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

/* The id of an entry, from the entry itself or from its key. Returns false when it is not an id. */
static bool read_entry_id(char id[ISOFT_ID_SIZE], zend_string *name, zend_ulong index, zval *entry)
{
	zval key, *member;

	ZVAL_DEREF(entry);
	if (Z_TYPE_P(entry) == IS_ARRAY) {
		member = isoft_array_member(Z_ARRVAL_P(entry), "id");
		return member && isoft_id_read(id, member);
	}
	if (name) {
		ZVAL_STR(&key, name);
	} else {
		ZVAL_LONG(&key, (zend_long)index);
	}
	return isoft_id_read(id, &key);
}

/* Replaces the time in an entry, which the caller's copy of custom_fields holds. */
static void replace_time(zval *entry, zval *text)
{
	ZVAL_DEREF(entry);
	if (Z_TYPE_P(entry) == IS_ARRAY) {
		SEPARATE_ARRAY(entry);
		zend_hash_str_update(Z_ARRVAL_P(entry), "content", strlen("content"), text);
	} else {
		zval_ptr_dtor(entry);
		ZVAL_COPY_VALUE(entry, text);
	}
}

/* Returns false with an exception thrown. What cannot be written stays: the check of the whole record refuses it. */
static bool write_entry(type_lookup *self, zend_string *name, zend_ulong index, zval *entry)
{
	char id[ISOFT_ID_SIZE];
	isoft_format format = ISOFT_FORMAT_DATE_TIME;
	isoft_failure failure;
	zval text, time;
	bool found;

	ZVAL_COPY(&time, value_of(entry)); /* `content` can be a reference, which may change during the call to Keap */
	found = !read_entry_id(id, name, index, entry) || find_format(self, id, &format);
	if (found && isoft_object_value_time(&time, format, "custom_fields", &text, &failure)) {
		replace_time(entry, &text);
	}
	zval_ptr_dtor(&time);
	return found;
}

/* A copy of the fields without references: another fiber may change the script's variables during the call to Keap. */
static void copy_fields(zval *copy, HashTable *fields)
{
	zend_string *name;
	zend_ulong index;
	zval *entry;

	array_init(copy);
	ZEND_HASH_FOREACH_KEY_VAL(fields, index, name, entry) {
		ZVAL_DEREF(entry);
		Z_TRY_ADDREF_P(entry);
		if (name) {
			zend_hash_add_new(Z_ARRVAL_P(copy), name, entry);
		} else {
			zend_hash_index_add_new(Z_ARRVAL_P(copy), index, entry);
		}
	}
	ZEND_HASH_FOREACH_END();
}

bool isoft_custom_dates_write(HashTable *record, const char *model, const char *account)
{
	type_lookup self = {.model_path = model, .account = account};
	zend_string *name;
	zend_ulong index;
	zval fields, *entry;
	bool written = true;

	copy_fields(&fields, Z_ARRVAL_P(isoft_array_member(record, "custom_fields")));
	ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL(fields), index, name, entry) {
		written = written && (!is_time_entry(entry) || write_entry(&self, name, index, entry));
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&self.model);
	if (written) {
		zend_hash_str_update(record, "custom_fields", strlen("custom_fields"), &fields);
	} else {
		zval_ptr_dtor(&fields);
	}
	return written;
}

bool isoft_custom_dates_model(const isoft_operation *operation, char path[64])
{
	const char *segment = operation->path + strlen(operation->path);

	/* From the last segment to the first: the notes of a contact are notes. */
	while (segment > operation->path) {
		const isoft_operation *model;
		size_t length;

		while (segment > operation->path && *--segment != '/') {
		}
		length = strcspn(segment + 1, "/:");
		snprintf(path, 64, "/rest/v2/%.*s/model", (int)length, segment + 1);
		model = isoft_operation_of("GET", path);
		if (model && strcmp(model->path, path) == 0) {
			return true;
		}
	}
	return false;
}
