/*
 * Token request: the request to Keap's token endpoint, from its parts to the reply.
 *
 * Promises: it uses a connection of its own and a body that libcurl cannot send twice. It takes 60 s at most. It is
 * tried again (3 tries in all) only while nothing was sent. The form and the header are wiped.
 *
 * Ownership: strings are borrowed for the call; the caller frees the reply with isoft_reply_wipe(). No lock, no Zend:
 * never bails out. Part of the exchange helper too (ext/exchange_helper.c).
 */
#ifndef ISOFT_AUTH_TOKEN_REQUEST_H
#define ISOFT_AUTH_TOKEN_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "net/reply.h"
#include "net/trust.h"
#include "support/attributes.h"

enum { ISOFT_EXCHANGE_BOUND_MS = 60000 }; /* longest time for the request of an exchange */

/* Where `begin_by_ms` has come before the request is made. */
#define ISOFT_MSG_SENT_TOO_LATE "This machine took too long to send the refresh token: it was not sent"

typedef struct {
	const char *url;
	isoft_trust trust;
	const char *user_agent; /* the whole header line */
	const char *client_id;
	const char *client_secret;
	const char *refresh_token; /* NULL: the code is sent */
	const char *code;          /* authorization code; NULL: the refresh token is sent */
	const char *redirect_uri;  /* with a code only */
	int64_t begin_by_ms;       /* no try begins later; monotonic milliseconds; 0: no limit */
} isoft_token_request;

/* Returns whether the request fits into its buffers. Sends nothing. */
ISOFT_MUST_CHECK bool isoft_token_request_fits(const isoft_token_request *request);

/* Sends the request and fills the reply. Returns false if it does not fit; nothing was sent, and no reply is filled. */
ISOFT_MUST_CHECK bool isoft_token_request_send(const isoft_token_request *request, isoft_reply *reply);

#endif
