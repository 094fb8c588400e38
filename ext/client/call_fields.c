#include "php_infusionsoft.h"

#include "client/call_fields.h"

#include "client/custom_fields.h"
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

/* The `body` among the parameters if it has a map of custom fields; NULL otherwise. */
static HashTable *body_with_map(HashTable *parameters)
{
	zval *body = isoft_array_member(parameters, "body");

	return body && Z_TYPE_P(body) == IS_ARRAY && is_map(isoft_array_member(Z_ARRVAL_P(body), FIELDS)) ? Z_ARRVAL_P(body)
																									  : NULL;
}

bool isoft_call_fields_has_map(const isoft_operation *operation, HashTable *parameters)
{
	return model_of(operation) && (is_map(isoft_array_member(parameters, FIELDS)) || body_with_map(parameters));
}

/* The array that has the map: the parameters or their body. */
static HashTable *record_of(HashTable *parameters)
{
	HashTable *body = body_with_map(parameters);

	return body ? body : parameters;
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

HashTable *isoft_call_fields_without(HashTable *parameters)
{
	HashTable *record = zend_array_dup(record_of(parameters));

	zend_hash_str_del(record, FIELDS, strlen(FIELDS));
	return with_record(parameters, record, body_with_map(parameters) != NULL);
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
	/* A copy: a body that was given by reference may change during the call to Keap. */
	HashTable *given = zend_array_dup(record_of(parameters)), *record = given;
	bool in_body = body_with_map(parameters) != NULL;

	if (isoft_custom_fields_has_names(given)) {
		record = isoft_custom_fields_of_model(given, model_of(operation), account, position);
		zend_array_release(given);
	}
	if (!record) {
		return NULL;
	}
	write_list(record);
	return with_record(parameters, record, in_body);
}

void isoft_call_fields_invalidate_on_rejection(
	const isoft_operation *operation, HashTable *parameters, const char *account)
{
	isoft_custom_fields_invalidate_model(record_of(parameters), model_of(operation), account);
}
