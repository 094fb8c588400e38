#include "keap/schema.h"

#include "keap/object_value.h"
#include "keap/schema_value.h"
#include "support/array.h"
#include "support/suggest.h"

enum { PLACE_MAX = 200 };

const isoft_field *isoft_schema_find(const isoft_field *schema, const char *name, size_t length)
{
	for (; schema->name; schema++) {
		if (strlen(schema->name) == length && memcmp(schema->name, name, length) == 0) {
			return schema;
		}
	}
	return NULL;
}

/* The names to suggest from: all fields, then all aliases. */
typedef struct {
	const isoft_field *schema;
	const isoft_alias *aliases; /* NULL: no aliases */
	size_t field_count;
} schema_names;

static const char *schema_name_at(const void *context, size_t index)
{
	const schema_names *names = context;

	if (index < names->field_count) {
		return names->schema[index].name;
	}
	return names->aliases ? names->aliases[index - names->field_count].name : NULL;
}

static bool ends_with_word(const char *name, const char *word)
{
	size_t length = strlen(name), word_length = strlen(word);

	return word_length && length > word_length && name[length - word_length - 1] == '_'
		&& strcmp(name + length - word_length, word) == 0;
}

/* The only field whose last word is the name: "name" in a company stands for company_name. */
static const char *find_by_last_word(const isoft_field *schema, const char *name)
{
	const char *found = NULL;

	for (; schema->name; schema++) {
		if (ends_with_word(schema->name, name)) {
			if (found) {
				return NULL;
			}
			found = schema->name;
		}
	}
	return found;
}

static const char *suggest_field(const isoft_field *schema, const isoft_alias *aliases, const char *name)
{
	schema_names names = {.schema = schema, .aliases = aliases};
	const char *nearest;

	while (schema[names.field_count].name) {
		names.field_count++;
	}
	nearest = isoft_suggest(name, schema_name_at, &names);
	for (; nearest && aliases && aliases->name; aliases++) {
		if (nearest == aliases->name) {
			return aliases->field;
		}
	}
	return nearest ? nearest : find_by_last_word(schema, name);
}

static bool fail_unknown_field(
	const isoft_field *schema, const isoft_alias *aliases, const char *name, const char *place, isoft_failure *failure)
{
	char tail[ISOFT_SUGGEST_TAIL_SIZE];

	return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s has no field \"%.60s\" in Keap%s", place, name,
		isoft_suggest_tail(tail, suggest_field(schema, aliases, name)));
}

static bool apply_object(const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return isoft_fail(
			failure, ISOFT_FAILURE_VALUE, "%s must be an array, %s given", place, zend_zval_type_name(value));
	}
	return isoft_schema_apply(field->fields, NULL, Z_ARRVAL_P(value), place, result, failure);
}

bool isoft_schema_resolve(
	const isoft_field *field, zval *value, const char *place, zval *resolved, isoft_failure *failure)
{
	bool is_text = !field->list && field->type != ISOFT_TYPE_OBJECT;

	switch (field->type) {
		case ISOFT_TYPE_FILE:
			ZVAL_COPY_DEREF(resolved, value);
			return true;
		case ISOFT_TYPE_ANY:
			return isoft_object_value_json(value, field->format != ISOFT_FORMAT_CONTENT, place, resolved, failure);
		default:
			return isoft_object_value(value, field->format, is_text, place, resolved, failure);
	}
}

/* The value of a field that is no list, or one element of a list. */
static bool apply_element(
	const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	return field->type == ISOFT_TYPE_OBJECT ? apply_object(field, value, place, result, failure)
											: isoft_schema_value(field, value, place, result, failure);
}

static bool apply_list_element(
	const isoft_field *list, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	isoft_field field = *list;
	zval resolved;
	bool applied;

	field.list = false;
	if (!isoft_schema_resolve(&field, value, place, &resolved, failure)) {
		return false;
	}
	applied = apply_element(&field, &resolved, place, result, failure);
	zval_ptr_dtor(&resolved);
	return applied;
}

