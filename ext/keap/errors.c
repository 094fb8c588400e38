#include "keap/errors.h"

#include "support/json.h"

enum { DEPTH = 64 };

static zval *member(zval *object, const char *name)
{
	zval *value =
		object && Z_TYPE_P(object) == IS_ARRAY ? zend_hash_str_find(Z_ARRVAL_P(object), name, strlen(name)) : NULL;

	return value && Z_TYPE_P(value) != IS_NULL ? value : NULL;
}

/* Keap's words for a message: one line, "" where there are none. */
static void copy_line(char *line, size_t size, zval *value)
{
	size_t length = 0;

	if (value && Z_TYPE_P(value) == IS_STRING) {
		for (const char *from = Z_STRVAL_P(value); *from && length + 1 < size; from++) {
			line[length++] = (unsigned char)*from >= 0x20 && *from != 0x7f ? *from : ' ';
		}
	}
	/* Not half a character at the end. */
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
	zval *fault = member(json, "fault");
	zval *given = member(json, "details");

	if (fault) {
		copy_line(message, size, member(fault, "faultstring"));
		copy_line(failure->error_code, sizeof(failure->error_code), member(member(fault, "detail"), "errorcode"));
		return;
	}
	copy_line(message, size, member(json, "message"));
	copy_line(failure->error_code, sizeof(failure->error_code), member(json, "status"));
	if (given && Z_TYPE_P(given) == IS_ARRAY) {
		zval_ptr_dtor(details);
		ZVAL_COPY(details, given);
	}
}

void isoft_error_read(isoft_failure *failure, zval *details, int status, zend_string *body, const char *what)
{
	const char *error;
	char message[320] = "";
	char code[sizeof(failure->error_code)] = "";
	zval json;

	ZVAL_EMPTY_ARRAY(details);
	failure->error_code[0] = '\0';
	if (isoft_json_decode(&json, ZSTR_VAL(body), ZSTR_LEN(body), DEPTH, &error)) {
		read_envelope(failure, message, sizeof(message), details, &json);
		memcpy(code, failure->error_code, sizeof(code));
		zval_ptr_dtor(&json);
	}
	isoft_fail(failure, ISOFT_FAILURE_API, "Keap answered %d to %s%s%s%s%s%s", status, what, *message ? ": " : "",
		message, *code ? " (" : "", code, *code ? ")" : "");
	failure->status = status;
	memcpy(failure->error_code, code, sizeof(code));
}
