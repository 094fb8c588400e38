#include "support/json.h"

#include "ext/json/php_json.h"

static const char *json_error_phrase(php_json_error_code code)
{
	switch (code) {
		case PHP_JSON_ERROR_DEPTH:
			return "it is nested too deeply";
		case PHP_JSON_ERROR_UTF8:
			return "a string is not valid UTF-8";
		case PHP_JSON_ERROR_RECURSION:
			return "it contains itself";
		case PHP_JSON_ERROR_INF_OR_NAN:
			return "JSON cannot hold INF and NAN";
		case PHP_JSON_ERROR_UNSUPPORTED_TYPE:
			return "JSON cannot hold a value of its type";
		default:
			return "it is not JSON";
	}
}

bool isoft_json_encode(smart_str *json, zval *value, const char **error)
{
	const int options = PHP_JSON_UNESCAPED_SLASHES | PHP_JSON_UNESCAPED_UNICODE | PHP_JSON_PRESERVE_ZERO_FRACTION;
	php_json_error_code callers = JSON_G(error_code);
	php_json_error_code code;
	int result;

	/* NAN is encoded as 0 with SUCCESS: only the error code reports it. */
	JSON_G(error_code) = PHP_JSON_ERROR_NONE;
	result = php_json_encode_ex(json, value, options, PHP_JSON_PARSER_DEFAULT_DEPTH);
	code = JSON_G(error_code);
	JSON_G(error_code) = callers;
	if (result == SUCCESS && code == PHP_JSON_ERROR_NONE && !EG(exception)) {
		smart_str_0(json);
		return true;
	}
	*error = json_error_phrase(code);
	smart_str_free(json);
	return false;
}

bool isoft_json_decode(zval *value, const char *text, size_t length, int depth, const char **error)
{
	const zend_long options = PHP_JSON_OBJECT_AS_ARRAY | PHP_JSON_BIGINT_AS_STRING | PHP_JSON_INVALID_UTF8_SUBSTITUTE;
	php_json_error_code callers = JSON_G(error_code);
	php_json_error_code code;

	JSON_G(error_code) = PHP_JSON_ERROR_NONE;
	php_json_decode_ex(value, text, length, options, depth);
	code = JSON_G(error_code);
	JSON_G(error_code) = callers;
	if (code == PHP_JSON_ERROR_NONE) {
		return true;
	}
	zval_ptr_dtor(value);
	ZVAL_UNDEF(value);
	*error = json_error_phrase(code);
	return false;
}
