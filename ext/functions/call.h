/*
 * Call: an operation of Keap's table, from its id and parameters to its reply.
 */
#ifndef ISOFT_FUNCTIONS_CALL_H
#define ISOFT_FUNCTIONS_CALL_H

#include "php.h"

#include "keap/request_parts.h"

/* The operation that the function's first argument names. NULL: thrown. */
const isoft_operation *isoft_operation_argument(const zend_string *id);

/* Sends what the function's second argument was made into. False: thrown, and the result is UNDEF. */
bool isoft_operation_send(
	const isoft_operation *operation, const isoft_request_parts *parts, const char *account, zval *result);

#endif
