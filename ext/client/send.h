/*
 * Send: the one way from a PHP function to Keap. Credential, connection, tries, and the reply or an exception.
 */
#ifndef ISOFT_CLIENT_SEND_H
#define ISOFT_CLIENT_SEND_H

#include "php.h"
#include "zend_smart_str.h"

/* Everything is borrowed for the call. */
typedef struct {
	const char *account;
	const char *method;
	const char *path;                /* encoded, below the base URL */
	const char *query;               /* encoded, with its "?", or NULL */
	zval *body;                      /* sent as JSON; NULL for none */
	const struct isoft_upload *form; /* sent instead of that; NULL for none */
	const char *header;              /* a line of its own; NULL for none */
	const char *accept;              /* what the reply is wanted as, a string then; NULL for JSON */
	uint32_t body_position;          /* the argument to blame where the body has no JSON */
	bool repeatable;
} isoft_call;

/* Sends the call. True: the result holds the decoded reply, NULL where there is no body. False: an exception is thrown, the result UNDEF. */
bool isoft_send(const isoft_call *call, zval *result);

/* The same where the reply must be a JSON object or list. */
bool isoft_send_for_array(const isoft_call *call, zval *result);

#endif
