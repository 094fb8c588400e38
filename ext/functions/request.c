#include "php_infusionsoft.h"

#include "client/send.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "keap/object_value.h"
#include "keap/url.h"
#include "support/exceptions.h"

typedef struct {
	const char *name;
	bool repeatable;
} http_method;

static const http_method *find_method(const zend_string *name)
{
	static const http_method methods[] = {
		{"GET", true}, {"POST", false}, {"PUT", true}, {"PATCH", true}, {"DELETE", true}};

	for (size_t i = 0; i < sizeof(methods) / sizeof(*methods); i++) {
		if (zend_binary_strcasecmp(ZSTR_VAL(name), ZSTR_LEN(name), methods[i].name, strlen(methods[i].name)) == 0) {
			return &methods[i];
		}
	}
	zend_argument_value_error(1, "must be GET, POST, PUT, PATCH or DELETE");
	return NULL;
}

/* Returns false with an exception thrown; the text is then empty. */
static bool request_write_query(smart_str *text, HashTable *query)
{
	isoft_failure failure;

	if (query && !isoft_query_append(text, query, &failure)) {
		isoft_throw_argument(&failure, 3);
		smart_str_free(text);
		return false;
	}
	smart_str_0(text);
	return true;
}

/* Writes the body with what its objects stand for; null when there is none. Returns false with an exception thrown. */
static bool request_read_body(zval *plain, zval *body)
{
	isoft_failure failure;

	ZVAL_NULL(plain);
	if (!body || isoft_object_value_json(body, true, "body", plain, &failure)) {
		return true;
	}
	isoft_throw_argument(&failure, 4);
	return false;
}

static bool check_path(const zend_string *path)
{
	isoft_failure failure;

	if (isoft_path_check(path, &failure)) {
		return true;
	}
	isoft_throw_argument(&failure, 2);
	return false;
}

PHP_FUNCTION(infusionsoft_request)
{
	zend_string *name, *path, *account_name = NULL;
	HashTable *query = NULL;
	zval *body = NULL;
	const http_method *method;
	const char *account;
	smart_str text = {0};
	zval plain_body;
	bool sent;

	ZEND_PARSE_PARAMETERS_START(2, 5)
		Z_PARAM_STR(name)
		Z_PARAM_STR(path)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_NULL(query)
		Z_PARAM_ZVAL_OR_NULL(body)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	account = isoft_account(account_name, 5);
	method = account ? find_method(name) : NULL;
	if (!method || !check_path(path) || !request_read_body(&plain_body, body)) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
	if (!request_write_query(&text, query)) {
		zval_ptr_dtor(&plain_body);
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
	sent = isoft_send(
		&(isoft_call){
			.account = account,
			.method = method->name,
			.path = ZSTR_VAL(path),
			.query = isoft_query_text(&text),
			.body = body ? &plain_body : NULL,
			.body_position = 4,
			.repeatable = method->repeatable,
		},
		return_value);
	smart_str_free(&text);
	zval_ptr_dtor(&plain_body);
	if (!sent) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
}
