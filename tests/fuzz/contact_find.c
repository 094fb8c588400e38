/*
 * The search for an e-mail address. Input: the address on the first line, a page token on the second, then a contact of
 * the reply as JSON.
 */
#include "fuzz_php.h"

#include "ext/standard/url.h"
#include "keap/contact.h"
#include "keap/url.h"
#include "support/json.h"

/* Requires that the next parameter of the query decodes to this one, and returns what follows it. */
static char *need_parameter(char *at, char before, const char *name, const char *value, size_t length)
{
	size_t name_length = strlen(name), encoded;
	char *decoded;

	need(*at == before && strncmp(at + 1, name, name_length) == 0 && at[1 + name_length] == '=');
	at += name_length + 2;
	encoded = strcspn(at, "&");
	for (size_t i = 0; i < encoded; i++) {
		need(isalnum((unsigned char)at[i]) || strchr("-_.~%", at[i]));
	}
	decoded = fuzz_copy((const uint8_t *)at, encoded);

	need(php_raw_url_decode(decoded, encoded) == length && memcmp(decoded, value, length) == 0);
	free(decoded);
	return at + encoded;
}

/* Builds the query as infusionsoft_contact_find() does: any address must give one comparison of one field. */
static void check_query(const zend_string *email, const char *token, size_t token_length)
{
	smart_str filter = {0}, query = {0};
	char *end;

	need(!strpbrk(ZSTR_VAL(email), "*; \t\r\n") && !strstr(ZSTR_VAL(email), "=="));
	smart_str_appends(&filter, "email==");
	smart_str_append(&filter, email);
	smart_str_0(&filter);
	isoft_query_add(&query, "filter", ZSTR_VAL(filter.s), ZSTR_LEN(filter.s));
	isoft_query_add(&query, "page_token", token, token_length);
	smart_str_0(&query);
	end = need_parameter(ZSTR_VAL(query.s), '?', "filter", ZSTR_VAL(filter.s), ZSTR_LEN(filter.s));
	end = need_parameter(end, '&', "page_token", token, token_length);
	need(!*end && end == ZSTR_VAL(query.s) + ZSTR_LEN(query.s));
	smart_str_free(&filter);
	smart_str_free(&query);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	isoft_failure failure;
	const char *error;
	size_t length = 0, token_length = 0;
	char *line = fuzz_line(&in, &length), *token = fuzz_line(&in, &token_length), *json = fuzz_text(&in);
	zend_string *email = zend_string_init(line ? line : "", length, false);
	zval contact;

	if (isoft_contact_email_check(email, &failure)) {
		check_query(email, token ? token : "", token_length);
	} else {
		need(failure.kind == ISOFT_FAILURE_VALUE);
	}
	if (isoft_json_decode(&contact, json, strlen(json), 8, &error)) {
		if (Z_TYPE(contact) == IS_ARRAY) {
			isoft_contact_has_email(Z_ARRVAL(contact), email);
		}
		zval_ptr_dtor(&contact);
	}
	zend_string_release(email);
	free(line);
	free(token);
	free(json);
	fuzz_php_end();
	return 0;
}
