/*
 * Request: what is to be sent, and how. Everything in it is borrowed. No Zend.
 */
#ifndef ISOFT_NET_REQUEST_H
#define ISOFT_NET_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
	const char *method;         /* upper case */
	const char *url;            /* absolute, encoded */
	const char *const *headers; /* "Name: value", ended by NULL; no CR, no LF */
	const char *body;           /* NULL: none */
	size_t body_length;
	bool repeatable; /* Keap does no harm when it gets this twice */
	bool fresh;      /* on a connection of its own, closed afterwards */
	long connect_timeout_ms;
	long timeout_ms;
	const char *ca_file; /* NULL or "": the system's */
	size_t reply_cap;    /* bytes of the reply's body */
} isoft_request;

#endif
