/*
 * Token meaning: what a token request achieved, as far as it is known.
 *
 * Needs no PHP: part of the exchange helper too (ext/exchange_helper.c).
 */
#ifndef ISOFT_AUTH_TOKEN_MEANING_H
#define ISOFT_AUTH_TOKEN_MEANING_H

typedef enum {
	ISOFT_TOKEN_RESULT_UNKNOWN,          /* sent, but without a trustworthy reply: the refresh token may be spent */
	ISOFT_TOKEN_RESULT_NOTHING_HAPPENED, /* not sent, or rejected before Keap looked at the token */
	ISOFT_TOKEN_RESULT_CLIENT_REFUSED,   /* Keap does not know the application, and did not look at the token */
	ISOFT_TOKEN_RESULT_REFUSED,          /* the refresh token or the code is not valid */
	ISOFT_TOKEN_RESULT_GRANTED           /* the grant is filled */
} isoft_token_result_meaning;

#endif
