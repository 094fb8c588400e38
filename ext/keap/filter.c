#include "keap/filter.h"

#include "ext/date/php_date.h"

#include "keap/formats.h"
#include "keap/object_value.h"
#include "support/suggest.h"

enum { PLACE_MAX = 120 };

/* One filter that is being written. */
typedef struct {
	smart_str *text;
	const isoft_operation *operation;
	isoft_failure *failure;
} filter_writer;

static bool filter_fail_widening(const filter_writer *self, const char *place, const char *what)
{
	return isoft_fail(self->failure, ISOFT_FAILURE_VALUE,
		"%s must not hold %s, which means something else to Keap: give the whole filter as a string if you want that",
		place, what);
}

/* An id or an element of a list: a comma would add another one. */
static bool is_one_of_many(const isoft_field *field)
{
	size_t length = strlen(field->name);

	return field->list || strcmp(field->name, "id") == 0
		|| (length > 3 && strcmp(field->name + length - 3, "_id") == 0);
}

/* Refuses the text that would make the condition find more than this text. */
static bool filter_check_text(
	const filter_writer *self, const isoft_field *field, const zend_string *text, const char *place)
{
	static const char *const operators[] = {";", "*", "==", "!=", "<", ">", NULL};
	const char *visible = ZSTR_VAL(text); /* without the blanks around it, which Keap may not see either */
	size_t length = isoft_formats_trim(&visible, ZSTR_LEN(text));

	if (!length) {
		return isoft_fail(self->failure, ISOFT_FAILURE_VALUE,
			"%s must not be empty: leave the condition out, or give a value", place);
	}
	for (size_t i = 0; i < ZSTR_LEN(text); i++) {
		if ((unsigned char)ZSTR_VAL(text)[i] < 0x20 || ZSTR_VAL(text)[i] == 0x7f) {
			return isoft_fail(self->failure, ISOFT_FAILURE_VALUE, "%s must be without control characters", place);
		}
	}
	for (const char *const *operator= operators; *operator; operator++) {
		if (strstr(ZSTR_VAL(text), *operator)) {
			char quoted[8];

			snprintf(quoted, sizeof(quoted), "\"%s\"", *operator);
			return filter_fail_widening(self, place, quoted);
		}
	}
	if (visible[0] == '=') {
		return filter_fail_widening(self, place, "\"=\" at its beginning");
	}
	if (length == 4 && memcmp(visible, "NONE", 4) == 0) {
		return filter_fail_widening(self, place, "only NONE");
	}
	if (is_one_of_many(field) && strchr(ZSTR_VAL(text), ',')) {
		return filter_fail_widening(self, place, field->list ? "\",\" (give a list)" : "\",\"");
	}
	return true;
}

static bool filter_check_format(
	const filter_writer *self, const isoft_field *field, const zend_string *text, const char *place)
{
	if (field->format == ISOFT_FORMAT_DATE_TIME && isoft_formats_is_date(ZSTR_VAL(text), ZSTR_LEN(text))) {
		return true;
	}
	if (field->type == ISOFT_TYPE_BOOLEAN && strcmp(ZSTR_VAL(text), "true") != 0
		&& strcmp(ZSTR_VAL(text), "false") != 0) {
		return isoft_fail(self->failure, ISOFT_FAILURE_VALUE, "%s must be true or false", place);
	}
	if ((field->type == ISOFT_TYPE_INTEGER || field->type == ISOFT_TYPE_NUMBER)
		&& !is_numeric_string(ZSTR_VAL(text), ZSTR_LEN(text), NULL, NULL, false)) {
		return isoft_fail(self->failure, ISOFT_FAILURE_VALUE, "%s must be a number", place);
	}
	return isoft_formats_check(field->format, ZSTR_VAL(text), ZSTR_LEN(text), place, self->failure);
}

