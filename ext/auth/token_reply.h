/*
 * Token reply: reads a token reply of Keap's endpoint, or one that a person imports, into a grant.
 *
 * Ownership: the grant borrows its strings from the array and from the reply struct; it is valid as long as both are.
 * The reply must not be copied: its grant points into it.
 *
 * Locks: none. No allocation; no Zend call that can bail out; never throws. No failure message contains a token.
 */
#ifndef ISOFT_AUTH_TOKEN_REPLY_H
#define ISOFT_AUTH_TOKEN_REPLY_H

#include "php.h"

#include "auth/grant.h"
#include "support/attributes.h"
#include "support/failure.h"

#define ISOFT_MSG_TOKENS_TOO_LONG "the tokens are longer than the store can hold"

typedef struct {
	isoft_grant grant;
	char application[128]; /* the part of the scope after `|` */
} isoft_token_reply;

/*
 * Reads a reply of the endpoint. `asked_at` (Unix seconds) is when the request was sent; the lifetime counts from then.
 * An unreadable expires_in is no reason to lose the grant: 24 hours are assumed and last_error says so. Returns false
 * with a VALUE failure filled.
 */
ISOFT_MUST_CHECK bool isoft_token_reply_read(
	isoft_token_reply *reply, HashTable *fields, int64_t asked_at, isoft_failure *failure);

/*
 * Reads what a person imports: a reply, which may also have expires_at or no expiry, or an api_key alone. Returns false
 * with a VALUE failure filled.
 */
ISOFT_MUST_CHECK bool isoft_token_reply_import(
	isoft_token_reply *reply, HashTable *fields, int64_t now, isoft_failure *failure);

#endif
