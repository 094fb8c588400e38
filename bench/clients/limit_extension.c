/* The limit in PHP-FPM's workers: limit_pair() makes both calls with a handle that the worker keeps, and decodes the replies. */
#include "php.h"

#include "ext/json/php_json.h"

#include "limit.h"

ZEND_BEGIN_ARG_INFO_EX(arginfo_limit_pair, 0, 0, 3)
	ZEND_ARG_INFO(0, base)
	ZEND_ARG_INFO(0, ca_file)
	ZEND_ARG_INFO(0, token)
ZEND_END_ARG_INFO()

static bool decode(const limit *self)
{
	zval value;
	bool decoded = php_json_decode_ex(&value, self->reply, self->length, PHP_JSON_OBJECT_AS_ARRAY, 512) == SUCCESS;

	if (decoded) {
		zval_ptr_dtor(&value);
	}
	return decoded;
}

static PHP_FUNCTION(limit_pair)
{
	static limit self;
	char *base, *ca_file, *token;
	size_t length;

	ZEND_PARSE_PARAMETERS_START(3, 3)
		Z_PARAM_STRING(base, length)
		Z_PARAM_STRING(ca_file, length)
		Z_PARAM_STRING(token, length)
	ZEND_PARSE_PARAMETERS_END();
	if (!self.easy) {
		limit_init(&self, base, ca_file, token);
	}
	RETURN_BOOL(limit_create(&self) && decode(&self) && limit_tag(&self) && decode(&self));
}

static const zend_function_entry functions[] = {PHP_FE(limit_pair, arginfo_limit_pair) PHP_FE_END};

static zend_module_entry limit_module_entry = {
	STANDARD_MODULE_HEADER, "limit", functions, NULL, NULL, NULL, NULL, NULL, "1", STANDARD_MODULE_PROPERTIES};

ZEND_GET_MODULE(limit)
