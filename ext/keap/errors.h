/*
 * Errors: Keap's refusals, in any of the shapes they come in, read into a failure.
 *
 * The application's envelope {code, message, status, details}, the gateway's {fault: {faultstring, detail:
 * {errorcode}}}, and whatever a proxy in front answers.
 */
#ifndef ISOFT_KEAP_ERRORS_H
#define ISOFT_KEAP_ERRORS_H

#include "php.h"

#include "support/failure.h"

/* Fills an API failure for the status; `details` gets a new array. `what` names the call: "GET /rest/v2/contacts/7". */
void isoft_error_read(isoft_failure *failure, zval *details, int status, zend_string *body, const char *what);

#endif
