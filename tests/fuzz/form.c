/* A form with two values: each value ends at its separator, and decodes to the original. Input: the cap, two texts. */
#include <curl/curl.h>

#include "fuzz.h"
#include "net/form.h"

static const char *check_value(const char *at, const char *name, const char *value)
{
	size_t length = strcspn(at, "&"), name_length = strlen(name);
	char *encoded = fuzz_copy((const uint8_t *)at, length), *decoded;
	int decoded_length;

	need(strncmp(encoded, name, name_length) == 0 && encoded[name_length] == '=');
	decoded = curl_easy_unescape(NULL, encoded + name_length + 1, 0, &decoded_length);
	need(decoded && strcmp(decoded, value) == 0);
	curl_free(decoded);
	free(encoded);
	return at + length;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	size_t cap = fuzz_number(&in, 2), length = 0;
	char *line = fuzz_line(&in, &length), *first = line ? line : fuzz_text(&in), *second = fuzz_text(&in);
	isoft_buffer form;

	isoft_buffer_init(&form, cap);
	if (isoft_form_add(&form, "first", first) && isoft_form_add(&form, "second", second)) {
		const char *rest = check_value(form.data, "first", first);

		need(*rest == '&' && !*check_value(rest + 1, "second", second));
	}
	need(form.length <= cap);
	isoft_buffer_wipe(&form);
	free(first);
	free(second);
	return 0;
}
