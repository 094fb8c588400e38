#include "php_infusionsoft.h"

#include "functions/call.h"

#include "client/call_fields.h"
#include "client/multipart.h"
#include "client/send.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "keap/url.h"
#include "support/suggest.h"

static const isoft_operation *find_operation(const zend_string *id, bool only_lists)
{
	const isoft_operation *operation = isoft_operation_find(ZSTR_VAL(id), ZSTR_LEN(id));
	bool has_nul = strlen(ZSTR_VAL(id)) != ZSTR_LEN(id);
	char tail[ISOFT_SUGGEST_TAIL_SIZE];

	if (!operation) {
		zend_argument_value_error(1, "must be one of Keap's operations; there is no \"%.60s\"%s", ZSTR_VAL(id),
			isoft_suggest_tail(tail, has_nul ? NULL : isoft_operation_suggest(ZSTR_VAL(id))));
		return NULL;
	}
	if (only_lists && !operation->entries) {
		zend_argument_value_error(1, "must be an operation that lists something; %s does not", operation->id);
		return NULL;
	}
	return operation;
}

bool isoft_call_arguments_read(INTERNAL_FUNCTION_PARAMETERS, bool only_lists, isoft_call_arguments *arguments)
{
	zend_string *id, *account_name = NULL;

	arguments->parameters = (HashTable *)&zend_empty_array;
	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(id)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(arguments->parameters)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(return false);

	arguments->operation = find_operation(id, only_lists);
	if (!arguments->operation) {
		return false;
	}
	arguments->account = isoft_account(account_name, 3);
	return arguments->account != NULL;
}

bool isoft_operation_send(
	const isoft_operation *operation, const isoft_request_parts *parts, const char *account, zval *result)
{
	isoft_call call = {
		.account = account,
		.operation = operation->id,
		.method = operation->method,
		.path = ZSTR_VAL(parts->path.s),
		.query = isoft_query_text(&parts->query),
		.header = parts->header.s ? ZSTR_VAL(parts->header.s) : NULL,
		.body_position = 2,
		.accept = operation->accept,
		.due = operation->silent ? ISOFT_DUE_NOTHING : ISOFT_DUE_VALUE,
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

static bool send_parameters(const isoft_call_arguments *arguments, HashTable *parameters, zval *result)
{
	isoft_request_parts parts;
	isoft_failure failure;
	bool called = false;

	if (isoft_request_parts_build(&parts, arguments->operation, parameters, &failure)) {
		called = isoft_operation_send(arguments->operation, &parts, arguments->account, result);
	} else {
		isoft_throw_argument(&failure, 2);
	}
	isoft_request_parts_free(&parts);
	return called;
}

/* Checks parameters before Keap is asked for a model. Returns false with an exception thrown. */
static bool check_parameters(const isoft_operation *operation, HashTable *parameters)
{
	isoft_request_parts parts;
	isoft_failure failure;
	bool built = isoft_request_parts_build(&parts, operation, parameters, &failure);

	if (!built) {
		isoft_throw_argument(&failure, 2);
	}
	isoft_request_parts_free(&parts);
	return built;
}

/* Calls with ids in place of the names of custom fields, and with text in place of times. The parameters are resolved.
 */
static bool call_with_fields(const isoft_call_arguments *arguments, HashTable *parameters, zval *result)
{
	HashTable *others, *by_id;
	bool called;

	if (!isoft_call_fields_need_change(parameters)) {
		return send_parameters(arguments, parameters, result);
	}
	others = isoft_call_fields_without_map(parameters);
	called = check_parameters(arguments->operation, others);
	zend_array_release(others);
	by_id = called ? isoft_call_fields_by_id(arguments->operation, parameters, arguments->account, 2) : NULL;
	if (!by_id) {
		return false;
	}
	called = send_parameters(arguments, by_id, result);
	isoft_call_fields_invalidate_on_rejection(arguments->operation, parameters, arguments->account);
	zend_array_release(by_id);
	return called;
}

/* Returns false with an exception thrown. */
static bool call_operation(const isoft_call_arguments *arguments, zval *result)
{
	HashTable *resolved;
	isoft_failure failure;
	bool called;

	if (!isoft_call_fields_has(arguments->operation, arguments->parameters)) {
		return send_parameters(arguments, arguments->parameters, result);
	}
	resolved = isoft_call_fields_resolve(arguments->operation, arguments->parameters, &failure);
	if (!resolved) {
		isoft_throw_argument(&failure, 2);
		return false;
	}
	called = call_with_fields(arguments, resolved, result);
	zend_array_release(resolved);
	return called;
}

PHP_FUNCTION(infusionsoft_call)
{
	isoft_call_arguments arguments = {0};

	if (!isoft_call_arguments_read(INTERNAL_FUNCTION_PARAM_PASSTHRU, false, &arguments)
		|| !call_operation(&arguments, return_value)) {
		isoft_trace_refused(arguments.account);
		RETURN_THROWS();
	}
}
