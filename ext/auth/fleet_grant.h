/*
 * Fleet grant: the part that Redis has in a refresh, an authorization, an import and a forgetting, where several
 * machines share a grant (infusionsoft.shared_store).
 *
 * Promises
 * - A refresh token is sent only after Redis said that this machine may (redis/protocol), and at most 20 s after that.
 * - A newer pair of another machine is taken over instead (adopted); one that is newer here is handed in (offered).
 * - Nothing here changes what the local store promises: a new pair is stored here first, and is durable, before Redis
 *   gets it.
 * - Without the setting nothing is done.
 *
 * Locks: the caller holds the account's lock. Ownership: the caller ends what he opened with isoft_fleet_close(); the
 * store and the lock are borrowed. Bailout: none. Never throws.
 */
#ifndef ISOFT_AUTH_FLEET_GRANT_H
#define ISOFT_AUTH_FLEET_GRANT_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/grant.h"
#include "auth/unread_reply.h"
#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

typedef struct isoft_fleet_link isoft_fleet;

typedef enum {
	ISOFT_FLEET_OFF,     /* the setting is not set: go on as alone */
	ISOFT_FLEET_GO,      /* the refresh token may be sent now */
	ISOFT_FLEET_ADOPTED, /* a newer pair of another machine, not expired, is stored here now */
	ISOFT_FLEET_BUSY,    /* another machine is at it: nothing is wrong; the failure is filled */
	ISOFT_FLEET_FAILED   /* the failure says why nothing may be sent */
} isoft_fleet_step;

typedef enum {
	ISOFT_FLEET_NOTHING, /* nothing was sent, or Keap did not look at the token */
	ISOFT_FLEET_UNKNOWN,
	ISOFT_FLEET_REFUSED
} isoft_fleet_end_of_try;

/*
 * Asks for the right to send the account's refresh token; `force` goes over pauses and waits. *fleet is NULL if the
 * step is OFF. Where the access token has expired, waits for the attempt of another machine for up to 60 s, and for the
 * end of a wait for up to 10 s.
 */
ISOFT_MUST_CHECK isoft_fleet_step isoft_fleet_begin(
	isoft_fleet **fleet, isoft_store *store, isoft_lock *lock, bool force, isoft_failure *failure);

/* Returns how long a request with the refresh token may still begin, in milliseconds. */
int64_t isoft_fleet_send_within_ms(const isoft_fleet *fleet);

/*
 * Prepares a lineage of the account: for a code, an import or a forgetting. Redis is asked for what it has; if it
 * cannot be reached, the machine goes on, and hands the grant in later. NULL if the setting is not set.
 */
isoft_fleet *isoft_fleet_begin_lineage(isoft_store *store, const isoft_lock *lock);

/* Gives a new grant its place among the pairs, before it is stored. NULL is allowed. */
void isoft_fleet_sign(const isoft_fleet *fleet, isoft_grant *grant);

/*
 * The same for the grant that an exchange brings: call it when the reply is there. The facts borrow from the fleet.
 * NULL is allowed: the grant is not shared.
 */
void isoft_fleet_facts(const isoft_fleet *fleet, isoft_unread_fleet *facts);

/* The life under which the next pair is known to be the newest, for the process that waits for it. NULL is allowed. */
const char *isoft_fleet_life(const isoft_fleet *fleet);

/*
 * Goes on with an exchange of the exchange helper in the process that decodes its reply. `life`: what
 * isoft_fleet_life() said there, if this process is the first to hand the pair in, else "". `command_ms`: for each
 * command to Redis. NULL if the grant is not shared. The connection is made by the first command.
 */
isoft_fleet *isoft_fleet_resume(
	isoft_store *store, const isoft_lock *lock, const isoft_unread_fleet *facts, const char *life, int64_t command_ms);

/*
 * Hands the grant in, whether it could be stored here or not. If Redis has a newer one, that is adopted. Tries again
 * for `wait_ms`. NULL is allowed.
 */
void isoft_fleet_publish(isoft_fleet *fleet, isoft_lock *lock, const isoft_grant *grant, int64_t wait_ms);

/*
 * Tells that the try brought no pair, and for how long no machine tries again. Returns false if Redis does not know. It
 * may be told twice.
 */
bool isoft_fleet_end(isoft_fleet *fleet, isoft_fleet_end_of_try end, int64_t pause_ms);

/*
 * Asks Redis for an account that this machine has no grant of, and adopts what it has. Returns whether there is a grant
 * now; if not, the failure is filled.
 */
ISOFT_MUST_CHECK bool isoft_fleet_fetch(isoft_store *store, isoft_lock *lock, isoft_failure *failure);

/* NULL is allowed. */
void isoft_fleet_close(isoft_fleet *fleet);

#endif
