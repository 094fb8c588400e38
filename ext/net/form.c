#include "net/form.h"

#include <curl/curl.h>
#include <limits.h>
#include <sodium.h>
#include <string.h>

bool isoft_form_add(isoft_buffer *form, const char *name, const char *value)
{
	size_t length = strlen(value);
	/* libcurl takes a length of 0 as strlen(), which is 0 here too. */
	char *encoded = length <= INT_MAX ? curl_easy_escape(NULL, value, (int)length) : NULL;
	bool added = encoded && (!form->length || isoft_buffer_append_text(form, "&"))
		&& isoft_buffer_append_text(form, name) && isoft_buffer_append_text(form, "=")
		&& isoft_buffer_append_text(form, encoded);

	if (encoded) {
		sodium_memzero(encoded, strlen(encoded));
		curl_free(encoded);
	}
	return added;
}
