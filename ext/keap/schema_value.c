#include "keap/schema_value.h"

#include "zend_smart_str.h"

#include "ext/standard/html.h"

#include "keap/formats.h"
#include "support/suggest.h"

static const char *value_at(const void *names, size_t index)
{
	return ((const char *const *)names)[index];
}

/* Returns false when the text is not valid UTF-8. */
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

static bool is_allowed(const isoft_field *field, const char *text)
{
	for (const char *const *value = field->values; *value; value++) {
		if (strcmp(*value, text) == 0) {
			return true;
		}
	}
	return false;
}

static bool check_allowed(const isoft_field *field, const char *text, const char *place, isoft_failure *failure)
{
	smart_str known = {0};
	char tail[ISOFT_SUGGEST_TAIL_SIZE];
	const char *nearest;

	if (is_allowed(field, text)) {
		return true;
	}
	nearest = isoft_suggest(text, value_at, field->values);
	if (nearest) {
		return isoft_fail(
			failure, ISOFT_FAILURE_VALUE, "%s cannot be \"%.60s\"%s", place, text, isoft_suggest_tail(tail, nearest));
	}
	for (const char *const *value = field->values; *value; value++) {
		if (!strstr(*value, "UNSPECIFIED")) { /* Keap's default for a missing value: not worth listing */
			smart_str_append_printf(&known, "%s%s", known.s ? ", " : "", *value);
		}
	}
	smart_str_0(&known);
	isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s cannot be \"%.60s\"; Keap knows %s", place, text, ZSTR_VAL(known.s));
	smart_str_free(&known);
	return false;
}

static bool check_line(const char *text, size_t length, const char *place, isoft_failure *failure)
{
	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"%s must be one line of text: it holds a control character (byte 0x%02x at offset %zu)", place,
				(unsigned char)text[i], i);
		}
	}
	return true;
}

static bool check_text_value(
	const isoft_field *field, const char *text, size_t length, const char *place, isoft_failure *failure)
{
	size_t count;

	if (field->type == ISOFT_TYPE_LINE && !check_line(text, length, place, failure)) {
		return false;
	}
	if (!count_characters(text, length, &count)) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be valid UTF-8", place);
	}
	if (field->max_length && count > field->max_length) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be at most %u characters long, %zu given", place,
			field->max_length, count);
	}
	return isoft_formats_check(field->format, text, length, place, failure)
		&& (!field->values || check_allowed(field, text, place, failure));
}

static bool apply_text(const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	if (Z_TYPE_P(value) == IS_LONG) {
		ZVAL_STR(result, zval_get_string(value));
	} else if (Z_TYPE_P(value) == IS_STRING) {
		ZVAL_COPY(result, value);
	} else {
		return isoft_fail(
			failure, ISOFT_FAILURE_VALUE, "%s must be a string, %s given", place, zend_zval_type_name(value));
	}
	return check_text_value(field, Z_STRVAL_P(result), Z_STRLEN_P(result), place, failure);
}

static bool fail_type(const char *type, const zval *value, const char *place, isoft_failure *failure)
{
	return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be %s, %s given", place, type, zend_zval_type_name(value));
}

static bool check_integer(const isoft_field *field, const zval *number, const char *place, isoft_failure *failure)
{
	char digits[MAX_LENGTH_OF_LONG];

	if (field->bounded && (Z_LVAL_P(number) < field->min || Z_LVAL_P(number) > field->max)) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"%s must be from %" PRId64 " to %" PRId64 ", " ZEND_LONG_FMT " given", place, field->min, field->max,
			Z_LVAL_P(number));
	}
	snprintf(digits, sizeof(digits), ZEND_LONG_FMT, Z_LVAL_P(number));
	return !field->values || check_allowed(field, digits, place, failure);
}

/* A string of digits counts as its number: values from forms and databases are strings. */
static bool apply_integer(
	const isoft_field *field, const zval *value, const char *place, zval *result, isoft_failure *failure)
{
	zend_long number;

	if (Z_TYPE_P(value) == IS_LONG) {
		ZVAL_COPY_VALUE(result, value);
	} else if (Z_TYPE_P(value) == IS_STRING
		&& is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &number, NULL, false) == IS_LONG) {
		ZVAL_LONG(result, number);
	} else {
		return fail_type("an integer", value, place, failure);
	}
	return check_integer(field, result, place, failure);
}

bool isoft_schema_value(const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure)
{
	switch (field->type) {
		case ISOFT_TYPE_LINE:
		case ISOFT_TYPE_TEXT:
			return apply_text(field, value, place, result, failure);
		case ISOFT_TYPE_INTEGER:
			return apply_integer(field, value, place, result, failure);
		case ISOFT_TYPE_NUMBER:
			if (Z_TYPE_P(value) != IS_LONG && (Z_TYPE_P(value) != IS_DOUBLE || !zend_finite(Z_DVAL_P(value)))) {
				return fail_type("a finite number", value, place, failure);
			}
			break;
		case ISOFT_TYPE_BOOLEAN:
			if (Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE) {
				return fail_type("a boolean", value, place, failure);
			}
			break;
		case ISOFT_TYPE_FILE:
		case ISOFT_TYPE_ANY:
		case ISOFT_TYPE_OBJECT:
			break;
	}
	ZVAL_COPY(result, value);
	return true;
}
