/* Paths and queries from a caller. Input: a path on the first line, then the query as JSON. */
#include "fuzz_php.h"

#include <curl/curl.h>

#include "keap/url.h"
#include "support/json.h"

/* libcurl must parse the URL to the same path. */
static void check_path(const char *path)
{
	static const char BASE[] = "https://api.infusionsoft.com/crm";
	char *url = malloc(sizeof(BASE) + strlen(path)), *taken = NULL;
	CURLU *parsed = curl_url();

	need(url && parsed);
	strcpy(stpcpy(url, BASE), path);
	need(curl_url_set(parsed, CURLUPART_URL, url, 0) == CURLUE_OK);
	need(curl_url_get(parsed, CURLUPART_PATH, &taken, 0) == CURLUE_OK);
	need(strcmp(taken, url + sizeof("https://api.infusionsoft.com") - 1) == 0);
	curl_free(taken);
	curl_url_cleanup(parsed);
	free(url);
}

static void check_query(HashTable *query)
{
	smart_str url = {0};
	isoft_failure failure;

	smart_str_appends(&url, "/rest/v2/contacts");
	if (isoft_query_append(&url, query, &failure)) {
		smart_str_0(&url);
		for (const char *at = ZSTR_VAL(url.s); *at; at++) {
			need(*at > ' ' && *at <= '~' && !strchr("#\"<>", *at));
		}
		need(strlen(ZSTR_VAL(url.s)) == ZSTR_LEN(url.s));
	} else {
		need(failure.kind == ISOFT_FAILURE_VALUE);
	}
	smart_str_free(&url);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	isoft_failure failure;
	const char *error;
	size_t length;
	char *line = fuzz_line(&in, &length), *json = fuzz_text(&in);
	zval query;

	if (line) {
		zend_string *path = zend_string_init(line, length, false);

		if (isoft_path_check(path, &failure)) {
			need(strlen(line) == length);
			check_path(line);
		}
		zend_string_release(path);
		free(line);
	}
	if (isoft_json_decode(&query, json, strlen(json), 8, &error)) {
		if (Z_TYPE(query) == IS_ARRAY) {
			check_query(Z_ARRVAL(query));
		}
		zval_ptr_dtor(&query);
	}
	free(json);
	fuzz_php_end();
	return 0;
}
