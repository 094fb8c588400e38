/*
 * Call: infusionsoft_call(), and the parts of it that infusionsoft_each() shares.
 *
 * Pointers in the arguments are borrowed from the script's call. Takes no lock. Every function may bail out (memory),
 * so call it without a lock held.
 */
#ifndef ISOFT_FUNCTIONS_CALL_H
#define ISOFT_FUNCTIONS_CALL_H

#include "php.h"

#include "keap/request_parts.h"
#include "support/attributes.h"

typedef struct {
	const isoft_operation *operation;
	HashTable *parameters; /* empty when the script gives none */
	const char *account;   /* see isoft_account() */
} isoft_call_arguments;

/*
 * Reads the arguments (string $operation, array $parameters = [], ?string $account = null). With `only_lists`, an
 * operation that does not return a list is refused. Returns false with an exception thrown.
 */
ISOFT_MUST_CHECK bool isoft_call_arguments_read(
	INTERNAL_FUNCTION_PARAMETERS, bool only_lists, isoft_call_arguments *arguments);

/*
 * Sends the operation with the parts built from its parameters, and writes the decoded reply, which the caller owns.
 * Returns false with an exception thrown; the result is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_operation_send(
	const isoft_operation *operation, const isoft_request_parts *parts, const char *account, zval *result);

#endif
