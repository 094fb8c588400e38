#include "php_infusionsoft.h"

#include "client/fake_request.h"

#include "ext/standard/url.h"

#include "support/json.h"

enum { JSON_DEPTH_MAX = 512 };

/* Returns the text with its %-escapes decoded. */
static zend_string *url_decode(const char *text, size_t length)
{
	zend_string *string = zend_string_init(text, length, false);

	ZSTR_LEN(string) = php_raw_url_decode(ZSTR_VAL(string), ZSTR_LEN(string));
	return string;
}

/* Adds a parameter. A name that occurs more than once gets a list of its values. */
static void add_parameter(HashTable *query, zend_string *name, zend_string *value)
{
	zval *present = zend_symtable_find(query, name);
	zval text;

	ZVAL_STR(&text, value);
	if (!present) {
		zend_symtable_update(query, name, &text);
		return;
	}
	if (Z_TYPE_P(present) == IS_STRING) {
		zval list;

		array_init(&list);
		add_next_index_str(&list, zend_string_copy(Z_STR_P(present)));
		present = zend_symtable_update(query, name, &list);
	}
	add_next_index_zval(present, &text);
}

/* `text` is NULL or begins with "?". */
static void parse_query(zval *query, const char *text)
{
	array_init(query);
	while (text && *text) {
		size_t length, name_length;
		zend_string *name;

		text++; /* the "?" or "&" */
		length = strcspn(text, "&");
		name_length = strcspn(text, "=&");
		name = url_decode(text, name_length);
		add_parameter(Z_ARRVAL_P(query), name, url_decode(text + name_length + 1, length - name_length - 1));
		zend_string_release(name);
		text += length;
	}
}

/* A body that is not JSON is recorded as a string. */
static void parse_body(zval *value, const isoft_call *call, const smart_str *body)
{
	const char *error;

	if (!body->s) {
		ZVAL_NULL(value);
	} else if (call->form || !isoft_json_decode(value, ZSTR_VAL(body->s), ZSTR_LEN(body->s), JSON_DEPTH_MAX, &error)) {
		ZVAL_STR_COPY(value, body->s);
	}
}

void isoft_fake_request_make(
	zval *request, const isoft_call *call, const isoft_operation *operation, const smart_str *body)
{
	zval query, content;

	parse_query(&query, call->query);
	parse_body(&content, call, body);
	array_init_size(request, 6);
	if (operation) {
		add_assoc_string(request, "operation", operation->id);
	} else {
		add_assoc_null(request, "operation");
	}
	add_assoc_string(request, "method", call->method);
	add_assoc_string(request, "path", call->path);
	add_assoc_zval(request, "query", &query);
	add_assoc_zval(request, "body", &content);
	add_assoc_string(request, "account", call->account);
}
