/*
 * Protocol: how a machine asks for the right to send a refresh token, tells what came of it, and hands its pair to the
 * other machines.
 *
 * What protects a refresh token is the open mark in Redis: since when, and by which attempt, it may be spent. A machine
 * may send the token (GO) if there is no mark and Redis is known to hold the newest pair. In doubt it may only after
 * the access token has expired by Redis's clock, and all machines had two minutes to hand in a newer pair.
 *
 * Promises: each function sends one command, which Redis carries out in one step, and ends by the deadline. Redis gets
 * sealed records and keyed hashes only.
 *
 * Ownership: the caller owns the link and the answers, which hold secrets, and wipes them with isoft_answer_wipe().
 * Locks: who refreshes or writes a pair holds the account's lock. No Zend: never bails out.
 */
#ifndef ISOFT_REDIS_PROTOCOL_H
#define ISOFT_REDIS_PROTOCOL_H

#include "redis/connection.h"
#include "redis/pair.h"
#include "store/box.h"
#include "store/store.h"
#include "support/attributes.h"

enum {
	ISOFT_LIFE_TEXT = 40,
	ISOFT_ATTEMPT_TEXT = 32,
	ISOFT_MACHINE_NAME = 128,
	ISOFT_SEND_WITHIN_MS = 20000 /* a refresh token leaves at most so long after begin was sent */
};

/* A connection with what all commands need. The members are borrowed. */
typedef struct {
	isoft_redis *redis;
	isoft_store *store; /* whose key seals the records */
	const char *prefix;
	int64_t deadline; /* of the next command, in monotonic milliseconds */
} isoft_link;

/* A pair, or the word that the account was forgotten, as machines pass it on. */
typedef struct {
	isoft_pair pair;
	bool forgotten;
	int64_t expires_ms; /* of the access token, by Redis's clock; 0: not known */
	size_t length;      /* of the encoded grant */
	unsigned char bytes[ISOFT_RECORD_MAX];
} isoft_fleet_grant;

typedef enum {
	ISOFT_SAID_GO,
	ISOFT_SAID_BUSY,    /* another attempt runs, until `until_ms` at the latest */
	ISOFT_SAID_WAIT,    /* another machine may hold a newer pair: begin again at `until_ms` */
	ISOFT_SAID_PAUSE,   /* the last refresh failed: begin again at `until_ms` */
	ISOFT_SAID_REFUSED, /* Keap refused the refresh token: begin again at `until_ms` */
	ISOFT_SAID_EMPTY,   /* Redis knows nothing of the account */
	ISOFT_SAID_OLDER,   /* than the given pair is the one that Redis has */
	ISOFT_SAID_SAME,
	ISOFT_SAID_NEWER, /* `grant` is filled */
	ISOFT_SAID_WRITTEN,
	ISOFT_SAID_ENDED,
	ISOFT_SAID_GONE,      /* another attempt runs: this one has nothing to end */
	ISOFT_SAID_OTHER_KEY, /* the machines that share this Redis have another key */
	ISOFT_SAID_MINE       /* they have this one */
} isoft_said;

typedef struct {
	isoft_said said;
	int64_t now_ms; /* Redis's clock */
	char life[ISOFT_LIFE_TEXT + 1];
	int64_t until_ms; /* Redis's clock */
	char by[ISOFT_MACHINE_NAME];
	isoft_fleet_grant grant;
} isoft_answer;

typedef enum { ISOFT_ENDED_NOTHING, ISOFT_ENDED_UNKNOWN, ISOFT_ENDED_REFUSED } isoft_ended;

/* All return false with the failure filled. Of the answer, `said`, `now_ms` and `life` are always filled. */

/* Compares the key of this machine with that of the others. The first machine tells its own. */
ISOFT_MUST_CHECK bool isoft_protocol_check(isoft_link *link, isoft_answer *answer, isoft_failure *failure);

ISOFT_MUST_CHECK bool isoft_protocol_look(
	isoft_link *link, const char *account, const isoft_pair *pair, isoft_answer *answer, isoft_failure *failure);

/* The same for a machine that has no pair. If Redis has none either, the other machines are asked for two minutes. */
ISOFT_MUST_CHECK bool isoft_protocol_miss(
	isoft_link *link, const char *account, isoft_answer *answer, isoft_failure *failure);

ISOFT_MUST_CHECK bool isoft_protocol_begin(isoft_link *link, const char *account, const isoft_pair *pair,
	const char *attempt, bool force, isoft_answer *answer, isoft_failure *failure);

/*
 * Hands a grant in. `life`: under which life it is known to be the newest, "" if it may not be. Only the first sending
 * after a GO or a look may name one.
 */
ISOFT_MUST_CHECK bool isoft_protocol_put(isoft_link *link, const char *account, const isoft_fleet_grant *grant,
	const char *life, isoft_answer *answer, isoft_failure *failure);

/* Ends an attempt that brought no pair. `pause_ms`: for so long no machine begins again. */
ISOFT_MUST_CHECK bool isoft_protocol_end(isoft_link *link, const char *account, const isoft_pair *pair,
	const char *attempt, isoft_ended outcome, int64_t pause_ms, isoft_answer *answer, isoft_failure *failure);

typedef enum {
	ISOFT_ASKS_NEWER, /* a machine wants to know whether there is a newer pair than its own */
	ISOFT_ASKS_MISSED /* a machine has no pair */
} isoft_asks;

/*
 * Gives the hashed names of accounts that machines ask for, and how many there are. The last asked for come first: an
 * ask stays until the account is refreshed, which may take hours, and its first two minutes count.
 */
ISOFT_MUST_CHECK bool isoft_protocol_asks(isoft_link *link, isoft_asks which, char (*hashes)[ISOFT_BOX_NAME_TEXT + 1],
	size_t most, size_t *count, isoft_failure *failure);

/* Makes the name of an attempt: random digits. */
void isoft_protocol_attempt(char attempt[ISOFT_ATTEMPT_TEXT + 1]);

/* Zeroes the grant in it. */
void isoft_answer_wipe(isoft_answer *answer);

#endif
