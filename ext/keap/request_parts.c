#include "keap/request_parts.h"

#include "ext/standard/php_string.h"
#include "ext/standard/url.h"

#include "keap/filter.h"
#include "keap/object_value.h"
#include "keap/url.h"
#include "support/array.h"
#include "support/assert.h"
#include "support/suggest.h"

enum { PARAMETER_NAME_SIZE = 64 };

static const isoft_field *find_in(const isoft_field *fields, const zend_string *name)
{
	return fields ? isoft_schema_find(fields, ZSTR_VAL(name), ZSTR_LEN(name)) : NULL;
}

/* The names to suggest from, in this order: parameters of the path, the query and the body, then the header. */
typedef struct {
	const isoft_operation *operation;
	char in_path[PARAMETER_NAME_SIZE];
} parameter_names;

/* Each of these two returns the name at the index, or NULL with the index lowered by the number of its names. */
static const char *name_in_path(parameter_names *names, size_t *index)
{
	for (const char *brace = strchr(names->operation->path, '{'); brace; brace = strchr(brace + 1, '{')) {
		if ((*index)-- == 0) {
			snprintf(names->in_path, sizeof(names->in_path), "%.*s", (int)strcspn(brace + 1, "}"), brace + 1);
			return names->in_path;
		}
	}
	return NULL;
}

static const char *name_in_fields(const isoft_field *fields, size_t *index)
{
	for (; fields && fields->name; fields++) {
		if ((*index)-- == 0) {
			return fields->name;
		}
	}
	return NULL;
}

static const char *parameter_name_at(const void *context, size_t index)
{
	parameter_names *names = (parameter_names *)context;
	const char *name = name_in_path(names, &index);

	name = name ? name : name_in_fields(names->operation->query, &index);
	name = name ? name : name_in_fields(names->operation->fields, &index);
	return name || index ? name : names->operation->header;
}

static bool fail_unknown_parameter(const isoft_operation *operation, const zend_string *name, isoft_failure *failure)
{
	parameter_names names = {.operation = operation};
	char tail[ISOFT_SUGGEST_TAIL_SIZE];

	return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s has no parameter \"%.60s\"%s", operation->id, ZSTR_VAL(name),
		isoft_suggest_tail(tail, isoft_suggest(ZSTR_VAL(name), parameter_name_at, &names)));
}

/* Whether the text can be one segment of a path, and leads to no other path. */
static bool is_segment(const zend_string *text)
{
	return ZSTR_LEN(text) && !zend_string_equals_literal(text, ".") && !zend_string_equals_literal(text, "..")
		&& strlen(ZSTR_VAL(text)) == ZSTR_LEN(text);
}

static bool append_segment(smart_str *path, HashTable *parameters, const char *name, isoft_failure *failure)
{
	zval plain, *value = isoft_array_value(parameters, name);
	zend_string *text, *encoded;

	if (!value) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "needs %s", name);
	}
	if (!isoft_object_value(value, ISOFT_FORMAT_NONE, true, name, &plain, failure)) {
		return false;
	}
	if (Z_TYPE(plain) != IS_LONG && Z_TYPE(plain) != IS_STRING) {
		isoft_fail(
			failure, ISOFT_FAILURE_VALUE, "%s must be an int or a string, %s given", name, zend_zval_type_name(&plain));
		zval_ptr_dtor(&plain);
		return false;
	}
	text = zval_get_string(&plain);
	zval_ptr_dtor(&plain);
	if (!is_segment(text)) {
		zend_string_release(text);
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must not be empty, \".\" or \"..\", nor hold NUL", name);
	}
	encoded = php_raw_url_encode(ZSTR_VAL(text), ZSTR_LEN(text));
	smart_str_append(path, encoded);
	zend_string_release(encoded);
	zend_string_release(text);
	return true;
}

static bool parts_build_path(
	smart_str *path, const isoft_operation *operation, HashTable *parameters, isoft_failure *failure)
{
	char name[PARAMETER_NAME_SIZE];

	for (const char *rest = operation->path; *rest;) {
		size_t plain = strcspn(rest, "{");

		smart_str_appendl(path, rest, plain);
		rest += plain;
		if (*rest) {
			size_t length = strcspn(rest + 1, "}");

			ISOFT_ASSERT(length < sizeof(name));
			snprintf(name, sizeof(name), "%.*s", (int)length, rest + 1);
			if (!append_segment(path, parameters, name, failure)) {
				return false;
			}
			rest += length + 2;
		}
	}
	smart_str_0(path);
	return true;
}

