/*
 * Exchange: sends a refresh token or an authorization code to Keap's token endpoint and stores the grant that Keap
 * returns. Keap accepts each refresh token once, so a new pair that is not stored is lost for good.
 *
 * Promises
 * - The request uses a connection of its own and a body that libcurl cannot send twice. It takes 60 s at most. It is
 *   tried again (3 tries in all) only while nothing was sent.
 * - Before a refresh token is sent, the record is saved with the begin mark (grant.begun_at). The mark is removed when
 *   the outcome is known. A process that is killed in between leaves the mark. Then no early refresh is made: the
 *   refresh token is sent again only after the access token expired, after a 401, or by force, because sending a spent
 *   refresh token can end the grant.
 * - Where machines share grants, Redis is asked first, and told what came of it (auth/fleet_grant).
 * - A new pair that could not be saved is saved again up to 5 times, 250 ms apart, also into a store that replaced the
 *   mapped one meanwhile.
 *
 * Locks: the caller holds the account's lock, from before the record is read until after the new one is published. This
 * file neither takes nor releases it; it may move it to the slot of a replaced store (isoft_store_follow).
 *
 * Ownership: store, lock, code and redirect URI are borrowed. Nothing of the PHP request is needed, so that the
 * exchange can run in a forked child (auth/detach). The exchange helper does the same with the parts that need no PHP:
 * auth/begin_mark and auth/token_request; auth/conclusion says what the reply means.
 *
 * Bailout: none. The only Zend call is the JSON parser, guarded in auth/token_result. Never throws.
 */
#ifndef ISOFT_AUTH_EXCHANGE_H
#define ISOFT_AUTH_EXCHANGE_H

#include "auth/token_request.h"
#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

typedef struct {
	isoft_store *store;
	isoft_lock *lock;         /* of the account, held */
	const char *code;         /* authorization code; NULL: refresh the stored grant */
	const char *redirect_uri; /* with a code only */
	bool force;               /* a refresh that goes over what other machines said */
} isoft_exchange;

/* Fills the request, except the refresh token, from the settings and the exchange. It borrows from both. No lock. */
void isoft_exchange_request(const isoft_exchange *exchange, isoft_token_request *request);

/* Returns whether the settings allow an exchange. Returns false with a CONFIGURATION failure filled. No lock. */
ISOFT_MUST_CHECK bool isoft_exchange_possible(isoft_failure *failure);

/*
 * Runs the exchange; the caller holds the lock. outcome->kind is NONE if a new grant is stored, by this exchange or by
 * another process that overtook it. Otherwise the outcome says why, and the old grant stays stored; after a failed
 * refresh it is stored with the error, and a back-off of 2 s to 60 s is set.
 */
void isoft_exchange_run(const isoft_exchange *exchange, isoft_failure *outcome);

#endif
