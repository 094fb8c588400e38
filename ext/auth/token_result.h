/*
 * Token result: what a token request achieved, read from Keap's reply or from the lack of one.
 *
 * Promises: the result is UNKNOWN unless the reply shows what Keap did, so that a refresh token that may be spent is
 * not sent again without need. No failure message contains the token or code that was sent.
 *
 * Ownership: the caller owns the result and ends it with isoft_token_result_wipe(). Its grant borrows from it and is
 * valid until then. The result must not be copied.
 *
 * Locks: none is taken; it runs under the account's lock. Bailout: none, because the JSON parser runs in a guard with
 * the script's memory limit lifted. Never throws.
 */
#ifndef ISOFT_AUTH_TOKEN_RESULT_H
#define ISOFT_AUTH_TOKEN_RESULT_H

#include "php.h"

#include "auth/grant.h"
#include "auth/token_meaning.h"
#include "auth/token_reply.h"
#include "net/reply.h"
#include "support/failure.h"

#define ISOFT_MSG_UNUSABLE_GRANT "Keap's token endpoint answered 200 without a usable grant: %s"

/* Keap's invalid_client. PHP cuts an unquoted value of php.ini at ; without a word, so we cannot see that. */
#define ISOFT_MSG_UNKNOWN_CLIENT \
	"Keap does not know the application (invalid_client): check infusionsoft.client_id and " \
	"infusionsoft.client_secret " \
	"in php.ini, and put a value that holds ; or = in double quotes"

typedef struct {
	bool for_code;            /* input: a code was sent, not a refresh token */
	const char *redirect_uri; /* input, with for_code: what was sent with the code; borrowed */
	const char *shown;        /* input: the token or code that was sent; borrowed */
	int64_t lost_earlier;     /* input: Unix seconds of an earlier refresh without a known outcome; 0: none */
	isoft_token_result_meaning meaning;
	isoft_grant grant;
	isoft_token_reply tokens;
	zval json;
} isoft_token_result;

/*
 * Fills meaning and grant, and the failure; its kind is NONE if GRANTED. `asked_at` and `answered_at` (Unix seconds):
 * when the request was sent, and when its reply was there.
 */
void isoft_token_result_read(isoft_token_result *result, const isoft_reply *reply, int64_t asked_at,
	int64_t answered_at, isoft_failure *failure);

/* Zeroes and frees the decoded reply; the grant is no longer valid. */
void isoft_token_result_wipe(isoft_token_result *result);

#endif