static void join_with_commas(zval *list)
{
	zend_string *comma = ZSTR_CHAR(',');
	zval joined;

	php_implode(comma, Z_ARRVAL_P(list), &joined);
	zval_ptr_dtor(list);
	ZVAL_COPY_VALUE(list, &joined);
}

/* A filter that is an array is conditions; a string is Keap's syntax. Writes the string. */
static bool apply_filter(zval *value, const isoft_operation *operation, zval *result, isoft_failure *failure)
{
	smart_str text = {0};
	zval plain;
	bool applied;

	if (!isoft_object_value(value, ISOFT_FORMAT_NONE, false, "filter", &plain, failure)) {
		return false;
	}
	if (Z_TYPE(plain) != IS_ARRAY) {
		ZVAL_COPY_VALUE(result, &plain);
		return true;
	}
	applied = isoft_filter_append(&text, operation, Z_ARRVAL(plain), failure);
	zval_ptr_dtor(&plain);
	if (applied) {
		ZVAL_STR(result, smart_str_extract(&text));
	} else {
		smart_str_free(&text);
	}
	return applied;
}

static bool add_query_field(
	HashTable *query, const isoft_operation *operation, const isoft_field *field, zval *value, isoft_failure *failure)
{
	zval applied, filter;

	if (strcmp(field->name, "filter") == 0) {
		if (!apply_filter(value, operation, &filter, failure)) {
			return false;
		}
		if (!isoft_schema_field(field, &filter, field->name, &applied, failure)) {
			zval_ptr_dtor(&filter);
			return false;
		}
		zval_ptr_dtor(&filter);
	} else if (!isoft_schema_field(field, value, field->name, &applied, failure)) {
		return false;
	}
	if (field->type == ISOFT_TYPE_OBJECT && !field->list) {
		zend_hash_copy(query, Z_ARRVAL(applied), zval_add_ref); /* each property is a parameter of its own */
		zval_ptr_dtor(&applied);
		return true;
	}
	if (field->joined && Z_TYPE(applied) == IS_ARRAY) {
		join_with_commas(&applied);
	}
	zend_hash_str_update(query, field->name, strlen(field->name), &applied);
	return true;
}

static bool parts_build_query(
	smart_str *text, const isoft_operation *operation, HashTable *parameters, isoft_failure *failure)
{
	zval query;
	bool built = true;

	array_init(&query);
	for (const isoft_field *field = operation->query; built && field && field->name; field++) {
		zval *value = isoft_operation_has_in_path(operation, field->name, strlen(field->name))
			? NULL
			: isoft_array_value(parameters, field->name);

		if (value) {
			built = add_query_field(Z_ARRVAL(query), operation, field, value, failure);
		} else if (field->required) {
			built = isoft_fail(failure, ISOFT_FAILURE_VALUE, "needs %s", field->name);
		}
	}
	built = built && isoft_query_append(text, Z_ARRVAL(query), failure);
	zval_ptr_dtor(&query);
	smart_str_0(text);
	return built;
}

static bool parts_build_header(
	smart_str *line, const isoft_operation *operation, HashTable *parameters, isoft_failure *failure)
{
	const isoft_field field = {.name = operation->header, .type = ISOFT_TYPE_LINE};
	zval applied, *value = field.name ? isoft_array_value(parameters, field.name) : NULL;

	if (!field.name) {
		return true;
	}
	if (!value) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "needs %s", field.name);
	}
	if (!isoft_schema_field(&field, value, field.name, &applied, failure)) {
		return false;
	}
	smart_str_append_printf(line, "%s: %s", field.name, Z_STRVAL(applied));
	smart_str_0(line);
	zval_ptr_dtor(&applied);
	return true;
}

static bool is_in_header(const isoft_operation *operation, const zend_string *name)
{
	return operation->header && zend_string_equals_cstr(name, operation->header, strlen(operation->header));
}

static bool is_in_body(const isoft_operation *operation, const zend_string *name)
{
	return find_in(operation->fields, name) && !find_in(operation->query, name)
		&& !isoft_operation_has_in_path(operation, ZSTR_VAL(name), ZSTR_LEN(name));
}

