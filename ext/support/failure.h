/*
 * Failure: an error as a value, for the rooms that do not use PHP's exceptions.
 *
 * A function that can fail takes an isoft_failure, fills it and returns false (or its own status). The message is one
 * sentence that says what is wrong, where, and what to do; it never holds a token, a key or a secret. Only
 * support/exceptions turns a failure into a PHP exception.
 *
 * Ownership: the struct is the caller's; nothing is allocated. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_SUPPORT_FAILURE_H
#define ISOFT_SUPPORT_FAILURE_H

#include <stdbool.h>

#include "support/attributes.h"

typedef enum {
	ISOFT_FAILURE_NONE = 0,
	ISOFT_FAILURE_VALUE,         /* \ValueError: an argument of the caller is wrong */
	ISOFT_FAILURE_CONFIGURATION, /* Infusionsoft\ConfigurationException */
	ISOFT_FAILURE_STORE,         /* Infusionsoft\StoreException */
	ISOFT_FAILURE_AUTHORIZATION, /* Infusionsoft\AuthorizationException */
	ISOFT_FAILURE_TRANSPORT,     /* Infusionsoft\TransportException */
	ISOFT_FAILURE_API,           /* Infusionsoft\ApiException */
	ISOFT_FAILURE_RATE_LIMIT     /* Infusionsoft\RateLimitException */
} isoft_failure_kind;

typedef struct {
	isoft_failure_kind kind;
	bool may_sent;        /* Keap may have acted */
	int status;           /* API and RATE_LIMIT: the HTTP status */
	long retry_after;     /* RATE_LIMIT: seconds */
	char error_code[128]; /* API and RATE_LIMIT: "" if Keap gave no code */
	char message[768];
} isoft_failure;

/* Fills the failure and returns false, so that a function can end with `return isoft_fail(...)`. */
ISOFT_PRINTF(3, 4) bool isoft_fail(isoft_failure *failure, isoft_failure_kind kind, const char *format, ...);

#endif
