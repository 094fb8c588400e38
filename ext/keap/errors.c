#include "keap/errors.h"

#include "support/array.h"
#include "support/json.h"

enum { ENVELOPE_DEPTH_MAX = 64 };

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
	zval json;

	ZVAL_EMPTY_ARRAY(details);
	failure->error_code[0] = '\0';
	if (isoft_json_decode(&json, ZSTR_VAL(body), ZSTR_LEN(body), ENVELOPE_DEPTH_MAX, &error)) {
		read_envelope(failure, message, sizeof(message), details, &json);
		memcpy(code, failure->error_code, sizeof(code));
		zval_ptr_dtor(&json);
	}
	isoft_fail(failure, ISOFT_FAILURE_API, "Keap answered %d to %s%s%s%s%s%s", status, request, *message ? ": " : "",
		message, *code ? " (" : "", code, *code ? ")" : "");
	failure->status = status;
	memcpy(failure->error_code, code, sizeof(code));
}
