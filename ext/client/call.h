/*
 * Call: one call to Keap, as the function that PHP called describes it.
 *
 * All members are borrowed: they must stay as they are until the call has ended.
 */
#ifndef ISOFT_CLIENT_CALL_H
#define ISOFT_CLIENT_CALL_H

#include "php.h"

struct isoft_multipart;

typedef struct {
	const char *account;
	const char *method;
	const char *path;                   /* encoded, below the base URL */
	const char *query;                  /* encoded, with its "?", or NULL */
	zval *body;                         /* sent as JSON; NULL for none */
	const struct isoft_multipart *form; /* sent instead of that; NULL for none */
	const char *header;                 /* a line of its own; NULL for none */
	const char *accept;                 /* what the reply is wanted as, a string then; NULL for JSON */
	uint32_t body_position;             /* the argument to blame where the body has no JSON */
	bool repeatable;
} isoft_call;

#endif
