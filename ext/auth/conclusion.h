/*
 * Conclusion: what a reply of Keap's token endpoint means for an account: the grant that it has now, and what the
 * caller is told.
 *
 * It depends on the grant, the facts and the reply alone: all processes conclude the same of the same reply.
 *
 * Ownership: the grant borrows from the conclusion, from `before`, from the facts and from the reply, until the caller
 * wipes the conclusion; a conclusion must not be copied. No lock. Bailout: none; the JSON parser is guarded
 * (auth/token_result). Never throws.
 */
#ifndef ISOFT_AUTH_CONCLUSION_H
#define ISOFT_AUTH_CONCLUSION_H

#include "php.h"

#include "auth/failed_refresh.h"
#include "auth/grant.h"
#include "auth/token_result.h"
#include "auth/unread_reply.h"
#include "net/reply.h"
#include "support/failure.h"

typedef struct {
	bool granted;          /* there is a new pair */
	bool has_grant;        /* `grant` is filled; false only if a code failed and there was no grant before */
	isoft_grant grant;     /* what the account has now; after a failed code its grant of before */
	isoft_failure failure; /* kind NONE if granted */
	isoft_token_result_meaning meaning;
	isoft_token_result result;
} isoft_conclusion;

/*
 * Concludes. `before`: the grant whose refresh token was sent, with the begin mark; with a code the account's grant, or
 * NULL. `shown`: the token or the code that was sent; no message repeats it. `redirect_uri`: with a code only.
 */
void isoft_conclude(isoft_conclusion *conclusion, const isoft_grant *before, const isoft_unread_facts *facts,
	const isoft_reply *reply, const char *shown, const char *redirect_uri);

/* As above, for a refresh that could not be sent; `failure` says why. */
void isoft_conclude_unsent(isoft_conclusion *conclusion, const isoft_grant *before, const isoft_unread_facts *facts,
	const isoft_failure *failure);

/* What auth/failed_refresh needs of a refresh that brought no pair. It borrows from both. */
isoft_failed_refresh isoft_conclusion_failed(isoft_conclusion *conclusion, const isoft_unread_facts *facts);

/* Zeroes and frees the decoded reply; the grant is no longer valid. */
void isoft_conclusion_wipe(isoft_conclusion *conclusion);

#endif
