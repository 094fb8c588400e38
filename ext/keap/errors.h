/*
 * Errors: reads Keap's error replies into a failure.
 *
 * Keap's application sends {code, message, status, details}; its gateway sends {fault: {faultstring, detail:
 * {errorcode}}}; a proxy in front of them can send anything. Takes no lock. May bail out (memory), so call it without a
 * lock held.
 */
#ifndef ISOFT_KEAP_ERRORS_H
#define ISOFT_KEAP_ERRORS_H

#include "php.h"

#include "support/failure.h"

/*
 * Fills an API failure for the HTTP status. `details` becomes a new array, which the caller owns. `request` names the
 * request in the message, such as "GET /rest/v2/contacts/7".
 */
void isoft_error_read(isoft_failure *failure, zval *details, int status, zend_string *body, const char *request);

#endif
