#include "keap/errors.h"

#include "support/array.h"
#include "support/json.h"

enum { ENVELOPE_DEPTH_MAX = 64, DETAILS_MAX = 5, DETAILS_DEPTH_MAX = 6 };

/* The text about single fields, for the message. */
typedef struct {
	char text[320];
	size_t length;
	int count;
} error_particulars;

/* A member of a decoded JSON object; NULL when `json` is not an object, or when the member is missing or null. */
static zval *envelope_value(zval *json, const char *name)
{
	return json && Z_TYPE_P(json) == IS_ARRAY ? isoft_array_value(Z_ARRVAL_P(json), name) : NULL;
}

/* Copies text from Keap as one line for a message. A value that is not a string gives an empty line. */
static void copy_line(char *line, size_t size, zval *value)
{
	size_t length = 0;

	if (value && Z_TYPE_P(value) == IS_STRING) {
		for (const char *from = Z_STRVAL_P(value); *from && length + 1 < size; from++) {
			line[length++] = (unsigned char)*from >= 0x20 && *from != 0x7f ? *from : ' ';
		}
	}
	/* The line was cut: drop a UTF-8 character that is not whole. */
	if (length + 1 == size) {
		while (length && ((unsigned char)line[length - 1] & 0xc0) == 0x80) {
			length--;
		}
		length -= length && (unsigned char)line[length - 1] >= 0xc0;
	}
	line[length] = '\0';
}

/* The first of the names that is a member with a string; NULL if there is none. */
static zval *first_text(zval *entry, const char *const *names)
{
	for (; *names; names++) {
		zval *value = envelope_value(entry, *names);

		if (value && Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value)) {
			return value;
		}
	}
	return NULL;
}

/* Adds `field: text`, or what there is of it. A part that does not fit is left out. */
static void add_particular(error_particulars *particulars, const char *field, zval *text)
{
	char line[128] = "";
	char entry[256];
	int length;

	copy_line(line, sizeof(line), text);
	if ((!*field && !*line) || particulars->count == DETAILS_MAX) {
		return;
	}
	length = snprintf(
		entry, sizeof(entry), "%s%s%s%s", particulars->length ? "; " : "", field, *field && *line ? ": " : "", line);
	if (length > 0 && (size_t)length < sizeof(entry)
		&& particulars->length + (size_t)length < sizeof(particulars->text)) {
		memcpy(particulars->text + particulars->length, entry, (size_t)length + 1);
		particulars->length += (size_t)length;
		particulars->count++;
	}
}

/*
 * Adds what a value of `details` says about a field. Keap's description does not give its form, so the common ones are
 * understood: a text, a map from fields to texts, and objects with the members below, in lists or in each other.
 */
static void read_details(error_particulars *particulars, const char *key, zval *value, int depth)
{
	static const char *const fields[] = {"field", "path", "property", "parameter", NULL};
	static const char *const texts[] = {"description", "message", "reason", "error", NULL};
	char field[128] = "";
	zend_string *name;
	zval *member, *text;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_STRING) {
		add_particular(particulars, key, value);
		return;
	}
	if (Z_TYPE_P(value) != IS_ARRAY || depth == DETAILS_DEPTH_MAX) {
		return;
	}
	text = first_text(value, texts);
	copy_line(field, sizeof(field), first_text(value, fields));
	if (text || *field) {
		add_particular(particulars, *field ? field : key, text);
		return;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(value), name, member) {
		if (name && strcmp(ZSTR_VAL(name), "domain") != 0 && strcmp(ZSTR_VAL(name), "resource") != 0
			&& ZSTR_VAL(name)[0] != '@') {
			zval shown;

			ZVAL_STR(&shown, name);
			copy_line(field, sizeof(field), &shown);
			read_details(particulars, field, member, depth + 1);
		} else if (!name) {
			read_details(particulars, key, member, depth + 1);
		}
	}
	ZEND_HASH_FOREACH_END();
}

static void read_envelope(isoft_failure *failure, char *message, size_t size, zval *details, zval *json)
{
	zval *fault = envelope_value(json, "fault");
	zval *listed = envelope_value(json, "details");

	if (fault) {
		copy_line(message, size, envelope_value(fault, "faultstring"));
		copy_line(failure->error_code, sizeof(failure->error_code),
			envelope_value(envelope_value(fault, "detail"), "errorcode"));
		return;
	}
	copy_line(message, size, envelope_value(json, "message"));
	copy_line(failure->error_code, sizeof(failure->error_code), envelope_value(json, "status"));
	if (listed && Z_TYPE_P(listed) == IS_ARRAY) {
		zval_ptr_dtor(details);
		ZVAL_COPY(details, listed);
	}
}

void isoft_error_read(isoft_failure *failure, zval *details, int status, zend_string *body, const char *request)
{
	const char *error;
	char message[320] = "";
	char code[sizeof(failure->error_code)] = "";
	error_particulars particulars = {0};
	zval json;

	ZVAL_EMPTY_ARRAY(details);
	failure->error_code[0] = '\0';
	if (isoft_json_decode(&json, ZSTR_VAL(body), ZSTR_LEN(body), ENVELOPE_DEPTH_MAX, &error)) {
		read_envelope(failure, message, sizeof(message), details, &json);
		memcpy(code, failure->error_code, sizeof(code));
		zval_ptr_dtor(&json);
		read_details(&particulars, "", details, 0);
	}
	isoft_fail(failure, ISOFT_FAILURE_API, "Keap answered %d to %s%s%s%s%s%s%s%s", status, request,
		*message ? ": " : "", message, *code ? " (" : "", code, *code ? ")" : "", particulars.length ? ": " : "",
		particulars.text);
	failure->status = status;
	memcpy(failure->error_code, code, sizeof(code));
}
