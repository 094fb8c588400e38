/*
 * Token reply: what Keap's token endpoint answers, or a person pastes, read into a grant.
 *
 * The grant borrows its strings from the array it was read from and from the reply struct itself. Does not allocate.
 */
#ifndef ISOFT_AUTH_TOKEN_REPLY_H
#define ISOFT_AUTH_TOKEN_REPLY_H

#include "php.h"

#include "auth/grant.h"
#include "support/failure.h"

typedef struct {
	isoft_grant grant;
	char application[128]; /* what follows `|` in the scope */
} isoft_token_reply;

/* From the endpoint, asked at `asked_at`. An expires_in that cannot be read is not worth a grant: 24 hours are assumed,
 * and said. */
bool isoft_token_reply_read(isoft_token_reply *reply, HashTable *fields, int64_t asked_at, isoft_failure *failure);

/* From a person: may also hold expires_at, or an api_key alone. Failures are VALUE. */
bool isoft_token_reply_import(isoft_token_reply *reply, HashTable *fields, int64_t now, isoft_failure *failure);

#endif
