#include "php_infusionsoft.h"

#include "functions/call.h"

#include "client/multipart.h"
#include "client/send.h"
#include "functions/arguments.h"

const isoft_operation *isoft_operation_argument(const zend_string *id)
{
	const isoft_operation *operation = isoft_operation_find(ZSTR_VAL(id), ZSTR_LEN(id));
	bool near = !operation && strlen(ZSTR_VAL(id)) == ZSTR_LEN(id);
	const char *meant = near ? isoft_operation_suggest(ZSTR_VAL(id)) : NULL;

	if (!operation) {
		zend_argument_value_error(1, "must be one of Keap's operations; there is no \"%.60s\"%s%s%s", ZSTR_VAL(id),
			meant ? "; did you mean \"" : "", meant ? meant : "", meant ? "\"?" : "");
	}
	return operation;
}

static const char *text_of(const smart_str *text)
{
	return text->s ? ZSTR_VAL(text->s) : NULL;
}

bool isoft_operation_send(
	const isoft_operation *operation, const isoft_request_parts *parts, const char *account, zval *result)
{
	isoft_call call = {
		.account = account,
		.method = operation->method,
		.path = text_of(&parts->path),
		.query = text_of(&parts->query),
		.header = text_of(&parts->header),
		.body_position = 2,
		.accept = operation->accept,
		.repeatable = isoft_operation_is_repeatable(operation),
	};
	isoft_multipart upload = {0};
	zval body;
	bool sent;

	ZVAL_UNDEF(result);
	ZVAL_COPY_VALUE(&body, &parts->body);
	if (operation->body == ISOFT_BODY_FORM) {
		if (!isoft_multipart_build(&upload, operation->fields, Z_ARRVAL(body), 2)) {
			return false;
		}
		call.form = &upload;
	} else if (operation->body != ISOFT_BODY_NONE) {
		call.body = &body;
	}
	sent = isoft_send(&call, result);
	isoft_multipart_free(&upload);
	return sent;
}

PHP_FUNCTION(infusionsoft_call)
{
	zend_string *id, *account_name = NULL;
	HashTable *parameters = NULL;
	const isoft_operation *operation;
	const char *account;
	isoft_request_parts parts;
	isoft_failure failure;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(id)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(parameters)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	operation = isoft_operation_argument(id);
	if (!operation || !(account = isoft_account(account_name, 3))) {
		RETURN_THROWS();
	}
	if (isoft_request_parts_build(
			&parts, operation, parameters ? parameters : (HashTable *)&zend_empty_array, &failure)) {
		isoft_operation_send(operation, &parts, account, return_value);
	} else {
		isoft_throw_argument(&failure, 2);
	}
	isoft_request_parts_free(&parts);
}
