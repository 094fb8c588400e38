/*
 * Failed refresh: what a refresh that brought no pair leaves: the error and the times in the grant, the account's
 * back-off, and what the other machines are told.
 *
 * Locks: the caller holds the account's lock. Ownership: everything is borrowed; the grant then borrows last_error from
 * the failure. No Zend call: never bails out. Part of the exchange helper too (ext/exchange_helper.c).
 */
#ifndef ISOFT_AUTH_FAILED_REFRESH_H
#define ISOFT_AUTH_FAILED_REFRESH_H

#include "auth/fleet_grant.h"
#include "auth/grant.h"
#include "auth/token_meaning.h"
#include "auth/unread_reply.h"
#include "store/store.h"
#include "support/failure.h"

enum { ISOFT_EXCHANGE_BACKOFF_MAX_S = 60 };

typedef struct {
	isoft_grant *grant; /* whose refresh token was, or was to be, sent */
	isoft_token_result_meaning meaning;
	const isoft_unread_facts *facts;
	const isoft_failure *failure;
} isoft_failed_refresh;

/* Enters the failure into the grant. Needs no lock. */
void isoft_failed_refresh_note(const isoft_failed_refresh *failed);

/* Returns the back-off, after note: 0 while the pause after a refusal (auth/grant) replaces it. Needs no lock. */
isoft_backoff isoft_failed_refresh_backoff(const isoft_failed_refresh *failed, isoft_backoff before);

/*
 * Tells the other machines that the try brought no pair. If Redis does not hear it, the begin mark stays in the grant:
 * call it after note, and before the grant is stored.
 */
void isoft_failed_refresh_tell(const isoft_failed_refresh *failed, isoft_fleet *fleet, isoft_backoff before);

/*
 * Saves the grant, and sets the back-off. Best effort: a failed write leaves the old record intact. `margin`: as for
 * isoft_grant_write().
 */
void isoft_failed_refresh_store(
	const isoft_failed_refresh *failed, isoft_store *store, const isoft_lock *lock, int64_t margin);

/* Redis did not give the right to send: nothing was sent, and all processes of this machine pause. */
void isoft_failed_refresh_unbegun(
	isoft_store *store, const isoft_lock *lock, int64_t margin, const isoft_failure *failure);

/* Another machine is refreshing: a moment later this one may find its pair. */
void isoft_failed_refresh_pause(isoft_store *store, const isoft_lock *lock);

#endif
