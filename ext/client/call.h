/*
 * Call: the description of one call to Keap, filled in by the PHP function that makes it.
 *
 * The PHP function owns everything that the members point to. They must stay unchanged until the call has ended, even
 * though user code may run meanwhile (the logger, a fake's closure, the other jobs of a batch). Plain data: takes no
 * lock, cannot bail out.
 */
#ifndef ISOFT_CLIENT_CALL_H
#define ISOFT_CLIENT_CALL_H

#include "php.h"

struct isoft_multipart;

/* What the body of a 2xx must hold. A reply without it cannot be used. */
typedef enum {
	ISOFT_DUE_NOTHING, /* it may be empty; if it is not, it is JSON */
	ISOFT_DUE_VALUE,   /* a JSON object, list or string; a 204 and the reply to a DELETE may be empty */
	ISOFT_DUE_ARRAY,   /* a JSON object or list */
	ISOFT_DUE_ID       /* a JSON object with an `id` */
} isoft_due;

typedef struct {
	const char *account;
	const char *operation; /* Keap's operationId; NULL: that of the method and the path is looked for */
	const char *method;
	const char *path;                   /* encoded, relative to infusionsoft.base_url */
	const char *query;                  /* encoded, with its leading "?"; NULL: no query */
	zval *body;                         /* sent as JSON; NULL: no JSON body */
	const struct isoft_multipart *form; /* sent instead of `body`; NULL: no form */
	const char *header;                 /* one more header line; NULL: no such line */
	const char *accept;                 /* the media type of the reply, which is returned as a string; NULL: JSON */
	isoft_due due;
	uint32_t body_position; /* the PHP argument that a \ValueError about the body names */
	bool repeatable;        /* Keap may receive it twice without harm */
	bool acted_before;      /* Keap may have acted on an earlier request of the same PHP function: for ->maySent */
} isoft_call;

#endif
