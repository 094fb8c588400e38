/*
 * Token answer: what became of a token request, from the reply or from its absence.
 *
 * The grant of an answer borrows from the answer: it is good until isoft_token_result_wipe(). Guarded: never bails out,
 * never throws.
 */
#ifndef ISOFT_AUTH_TOKEN_RESULT_H
#define ISOFT_AUTH_TOKEN_RESULT_H

#include "php.h"

#include "auth/grant.h"
#include "auth/token_reply.h"
#include "net/reply.h"
#include "support/failure.h"

typedef enum {
	ISOFT_TOKEN_RESULT_UNKNOWN,          /* sent, and no answer that can be trusted: the refresh token may be spent */
	ISOFT_TOKEN_RESULT_NOTHING_HAPPENED, /* not sent, or turned away before it was looked at */
	ISOFT_TOKEN_RESULT_REFUSED,          /* the refresh token, or the code, is no good */
	ISOFT_TOKEN_RESULT_GRANTED           /* the grant is there */
} isoft_token_result_meaning;

typedef struct {
	bool for_code;        /* in: a code was sent, not a refresh token */
	const char *shown;    /* in: the token or code that was sent; whatever repeats it is kept out of messages */
	int64_t lost_earlier; /* in: when an earlier refresh got no result, 0 for never */
	isoft_token_result_meaning meaning;
	isoft_grant grant;
	isoft_token_reply tokens;
	zval json;
} isoft_token_result;

/* Fills meaning and grant, and the failure unless GRANTED. */
void isoft_token_result_read(
	isoft_token_result *result, const isoft_reply *reply, int64_t asked_at, isoft_failure *failure);

void isoft_token_result_wipe(isoft_token_result *result);

#endif