/* Collects the parameters that are properties of the body. Every other parameter must belong to another part. */
static bool collect_body(zval *body, const isoft_operation *operation, HashTable *parameters, isoft_failure *failure)
{
	zend_string *name;
	zend_ulong index;
	zval *value;

	array_init(body);
	ZEND_HASH_FOREACH_KEY_VAL(parameters, index, name, value) {
		if (!name) {
			return isoft_fail(
				failure, ISOFT_FAILURE_VALUE, "must be keyed by names, not by numbers (" ZEND_ULONG_FMT ")", index);
		}
		if (operation->body != ISOFT_BODY_LIST && is_in_body(operation, name)) {
			Z_TRY_ADDREF_P(value);
			zend_hash_update(Z_ARRVAL_P(body), name, value);
		} else if (!find_in(operation->query, name) && !is_in_header(operation, name)
			&& !isoft_operation_has_in_path(operation, ZSTR_VAL(name), ZSTR_LEN(name))
			&& !(operation->body != ISOFT_BODY_NONE && zend_string_equals_literal(name, "body"))) {
			return fail_unknown_parameter(operation, name, failure);
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static void mark_objects(const isoft_field *field, zval *value);

static void mark_entries(const isoft_field *field, zval *list)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), entry) {
		mark_objects(field, entry);
	}
	ZEND_HASH_FOREACH_END();
}

/* PHP writes an empty array as a JSON list: replaces it by an empty object where the field is an object. */
static void mark_objects(const isoft_field *field, zval *value)
{
	if (!zend_hash_num_elements(Z_ARRVAL_P(value))) {
		zval_ptr_dtor(value);
		object_init(value);
		return;
	}
	for (const isoft_field *member = field->fields; member->name; member++) {
		zval *object = member->type == ISOFT_TYPE_OBJECT ? isoft_array_member(Z_ARRVAL_P(value), member->name) : NULL;

		if (object) {
			(member->list ? mark_entries : mark_objects)(member, object);
		}
	}
}

static bool apply_body(
	zval *result, const isoft_operation *operation, zval *body, const char *place, isoft_failure *failure)
{
	const isoft_field whole = {.name = "body",
		.type = operation->fields && operation->fields->name ? ISOFT_TYPE_OBJECT : ISOFT_TYPE_ANY,
		.list = operation->body == ISOFT_BODY_LIST,
		.fields = operation->fields};

	if (!isoft_schema_field(&whole, body, place, result, failure)) {
		return false;
	}
	if (whole.type == ISOFT_TYPE_OBJECT && operation->body != ISOFT_BODY_FORM) {
		(whole.list ? mark_entries : mark_objects)(&whole, result);
	}
	return true;
}

static bool parts_build_body(
	zval *result, const isoft_operation *operation, HashTable *parameters, isoft_failure *failure)
{
	zval collected, *whole = operation->body != ISOFT_BODY_NONE ? isoft_array_value(parameters, "body") : NULL;
	bool built = collect_body(&collected, operation, parameters, failure);

	if (built && whole && zend_hash_num_elements(Z_ARRVAL(collected))) {
		built = isoft_fail(failure, ISOFT_FAILURE_VALUE, "must give either body or its properties, not both");
	} else if (built && operation->body == ISOFT_BODY_LIST && !whole) {
		built = isoft_fail(failure, ISOFT_FAILURE_VALUE, "needs body, a list");
	} else if (built && operation->body != ISOFT_BODY_NONE) {
		built = apply_body(result, operation, whole ? whole : &collected, whole ? "body" : operation->id, failure);
	}
	zval_ptr_dtor(&collected);
	return built;
}

bool isoft_request_parts_build(
	isoft_request_parts *parts, const isoft_operation *operation, HashTable *parameters, isoft_failure *failure)
{
	memset(parts, 0, sizeof(*parts));
	ZVAL_UNDEF(&parts->body);
	return parts_build_body(&parts->body, operation, parameters, failure)
		&& parts_build_path(&parts->path, operation, parameters, failure)
		&& parts_build_query(&parts->query, operation, parameters, failure)
		&& parts_build_header(&parts->header, operation, parameters, failure);
}

void isoft_request_parts_free(isoft_request_parts *parts)
{
	smart_str_free(&parts->path);
	smart_str_free(&parts->query);
	smart_str_free(&parts->header);
	zval_ptr_dtor(&parts->body);
}
