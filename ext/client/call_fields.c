#include "php_infusionsoft.h"

#include "client/call_fields.h"

#include "client/custom_fields.h"
#include "keap/object_value.h"
#include "support/array.h"

#define FIELDS "custom_fields"

/* The resources whose records have custom fields, the longest path first. */
static const struct {
	const char *path;
	isoft_custom_field_model model;
} resources[] = {
	{"/rest/v2/contacts/{contact_id}/notes", {"note", "/rest/v2/notes/model"}},
	{"/rest/v2/contacts", {"contact", "/rest/v2/contacts/model"}},
	{"/rest/v2/affiliates", {"affiliate", "/rest/v2/affiliates/model"}},
	{"/rest/v2/companies", {"company", "/rest/v2/companies/model"}},
	{"/rest/v2/opportunities", {"opportunity", "/rest/v2/opportunities/model"}},
	{"/rest/v2/orders", {"order", "/rest/v2/orders/model"}},
	{"/rest/v2/subscriptions", {"subscription", "/rest/v2/subscriptions/model"}},
	{"/rest/v2/tasks", {"task", "/rest/v2/tasks/model"}},
};

/* NULL: the operation takes no custom fields. */
static const isoft_custom_field_model *model_of(const isoft_operation *operation)
{
	if (operation->body != ISOFT_BODY_OBJECT || !isoft_schema_find(operation->fields, FIELDS, strlen(FIELDS))) {
		return NULL;
	}
	for (size_t i = 0; i < sizeof(resources) / sizeof(*resources); i++) {
		if (strncmp(operation->path, resources[i].path, strlen(resources[i].path)) == 0) {
			return &resources[i].model;
		}
	}
	return NULL;
}

/* Whether it is a map; Keap's own shape is a list of {id, content}. */
static bool is_map(zval *fields)
{
	return fields && Z_TYPE_P(fields) == IS_ARRAY && !zend_array_is_list(Z_ARRVAL_P(fields));
}

/* The `body` among the parameters if it has custom fields; NULL otherwise. */
static HashTable *body_with_fields(HashTable *parameters)
{
	zval *body = isoft_array_member(parameters, "body");
	zval *fields = body && Z_TYPE_P(body) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(body), FIELDS) : NULL;

	return fields ? Z_ARRVAL_P(body) : NULL;
}

/* The array that has the custom fields: the parameters or their body. */
static HashTable *record_of(HashTable *parameters)
{
	HashTable *body = body_with_fields(parameters);

	return body ? body : parameters;
}

bool isoft_call_fields_has(const isoft_operation *operation, HashTable *parameters)
{
	zval *body;

	if (!model_of(operation)) {
		return false;
	}
	body = isoft_array_member(parameters, "body");
	return (body && Z_TYPE_P(body) == IS_OBJECT) || isoft_array_member(record_of(parameters), FIELDS);
}

/* A copy of the parameters with this record as their body; the record itself if not `in_body`. Takes over the record.
 */
static HashTable *with_record(HashTable *parameters, HashTable *record, bool in_body)
{
	HashTable *copy;
	zval body;

	if (!in_body) {
		return record;
	}
	copy = zend_array_dup(parameters);
	ZVAL_ARR(&body, record);
	zend_hash_str_update(copy, "body", strlen("body"), &body);
	return copy;
}

static bool resolve_fields(HashTable *record, const char *place, isoft_failure *failure)
{
	zval resolved, *fields = isoft_array_member(record, FIELDS);
	char fields_place[128];

	if (!fields) {
		return true;
	}
	snprintf(fields_place, sizeof(fields_place), "%s." FIELDS, place);
	if (!isoft_object_value_but_times(fields, fields_place, &resolved, failure)) {
		return false;
	}
	zend_hash_str_update(record, FIELDS, strlen(FIELDS), &resolved);
	return true;
}

/* Writes the body of the copy of the parameters anew. */
static bool resolve_body(HashTable *copy, isoft_failure *failure)
{
	zval *given = isoft_array_member(copy, "body"), body;

	if (!given) {
		return true;
	}
	if (!isoft_object_value(given, ISOFT_FORMAT_NONE, false, "body", &body, failure)) {
		return false;
	}
	if (Z_TYPE(body) == IS_ARRAY) {
		SEPARATE_ARRAY(&body);
		if (!resolve_fields(Z_ARRVAL(body), "body", failure)) {
			zval_ptr_dtor(&body);
			return false;
		}
	}
	zend_hash_str_update(copy, "body", strlen("body"), &body);
	return true;
}

HashTable *isoft_call_fields_resolve(const isoft_operation *operation, HashTable *parameters, isoft_failure *failure)
{
	HashTable *copy = zend_array_dup(parameters);

	if (resolve_fields(copy, operation->id, failure) && resolve_body(copy, failure)) {
		return copy;
	}
	zend_array_release(copy);
	return NULL;
}

bool isoft_call_fields_need_change(HashTable *parameters)
{
	HashTable *record = record_of(parameters);

	return is_map(isoft_array_member(record, FIELDS)) || isoft_custom_fields_has_names(record);
}

HashTable *isoft_call_fields_without_map(HashTable *parameters)
{
	HashTable *record = zend_array_dup(record_of(parameters));

	if (is_map(isoft_array_member(record, FIELDS))) {
		zend_hash_str_del(record, FIELDS, strlen(FIELDS));
	}
	return with_record(parameters, record, body_with_fields(parameters) != NULL);
}

/* Replaces the map from id to value in the record by a list; null leaves a field out. */
static void write_list(HashTable *record)
{
	zval list, entry, *value;
	zend_string *id;
	zend_ulong number;

	array_init(&list);
	ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(isoft_array_member(record, FIELDS)), number, id, value) {
		ZVAL_DEREF(value);
		if (Z_TYPE_P(value) == IS_NULL) {
			continue;
		}
		array_init(&entry);
		add_assoc_str(&entry, "id", id ? zend_string_copy(id) : zend_long_to_str((zend_long)number));
		Z_TRY_ADDREF_P(value);
		add_assoc_zval(&entry, "content", value);
		add_next_index_zval(&list, &entry);
	}
	ZEND_HASH_FOREACH_END();
	zend_hash_str_update(record, FIELDS, strlen(FIELDS), &list);
}

HashTable *isoft_call_fields_by_id(
	const isoft_operation *operation, HashTable *parameters, const char *account, uint32_t position)
{
	HashTable *record = record_of(parameters);

	record = isoft_custom_fields_has_names(record)
		? isoft_custom_fields_of_model(record, model_of(operation), account, position)
		: zend_array_dup(record);
	if (!record) {
		return NULL;
	}
	if (is_map(isoft_array_member(record, FIELDS))) {
		write_list(record);
	}
	return with_record(parameters, record, body_with_fields(parameters) != NULL);
}

void isoft_call_fields_invalidate_on_rejection(
	const isoft_operation *operation, HashTable *parameters, const char *account)
{
	isoft_custom_fields_invalidate_model(record_of(parameters), model_of(operation), account);
}
