#include "keap/url.h"

#include <ctype.h>

#include "ext/standard/url.h"

#include "keap/object_value.h"

/* Skips a dot, plain or written as %2e. Returns NULL when the text does not begin with one. */
static const char *skip_dot(const char *text)
{
	if (*text == '.') {
		return text + 1;
	}
	return text[0] == '%' && text[1] == '2' && (text[2] == 'e' || text[2] == 'E') ? text + 3 : NULL;
}

static bool is_dot_segment(const char *segment)
{
	const char *rest = skip_dot(segment);

	if (rest && *rest != '/' && *rest) {
		rest = skip_dot(rest);
	}
	return rest && (*rest == '/' || !*rest);
}

/* libcurl and proxies resolve dot segments, so the request would go to another path. */
static bool has_dot_segment(const char *path)
{
	for (const char *segment = path; segment; segment = strchr(segment, '/')) {
		segment++;
		if (is_dot_segment(segment)) {
			return true;
		}
	}
	return false;
}

static bool is_encoded(const zend_string *path)
{
	const char *text = ZSTR_VAL(path);

	for (size_t i = 0; i < ZSTR_LEN(path); i++) {
		unsigned char byte = (unsigned char)text[i];

		if (byte <= 0x20 || byte >= 0x7f || strchr("\\\"<>^`{|}", byte)) {
			return false;
		}
		if (byte == '%' && !(isxdigit((unsigned char)text[i + 1]) && isxdigit((unsigned char)text[i + 2]))) {
			return false;
		}
	}
	return true;
}

/* Names the path without /crm, and without a query, which has an argument of its own. */
static bool refuse_crm(const char *path, isoft_failure *failure)
{
	const char *rest = path + strlen("/crm");
	size_t length = strcspn(rest, "?#");

	if (length < 2) {
		rest = "/rest/v2/contacts";
		length = strlen(rest);
	}
	return isoft_fail(failure, ISOFT_FAILURE_VALUE,
		"must not begin with /crm, which infusionsoft.base_url holds already: write \"%.*s\"", (int)MIN(length, 200),
		rest);
}

bool isoft_path_check(const zend_string *path, isoft_failure *failure)
{
	const char *text = ZSTR_VAL(path);

	if (text[0] != '/' || text[1] == '/') {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "must begin with exactly one slash, such as /rest/v2/contacts");
	}
	if (strncmp(text, "/crm", 4) == 0 && (!text[4] || strchr("/?#", text[4]))) {
		return refuse_crm(text, failure);
	}
	if (strpbrk(text, "?#")) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "must be without \"?\" and \"#\": give the query as an array");
	}
	if (!is_encoded(path)) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "must be percent-encoded: rawurlencode() what you put into it");
	}
	if (has_dot_segment(text)) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "must not hold the segments \".\" and \"..\"");
	}
	return true;
}

void isoft_query_add(smart_str *url, const char *name, const char *value, size_t length)
{
	zend_string *encoded_name = php_raw_url_encode(name, strlen(name));
	zend_string *encoded_value = php_raw_url_encode(value, length);

	smart_str_appendc(url, url->s && memchr(ZSTR_VAL(url->s), '?', ZSTR_LEN(url->s)) ? '&' : '?');
	smart_str_append(url, encoded_name);
	smart_str_appendc(url, '=');
	smart_str_append(url, encoded_value);
	zend_string_release(encoded_name);
	zend_string_release(encoded_value);
}

const char *isoft_query_text(const smart_str *query)
{
	return query->s ? ZSTR_VAL(query->s) : NULL;
}

static bool query_add_scalar(smart_str *url, const char *name, zval *value, isoft_failure *failure)
{
	zend_string *text;
	bool added;

	switch (Z_TYPE_P(value)) {
		case IS_NULL:
			return true;
		case IS_TRUE:
			isoft_query_add(url, name, "true", 4);
			return true;
		case IS_FALSE:
			isoft_query_add(url, name, "false", 5);
			return true;
		case IS_LONG:
		case IS_DOUBLE:
		case IS_STRING:
			text = zval_get_string(value);
			added = strlen(ZSTR_VAL(text)) == ZSTR_LEN(text) && !strpbrk(ZSTR_VAL(text), "\r\n");
			isoft_query_add(url, name, ZSTR_VAL(text), ZSTR_LEN(text));
			zend_string_release(text);
			return added
				|| isoft_fail(failure, ISOFT_FAILURE_VALUE, "must be without NUL, CR and LF; %.60s holds one", name);
		default:
			return isoft_fail(failure, ISOFT_FAILURE_VALUE,
				"must hold strings, numbers, booleans or lists of them; %.60s is of type %s", name,
				zend_zval_type_name(value));
	}
}

static bool query_add_element(smart_str *url, const char *name, zval *value, isoft_failure *failure)
{
	zval plain;
	bool added;

	if (!isoft_object_value(value, ISOFT_FORMAT_NONE, true, name, &plain, failure)) {
		return false;
	}
	added = query_add_scalar(url, name, &plain, failure);
	zval_ptr_dtor(&plain);
	return added;
}

static bool query_add_value(smart_str *url, const char *name, zval *value, isoft_failure *failure)
{
	zval plain, *element;
	bool added = true;

	/* Held: user code of an element may change the script's variables. */
	if (!isoft_object_value(value, ISOFT_FORMAT_NONE, true, name, &plain, failure)) {
		return false;
	}
	if (Z_TYPE(plain) != IS_ARRAY) {
		added = query_add_scalar(url, name, &plain, failure);
	} else {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL(plain), element) {
			added = added && query_add_element(url, name, element, failure);
		}
		ZEND_HASH_FOREACH_END();
	}
	zval_ptr_dtor(&plain);
	return added;
}

bool isoft_query_append(smart_str *url, HashTable *query, isoft_failure *failure)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(query, name, value) {
		if (!name || !ZSTR_LEN(name) || strlen(ZSTR_VAL(name)) != ZSTR_LEN(name)) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE, "must be keyed by the names of query parameters");
		}
		if (!query_add_value(url, ZSTR_VAL(name), value, failure)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}
