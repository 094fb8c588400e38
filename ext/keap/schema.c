#include "keap/schema.h"

#include "keap/schema_value.h"
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

/* Field names first, then what people call them. */
typedef struct {
	const isoft_field *schema;
	const isoft_alias *aliases; /* NULL for none */
	size_t fields;
} vocabulary;

static const char *name_in(const void *names, size_t index)
{
	const vocabulary *words = names;

	if (index < words->fields) {
		return words->schema[index].name;
	}
	return words->aliases ? words->aliases[index - words->fields].name : NULL;
}

static bool ends_in_word(const char *name, const char *word)
{
	size_t whole = strlen(name), length = strlen(word);

	return length && whole > length && name[whole - length - 1] == '_' && strcmp(name + whole - length, word) == 0;
}

/* The one field whose last word is the name: "name" of a company means company_name. */
static const char *by_last_word(const isoft_field *schema, const char *name)
{
	const char *found = NULL;

	for (; schema->name; schema++) {
		if (ends_in_word(schema->name, name)) {
			if (found) {
				return NULL;
			}
			found = schema->name;
		}
	}
	return found;
}

static const char *suggestion(const isoft_field *schema, const isoft_alias *aliases, const char *name)
{
	vocabulary words = {.schema = schema, .aliases = aliases};
	const char *nearest;

	while (schema[words.fields].name) {
		words.fields++;
	}
	nearest = isoft_suggest(name, name_in, &words);
	for (; nearest && aliases && aliases->name; aliases++) {
		if (nearest == aliases->name) {
			return aliases->meant;
		}
	}
	return nearest ? nearest : by_last_word(schema, name);
}

static bool unknown(
	const isoft_field *schema, const isoft_alias *aliases, const char *name, const char *place, isoft_failure *failure)
{
	const char *meant = suggestion(schema, aliases, name);

	return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s has no field \"%.60s\" in Keap%s%s%s", place, name,
		meant ? "; did you mean \"" : "", meant ? meant : "", meant ? "\"?" : "");
}

static bool apply_object(const isoft_field *field, zval *given, const char *place, zval *result, isoft_failure *failure)
{
	if (Z_TYPE_P(given) != IS_ARRAY) {
		return isoft_fail(
			failure, ISOFT_FAILURE_VALUE, "%s must be an array, %s given", place, zend_zval_type_name(given));
	}
	return isoft_schema_apply(field->fields, NULL, Z_ARRVAL_P(given), place, result, failure);
}

static bool apply_one(const isoft_field *field, zval *given, const char *place, zval *result, isoft_failure *failure)
{
	return field->type == ISOFT_TYPE_OBJECT ? apply_object(field, given, place, result, failure)
											: isoft_schema_value(field, given, place, result, failure);
}

static bool apply_list(const isoft_field *field, zval *given, const char *place, zval *result, isoft_failure *failure)
{
	char element_place[PLACE_MAX];
	zval *element;
	zend_ulong index = 0;

	if (Z_TYPE_P(given) != IS_ARRAY || !zend_array_is_list(Z_ARRVAL_P(given))) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be a list%s", place,
			field->type == ISOFT_TYPE_OBJECT ? " of arrays" : "");
	}
	array_init(result);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(given), element) {
		zval applied;

		ZVAL_DEREF(element);
		ZVAL_UNDEF(&applied);
		snprintf(element_place, sizeof(element_place), "%s[" ZEND_ULONG_FMT "]", place, index++);
		if (!apply_one(field, element, element_place, &applied, failure)) {
			zval_ptr_dtor(&applied);
			return false;
		}
		add_next_index_zval(result, &applied);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

bool isoft_schema_field(const isoft_field *field, zval *given, const char *place, zval *result, isoft_failure *failure)
{
	bool applied;

	ZVAL_UNDEF(result);
	applied = field->list ? apply_list(field, given, place, result, failure)
						  : apply_one(field, given, place, result, failure);
	if (!applied) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
	}
	return applied;
}

static bool check_required(const isoft_field *schema, HashTable *given, const char *place, isoft_failure *failure)
{
	for (; schema->name; schema++) {
		if (schema->required && !zend_hash_str_exists(given, schema->name, strlen(schema->name))) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s.%s is required", place, schema->name);
		}
	}
	return true;
}

static bool apply_all(const isoft_field *schema, const isoft_alias *aliases, HashTable *given, const char *place,
	zval *result, isoft_failure *failure)
{
	char field_place[PLACE_MAX];
	zend_string *name;
	zend_ulong index;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(given, index, name, value) {
		const isoft_field *field = name ? isoft_schema_find(schema, ZSTR_VAL(name), ZSTR_LEN(name)) : NULL;
		zval applied;

		ZVAL_DEREF(value);
		if (!name) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"%s must be keyed by field names, not by numbers (" ZEND_ULONG_FMT ")", place, index);
		}
		if (!field) {
			return unknown(schema, aliases, ZSTR_VAL(name), place, failure);
		}
		if (Z_TYPE_P(value) == IS_NULL) {
			continue;
		}
		snprintf(field_place, sizeof(field_place), "%s.%s", place, field->name);
		if (!isoft_schema_field(field, value, field_place, &applied, failure)) {
			return false;
		}
		zend_hash_add_new(Z_ARRVAL_P(result), name, &applied);
	}
	ZEND_HASH_FOREACH_END();
	return check_required(schema, Z_ARRVAL_P(result), place, failure);
}

bool isoft_schema_apply(const isoft_field *schema, const isoft_alias *aliases, HashTable *given, const char *place,
	zval *result, isoft_failure *failure)
{
	array_init(result);
	if (apply_all(schema, aliases, given, place, result, failure)) {
		return true;
	}
	zval_ptr_dtor(result);
	ZVAL_UNDEF(result);
	return false;
}
