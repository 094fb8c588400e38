/*
 * Fleet link: a connection to Redis for one account, and what passes over it: a grant that is handed in, and one that
 * is adopted. For auth/fleet_grant and auth/heartbeat.
 *
 * Locks: the caller holds the account's lock. Ownership: the caller ends the link with isoft_fleet_close()
 * (auth/fleet_grant). Bailout: none. Never throws.
 */
#ifndef ISOFT_AUTH_FLEET_LINK_H
#define ISOFT_AUTH_FLEET_LINK_H

#include "auth/grant.h"
#include "redis/protocol.h"

typedef struct isoft_fleet_link isoft_fleet;

struct isoft_fleet_link {
	isoft_address address;
	isoft_link link; /* its connection is NULL while Redis cannot be reached */
	isoft_pair pair; /* whose refresh token is sent */
	isoft_pair next; /* of the grant that comes of it */
	char account[ISOFT_ACCOUNT_MAX + 1];
	char attempt[ISOFT_ATTEMPT_TEXT + 1];
	char life[ISOFT_LIFE_TEXT + 1]; /* under which the next pair is known to be the newest */
	int64_t command_ms;             /* for one command, and for the connection with its login */
	int64_t begun_at_ms;            /* boot clock: when the begin that gave the right was sent */
	int64_t ahead_ms;               /* Redis's clock, less the boot clock */
};

/*
 * Begins a link without a connection. `command_ms`: for one command, and for the connection with its login. NULL if
 * there is no memory.
 */
ISOFT_MUST_CHECK isoft_fleet *isoft_fleet_new(isoft_store *store, const char *account, int64_t command_ms);

/*
 * Compares the account's grant with what Redis has: adopts what is newer there, and offers what is newer here. Best
 * effort.
 */
void isoft_fleet_compare(isoft_fleet *self, isoft_lock *lock);

/* Connects, unless the connection is usable, and compares the key. Returns false with the failure filled. */
ISOFT_MUST_CHECK bool isoft_fleet_connect(isoft_fleet *self, isoft_failure *failure);

/* When the access token expires, in milliseconds by Redis's clock; 0: not known. */
int64_t isoft_fleet_expiry(const isoft_fleet *self, const isoft_grant *grant);

/* Takes the time of Redis from an answer that has just come. */
void isoft_fleet_note_time(isoft_fleet *self, const isoft_answer *answer);

/* Gives the next command its time. Call before each. */
void isoft_fleet_set_deadline(isoft_fleet *self);

/* The place of a grant among the pairs of its account. */
isoft_pair isoft_fleet_pair(const isoft_grant *grant);
void isoft_fleet_set_pair(isoft_grant *grant, const isoft_pair *pair);

/* Stores the grant of the answer, which is newer, in place of this machine's. Returns false with the failure filled. */
ISOFT_MUST_CHECK bool isoft_fleet_adopt(
	isoft_fleet *self, isoft_lock *lock, const isoft_answer *answer, isoft_failure *failure);

/* Hands in what this machine has. *newer: Redis has a newer one, which is in the answer then. */
ISOFT_MUST_CHECK bool isoft_fleet_offer(isoft_fleet *self, const isoft_grant *grant, const char *life,
	isoft_answer *answer, bool *newer, isoft_failure *failure);

/* Fills the failure for a machine whose key is not that of the others. Returns false. */
bool isoft_fleet_fail_other_key(isoft_failure *failure);

#endif
