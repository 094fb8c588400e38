/*
 * Request: what to send, and how.
 *
 * Ownership: every pointer is borrowed until the reply is there. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_REQUEST_H
#define ISOFT_NET_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "net/trust.h"

typedef struct {
	const char *method;         /* upper case */
	const char *url;            /* absolute, encoded */
	const char *const *headers; /* "Name: value" without CR and LF; ends with NULL */
	const char *body;           /* NULL: no body */
	size_t body_length;
	bool repeatable; /* Keap does no harm if it gets the request twice */
	bool fresh;      /* use a new connection, and close it afterwards */
	long connect_timeout_ms;
	long timeout_ms;
	isoft_trust trust;
	size_t reply_cap;      /* of the reply's body, in bytes */
	size_t reply_expected; /* length of the body that a batch reserves memory for; 0: not known */
	/* Asked by net/transport while it waits: true ends the call. It must not bail out. NULL: nothing ends it. */
	bool (*is_interrupted)(void);
} isoft_request;

#endif