static bool apply_list(const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	char element_place[PLACE_MAX];
	zval *element;
	zend_ulong index = 0;

	if (Z_TYPE_P(value) != IS_ARRAY || !zend_array_is_list(Z_ARRVAL_P(value))) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be a list%s", place,
			field->type == ISOFT_TYPE_OBJECT ? " of arrays" : "");
	}
	array_init(result);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), element) {
		zval applied;

		ZVAL_UNDEF(&applied);
		snprintf(element_place, sizeof(element_place), "%s[" ZEND_ULONG_FMT "]", place, index++);
		if (!apply_list_element(field, element, element_place, &applied, failure)) {
			zval_ptr_dtor(&applied);
			return false;
		}
		add_next_index_zval(result, &applied);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Applies a value that isoft_schema_resolve() has written. */
static bool apply_resolved(
	const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	bool applied;

	ZVAL_UNDEF(result);
	applied = field->list ? apply_list(field, value, place, result, failure)
						  : apply_element(field, value, place, result, failure);
	if (!applied) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
	}
	return applied;
}

bool isoft_schema_field(const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	zval resolved;
	bool applied;

	ZVAL_UNDEF(result);
	if (!isoft_schema_resolve(field, value, place, &resolved, failure)) {
		return false;
	}
	applied = apply_resolved(field, &resolved, place, result, failure);
	zval_ptr_dtor(&resolved);
	return applied;
}

static bool has_text(HashTable *array, const char *name)
{
	zval *text = isoft_array_member(array, name);

	return text && Z_TYPE_P(text) == IS_STRING && Z_STRLEN_P(text) > 0;
}

static bool check_required(const isoft_field *schema, HashTable *array, const char *place, isoft_failure *failure)
{
	bool has_region = has_text(array, "region") || has_text(array, "region_code");

	for (; schema->name; schema++) {
		if (schema->required && !zend_hash_str_exists(array, schema->name, strlen(schema->name))) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s.%s is required", place, schema->name);
		}
		if (schema->with_region && has_region && !has_text(array, schema->name)) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"%s.%s is required where a region is given (three letters, such as USA)", place, schema->name);
		}
	}
	return true;
}

/* Adds the value of one member; null leaves it out. */
static bool apply_member(
	const isoft_field *field, zend_string *name, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	char field_place[PLACE_MAX];
	zval resolved, applied;
	bool ok = true;

	snprintf(field_place, sizeof(field_place), "%s.%s", place, field->name);
	if (!isoft_schema_resolve(field, value, field_place, &resolved, failure)) {
		return false;
	}
	if (Z_TYPE(resolved) != IS_NULL) {
		ok = apply_resolved(field, &resolved, field_place, &applied, failure);
		if (ok) {
			zend_hash_add_new(Z_ARRVAL_P(result), name, &applied);
		}
	}
	zval_ptr_dtor(&resolved);
	return ok;
}

static bool apply_members(const isoft_field *schema, const isoft_alias *aliases, HashTable *array, const char *place,
	zval *result, isoft_failure *failure)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(array, index, name, value) {
		const isoft_field *field = name ? isoft_schema_find(schema, ZSTR_VAL(name), ZSTR_LEN(name)) : NULL;

		if (!name) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"%s must be keyed by field names, not by numbers (" ZEND_ULONG_FMT ")", place, index);
		}
		if (!field) {
			return fail_unknown_field(schema, aliases, ZSTR_VAL(name), place, failure);
		}
		if (!apply_member(field, name, value, place, result, failure)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return check_required(schema, Z_ARRVAL_P(result), place, failure);
}

bool isoft_schema_apply(const isoft_field *schema, const isoft_alias *aliases, HashTable *array, const char *place,
	zval *result, isoft_failure *failure)
{
	array_init(result);
	if (apply_members(schema, aliases, array, place, result, failure)) {
		return true;
	}
	zval_ptr_dtor(result);
	ZVAL_UNDEF(result);
	return false;
}
