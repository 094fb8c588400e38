#include "php_infusionsoft.h"

#include "functions/arguments.h"
#include "functions/send.h"
#include "functions/upload.h"
#include "keap/operation.h"
#include "keap/request_parts.h"
#include "support/exceptions.h"

static const isoft_operation *find_operation(const zend_string *id)
{
	const isoft_operation *operation = isoft_operation_find(ZSTR_VAL(id), ZSTR_LEN(id));
	bool near = !operation && strlen(ZSTR_VAL(id)) == ZSTR_LEN(id);
	const char *meant = near ? isoft_operation_nearest(ZSTR_VAL(id)) : NULL;

	if (!operation) {
		zend_argument_value_error(1, "must be one of Keap's operations; there is no \"%.60s\"%s%s%s", ZSTR_VAL(id),
			meant ? "; did you mean \"" : "", meant ? meant : "", meant ? "\"?" : "");
	}
	return operation;
}

static void send_parts(
	const isoft_operation *operation, const isoft_request_parts *parts, const char *account, zval *result)
{
	isoft_call call = {
		.account = account,
		.method = operation->method,
		.path = ZSTR_VAL(parts->path.s),
		.query = parts->query.s ? ZSTR_VAL(parts->query.s) : NULL,
		.body_position = 2,
		.accept = operation->accept,
		.repeatable = isoft_operation_is_repeatable(operation),
	};
	isoft_upload upload = {0};
	zval body;

	ZVAL_COPY_VALUE(&body, &parts->body);
	if (operation->body == ISOFT_BODY_FORM) {
		if (!isoft_upload_build(&upload, operation->fields, Z_ARRVAL(body), 2)) {
			return;
		}
		call.form = &upload;
	} else if (operation->body != ISOFT_BODY_NONE) {
		call.body = &body;
	}
	isoft_send(&call, result);
	isoft_upload_free(&upload);
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

	operation = find_operation(id);
	if (!operation || !(account = isoft_account(account_name, 3))) {
		RETURN_THROWS();
	}
	if (isoft_request_parts_build(
			&parts, operation, parameters ? parameters : (HashTable *)&zend_empty_array, &failure)) {
		send_parts(operation, &parts, account, return_value);
	} else {
		isoft_throw_argument(&failure, 2);
	}
	isoft_request_parts_free(&parts);
}
