/*
 * Error replies of Keap, of any content: the result is one line of valid UTF-8 and an array of details. Input: the
 * status on the first line, then the body.
 */
#include "fuzz_php.h"

#include "ext/standard/html.h"
#include "keap/errors.h"

static void check_text(const char *text, size_t room)
{
	const unsigned char *bytes = (const unsigned char *)text;
	size_t length = strnlen(text, room), at = 0;

	need(length < room);
	while (at < length) {
		zend_result status;
		unsigned int character = php_next_utf8_char(bytes, length, &at, &status);

		need(status == SUCCESS && character >= 0x20 && character != 0x7f);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	isoft_failure failure = {0};
	size_t length;
	char *line = fuzz_line(&in, &length);
	zend_string *body;
	zval details;

	if (line) {
		body = zend_string_init((const char *)in.at, in.left, false);
		isoft_error_read(&failure, &details, (int)(strtol(line, NULL, 10) % 1000), body, "GET /rest/v2/contacts/7");
		need(failure.kind != ISOFT_FAILURE_NONE && Z_TYPE(details) == IS_ARRAY);
		check_text(failure.message, sizeof(failure.message));
		check_text(failure.error_code, sizeof(failure.error_code));
		zval_ptr_dtor(&details);
		zend_string_release(body);
		free(line);
	}
	fuzz_php_end();
	return 0;
}
