/* The x-keap-* headers. Input: one `name:value` per line; blanks around the value are left in. */
#include "fuzz.h"
#include "net/limit_headers.h"

static void check_window(const isoft_limit_window *window)
{
	need(window->limit >= -1 && window->available >= -1 && window->used >= -1 && window->expires_at >= -1);
}

static void take(isoft_limit_headers *limits, const char *line, size_t length)
{
	const char *colon = memchr(line, ':', length);
	size_t name_length = colon ? (size_t)(colon - line) : length;
	size_t value_length = colon ? length - name_length - 1 : 0;
	char *name = malloc(name_length + 1), *value = malloc(value_length + 1);

	need(name && value);
	/* Name and value end with their blocks, so that reads past them are reported. */
	memcpy(name + 1, line, name_length);
	memcpy(value + 1, line + length - value_length, value_length);
	isoft_limit_headers_take(limits, name + 1, name_length, value + 1, value_length);
	free(name);
	free(value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	isoft_limit_headers limits;
	size_t length;
	char *line;

	isoft_limit_headers_init(&limits);
	while ((line = fuzz_line(&in, &length))) {
		take(&limits, line, length);
		free(line);
	}
	check_window(&limits.day);
	check_window(&limits.minute);
	check_window(&limits.tenant_minute);
	check_window(&limits.tenant_day);
	return 0;
}
