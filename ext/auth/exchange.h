/*
 * Exchange: the one request that may not be lost. A refresh token, or a code, goes to Keap; a new grant comes back and
 * is stored.
 *
 * Runs under the account's lock, from reading the record to publishing the new one, and needs nothing of the request
 * that began it: see auth/detach. Its only Zend call is the JSON parser, in a guard: it never bails out and never
 * throws.
 *
 * Rules of its own: a fresh connection, a body libcurl cannot send twice, 60 s in all, tried again only while nothing
 * was sent. Before a refresh token leaves, the record is stored with the mark "begun"; the mark goes when Keap's answer
 * is known.
 */
#ifndef ISOFT_AUTH_EXCHANGE_H
#define ISOFT_AUTH_EXCHANGE_H

#include "store/store.h"
#include "support/failure.h"

enum { ISOFT_EXCHANGE_LONGEST_BACKOFF_S = 60 };

typedef struct {
	isoft_store *store;
	isoft_lock *lock;         /* held */
	const char *code;         /* NULL: refresh the grant that is stored */
	const char *redirect_uri; /* with a code */
} isoft_exchange;

/* Whether the settings suffice for an exchange. False fills a CONFIGURATION failure. */
bool isoft_exchange_possible(isoft_failure *failure);

/* Under the lock. The outcome's kind is NONE where a new grant is stored. */
void isoft_exchange_run(const isoft_exchange *exchange, isoft_failure *outcome);

#endif
