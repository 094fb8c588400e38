#include "net/reply_headers.h"

#include <string.h>

enum { NAME_MAX_LENGTH = 64 };

/* In the order in which a request id is looked for. */
static const char *const request_ids[] = {"x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid"};
enum { REQUEST_IDS = sizeof(request_ids) / sizeof(*request_ids) };

static bool reply_headers_may_be_kept(const char *name)
{
	if (strncmp(name, "x-keap-", strlen("x-keap-")) == 0) {
		return true;
	}
	for (size_t i = 0; i < REQUEST_IDS; i++) {
		if (strcmp(name, request_ids[i]) == 0) {
			return true;
		}
	}
	return strcmp(name, "content-type") == 0 || strcmp(name, "date") == 0 || strcmp(name, "retry-after") == 0;
}

/* Most headers of a reply are told apart from those that may be kept by their first letter. */
static bool reply_headers_begins_like_one(const char *name, size_t length)
{
	return length && memchr("cdrxCDRX", name[0], strlen("cdrxCDRX"));
}

/* Copies the name in lower case. Returns false for a name that is too long, or has other characters than a token. */
static bool reply_headers_copy_name(char name[NAME_MAX_LENGTH + 1], const char *from, size_t length)
{
	if (length > NAME_MAX_LENGTH) {
		return false;
	}
	for (size_t i = 0; i < length; i++) {
		char c = from[i];

		if (c <= ' ' || c >= 0x7f) {
			return false;
		}
		name[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
	}
	name[length] = '\0';
	return true;
}

static bool reply_headers_is_printable(const char *value, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (value[i] < ' ' || value[i] >= 0x7f) {
			return false;
		}
	}
	return true;
}

/* NULL if there is no such header. */
static const char *reply_headers_find(const isoft_reply_headers *headers, const char *wanted)
{
	const char *name, *value;
	size_t at = 0;

	while (isoft_reply_headers_next(headers, &at, &name, &value)) {
		if (strcmp(name, wanted) == 0) {
			return value;
		}
	}
	return NULL;
}

static void reply_headers_append(isoft_reply_headers *headers, const char *text, size_t length)
{
	memcpy(headers->text + headers->length, text, length);
	headers->length += length;
	headers->text[headers->length++] = '\0';
}

void isoft_reply_headers_take(
	isoft_reply_headers *headers, const char *name, size_t name_length, const char *value, size_t value_length)
{
	char lower[NAME_MAX_LENGTH + 1];

	if (value_length > ISOFT_REPLY_HEADER_VALUE_MAX) {
		value_length = ISOFT_REPLY_HEADER_VALUE_MAX;
	}
	if (reply_headers_begins_like_one(name, name_length) && reply_headers_copy_name(lower, name, name_length)
		&& reply_headers_may_be_kept(lower) && reply_headers_is_printable(value, value_length)
		&& !reply_headers_find(headers, lower)
		&& headers->length + name_length + value_length + 2 <= ISOFT_REPLY_HEADERS_SIZE) {
		reply_headers_append(headers, lower, name_length);
		reply_headers_append(headers, value, value_length);
	}
}

bool isoft_reply_headers_next(const isoft_reply_headers *headers, size_t *at, const char **name, const char **value)
{
	if (*at >= headers->length) {
		return false;
	}
	*name = headers->text + *at;
	*value = *name + strlen(*name) + 1;
	*at = (size_t)(*value - headers->text) + strlen(*value) + 1;
	return true;
}

const char *isoft_reply_headers_request_id(const isoft_reply_headers *headers)
{
	for (size_t i = 0; i < REQUEST_IDS; i++) {
		const char *id = reply_headers_find(headers, request_ids[i]);

		if (id && *id && !strchr(id, ' ')) {
			return id;
		}
	}
	return NULL;
}
