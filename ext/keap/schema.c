#include "keap/schema.h"

#include "zend_smart_str.h"

#include "ext/standard/html.h"

#include "support/nearest.h"

enum { PLACE_MOST = 200 };

static const char *name_of_value(const void *names, size_t index)
{
	return ((const char *const *)names)[index];
}

static const isoft_field *find(const isoft_field *schema, const char *name, size_t length)
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
	nearest = isoft_nearest(name, name_in, &words);
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

/* False where the text is not valid UTF-8. */
static bool count_characters(const char *text, size_t length, size_t *count)
{
	size_t at = 0;

	*count = 0;
	while (at < length) {
		zend_result status;

		php_next_utf8_char((const unsigned char *)text, length, &at, &status);
		if (status == FAILURE) {
			return false;
		}
		(*count)++;
	}
	return true;
}

static bool check_value(const isoft_field *field, const char *text, const char *place, isoft_failure *failure)
{
	smart_str known = {0};
	const char *nearest;

	for (const char *const *value = field->values; *value; value++) {
		if (strcmp(*value, text) == 0) {
			return true;
		}
	}
	nearest = isoft_nearest(text, name_of_value, field->values);
	if (nearest) {
		return isoft_fail(
			failure, ISOFT_FAILURE_VALUE, "%s cannot be \"%.60s\"; did you mean \"%s\"?", place, text, nearest);
	}
	/* The first is ..._UNSPECIFIED: nobody means it. */
	for (const char *const *value = field->values + 1; *value; value++) {
		smart_str_append_printf(&known, "%s%s", known.s ? ", " : "", *value);
	}
	smart_str_0(&known);
	isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s cannot be \"%.60s\"; Keap knows %s", place, text, ZSTR_VAL(known.s));
	smart_str_free(&known);
	return false;
}

static bool check_text(
	const isoft_field *field, const char *text, size_t length, const char *place, isoft_failure *failure)
{
	size_t count;

	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"%s must be one line of text: it holds a control character (byte 0x%02x at offset %zu)", place,
				(unsigned char)text[i], i);
		}
	}
	if (!count_characters(text, length, &count)) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be valid UTF-8", place);
	}
	if (field->longest && count > field->longest) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be at most %u characters long, %zu given", place,
			field->longest, count);
	}
	return !field->values || check_value(field, text, place, failure);
}

static bool apply_text(const isoft_field *field, zval *given, const char *place, zval *result, isoft_failure *failure)
{
	if (Z_TYPE_P(given) == IS_LONG) {
		ZVAL_STR(result, zval_get_string(given));
	} else if (Z_TYPE_P(given) == IS_STRING) {
		ZVAL_COPY(result, given);
	} else {
		return isoft_fail(
			failure, ISOFT_FAILURE_VALUE, "%s must be a string, %s given", place, zend_zval_type_name(given));
	}
	return check_text(field, Z_STRVAL_P(result), Z_STRLEN_P(result), place, failure);
}

static bool apply_objects(
	const isoft_field *field, zval *given, const char *place, zval *result, isoft_failure *failure)
{
	char element_place[PLACE_MOST];
	zval *element;
	zend_ulong index = 0;

	if (Z_TYPE_P(given) != IS_ARRAY || !zend_array_is_list(Z_ARRVAL_P(given))) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be a list of arrays", place);
	}
	array_init(result);
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(given), element) {
		zval applied;

		ZVAL_DEREF(element);
		snprintf(element_place, sizeof(element_place), "%s[" ZEND_ULONG_FMT "]", place, index++);
		if (Z_TYPE_P(element) != IS_ARRAY) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be an array, %s given", element_place,
				zend_zval_type_name(element));
		}
		if (!isoft_schema_apply(field->fields, NULL, Z_ARRVAL_P(element), element_place, &applied, failure)) {
			return false;
		}
		add_next_index_zval(result, &applied);
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool apply_field(const isoft_field *field, zval *given, const char *place, zval *result, isoft_failure *failure)
{
	switch (field->type) {
		case ISOFT_TYPE_TEXT:
			return apply_text(field, given, place, result, failure);
		case ISOFT_TYPE_OBJECTS:
			return apply_objects(field, given, place, result, failure);
		case ISOFT_TYPE_OBJECT:
			if (Z_TYPE_P(given) != IS_ARRAY) {
				return isoft_fail(
					failure, ISOFT_FAILURE_VALUE, "%s must be an array, %s given", place, zend_zval_type_name(given));
			}
			return isoft_schema_apply(field->fields, NULL, Z_ARRVAL_P(given), place, result, failure);
		case ISOFT_TYPE_ANY:
			break;
	}
	ZVAL_COPY(result, given);
	return true;
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
	char field_place[PLACE_MOST];
	zend_string *name;
	zend_ulong index;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(given, index, name, value) {
		const isoft_field *field = name ? find(schema, ZSTR_VAL(name), ZSTR_LEN(name)) : NULL;
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
		ZVAL_UNDEF(&applied);
		if (!apply_field(field, value, field_place, &applied, failure)) {
			zval_ptr_dtor(&applied);
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