/* UTC with milliseconds, which Keap wants in a filter. Returns NULL with the failure filled. */
static zend_string *filter_time_text(const filter_writer *self, const isoft_field *field, zval *time, const char *place)
{
	zval seconds;
	zend_string *text;

	if (field->format == ISOFT_FORMAT_NONE) {
		isoft_fail(self->failure, ISOFT_FAILURE_VALUE, "%s is no point in time: give a string", place);
		return NULL;
	}
	if (!isoft_object_value_time(time, ISOFT_FORMAT_DATE_TIME, place, &seconds, self->failure)) {
		return NULL;
	}
	text = zend_strpprintf(
		0, "%.*s.%03dZ", (int)Z_STRLEN(seconds) - 1, Z_STRVAL(seconds), (int)(Z_PHPDATE_P(time)->time->us / 1000));
	zval_ptr_dtor(&seconds);
	return text;
}

/* A custom field of the type Yes/No has the values 1 and 0 in a filter. */
static zend_string *filter_bool_text(const isoft_field *field, bool value)
{
	const char *text = field->format == ISOFT_FORMAT_CONTENT ? (value ? "1" : "0") : (value ? "true" : "false");

	return zend_string_init(text, strlen(text), false);
}

/* The text of one value. Returns NULL with the failure filled. */
static zend_string *filter_value_text(
	const filter_writer *self, const isoft_field *field, zval *value, const char *place)
{
	zend_string *text = NULL;
	zval plain;

	ZVAL_DEREF(value);
	if (isoft_object_value_is_time(value)) {
		return filter_time_text(self, field, value, place);
	}
	if (!isoft_object_value(value, ISOFT_FORMAT_NONE, true, place, &plain, self->failure)) {
		return NULL;
	}
	switch (Z_TYPE(plain)) {
		case IS_TRUE:
		case IS_FALSE:
			text = filter_bool_text(field, Z_TYPE(plain) == IS_TRUE);
			break;
		case IS_STRING:
		case IS_LONG:
		case IS_DOUBLE:
			text = zval_get_string(&plain);
			break;
		case IS_NULL:
			isoft_fail(self->failure, ISOFT_FAILURE_VALUE,
				"%s is null, and without this condition the search would find more: leave it out, or give a value",
				place);
			break;
		default:
			isoft_fail(self->failure, ISOFT_FAILURE_VALUE, "%s must be a string, an int, a bool or a time, %s given",
				place, zend_zval_type_name(&plain));
	}
	zval_ptr_dtor(&plain);
	if (text && (!filter_check_text(self, field, text, place) || !filter_check_format(self, field, text, place))) {
		zend_string_release(text);
		return NULL;
	}
	return text;
}

static bool filter_add_value(const filter_writer *self, const isoft_field *field, zval *value, const char *place)
{
	zend_string *text = filter_value_text(self, field, value, place);

	if (!text) {
		return false;
	}
	smart_str_append(self->text, text);
	zend_string_release(text);
	return true;
}

/* Keap finds what equals one of the elements. */
static bool filter_add_list(const filter_writer *self, const isoft_field *field, HashTable *list, const char *place)
{
	char element_place[PLACE_MAX];
	zend_ulong index = 0;
	zval *element;

	if (!field->list || !zend_hash_num_elements(list)) {
		return isoft_fail(self->failure, ISOFT_FAILURE_VALUE,
			field->list ? "%s must not be an empty list" : "%s takes one value, not a list", place);
	}
	ZEND_HASH_FOREACH_VAL(list, element) {
		if (index) {
			smart_str_appendc(self->text, ',');
		}
		snprintf(element_place, sizeof(element_place), "%s[" ZEND_ULONG_FMT "]", place, index++);
		if (!filter_add_value(self, field, element, element_place)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool filter_add_condition(const filter_writer *self, const isoft_field *field, zval *value, const char *place)
{
	zval held;
	bool added;

	if (self->text->s) {
		smart_str_appendc(self->text, ';');
	}
	smart_str_appends(self->text, field->name);
	smart_str_appends(self->text, "==");
	ZVAL_COPY_DEREF(&held, value); /* user code may change the script's variables meanwhile */
	added = Z_TYPE(held) == IS_ARRAY ? filter_add_list(self, field, Z_ARRVAL(held), place)
									 : filter_add_value(self, field, &held, place);
	zval_ptr_dtor(&held);
	return added;
}

static const char *filter_name_at(const void *fields, size_t index)
{
	return ((const isoft_field *)fields)[index].name;
}

static bool filter_fail_unknown(const filter_writer *self, const zend_string *name)
{
	const isoft_operation *operation = self->operation;
	char tail[ISOFT_SUGGEST_TAIL_SIZE];

	isoft_suggest_tail(tail, isoft_suggest(ZSTR_VAL(name), filter_name_at, operation->filters));
	return isoft_fail(self->failure, ISOFT_FAILURE_VALUE,
		"filter has \"%.60s\", and Keap documents no such condition for %s%s%s", ZSTR_VAL(name), operation->id, tail,
		!tail[0] && operation->filters_custom ? "; conditions on custom fields belong in [\"custom_fields\" => […]]"
											  : "");
}

static bool is_field_name(const zend_string *name)
{
	return name && ZSTR_LEN(name)
		&& strspn(ZSTR_VAL(name), "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") == ZSTR_LEN(name);
}

/* Conditions on custom fields, by the names that Keap's model of the resource has for them. */
static bool filter_add_custom(const filter_writer *self, zval *fields)
{
	char place[PLACE_MAX];
	zend_string *name;
	zval *value;

	if (Z_TYPE_P(fields) != IS_ARRAY) {
		return isoft_fail(
			self->failure, ISOFT_FAILURE_VALUE, "filter.custom_fields must be an array of field name => value");
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(fields), name, value) {
		isoft_field field = {.type = ISOFT_TYPE_LINE, .format = ISOFT_FORMAT_CONTENT};

		if (!is_field_name(name)) {
			return isoft_fail(self->failure, ISOFT_FAILURE_VALUE,
				"filter.custom_fields must be keyed by the field_name of custom fields, as Keap's model has it");
		}
		field.name = ZSTR_VAL(name);
		snprintf(place, sizeof(place), "filter.custom_fields.%s", field.name);
		if (!filter_add_condition(self, &field, value, place)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool filter_add(const filter_writer *self, const zend_string *name, zval *value)
{
	const isoft_field *field =
		name ? isoft_schema_find(self->operation->filters, ZSTR_VAL(name), ZSTR_LEN(name)) : NULL;
	char place[PLACE_MAX];
	zval held;
	bool added;

	if (!name) {
		return isoft_fail(self->failure, ISOFT_FAILURE_VALUE,
			"filter must be keyed by names: [\"email\" => \"mary@example.com\"], or be a string in Keap's syntax");
	}
	if (field) {
		snprintf(place, sizeof(place), "filter.%s", field->name);
		return filter_add_condition(self, field, value, place);
	}
	if (!self->operation->filters_custom || !zend_string_equals_literal(name, "custom_fields")) {
		return filter_fail_unknown(self, name);
	}
	ZVAL_COPY_DEREF(&held, value);
	added = filter_add_custom(self, &held);
	zval_ptr_dtor(&held);
	return added;
}

bool isoft_filter_append(
	smart_str *text, const isoft_operation *operation, HashTable *conditions, isoft_failure *failure)
{
	const filter_writer self = {text, operation, failure};
	zend_string *name;
	zval *value;

	if (!operation->filters) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"filter must be a string in Keap's syntax for %s: Keap documents no conditions for it", operation->id);
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(conditions, name, value) {
		if (!filter_add(&self, name, value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	smart_str_0(text);
	return text->s
		|| isoft_fail(failure, ISOFT_FAILURE_VALUE, "filter must hold a condition: leave it out to list everything");
}
