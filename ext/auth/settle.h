/*
 * Settle: decodes a reply that the exchange helper stored as it came (auth/unread_reply).
 *
 * In memory, whoever reads such a record sees it as if the exchange had decoded it: isoft_settle_record(). In the
 * store, the first process that gets the account's lock replaces it, sets or clears the back-off and counts the
 * refresh: isoft_settle(), isoft_settle_locked(). A process that is killed in between leaves the unread reply or the
 * grant.
 *
 * Where machines share the grant, that process also tells the others what came of the exchange: it ends a try that
 * brought no pair, and hands a new pair in once it is stored. Each command to Redis takes 1 s at most where the
 * caller only reads, 5 s where it holds the lock anyway.
 *
 * Locks: each function states what it takes. Bailout: none; the JSON parser is guarded (auth/token_result). Never
 * throws.
 */
#ifndef ISOFT_AUTH_SETTLE_H
#define ISOFT_AUTH_SETTLE_H

#include "auth/grant.h"
#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

typedef enum {
	ISOFT_SETTLED_DECODED, /* the grant is filled */
	ISOFT_SETTLED_NONE,    /* the account has no grant: it was forgotten, or the reply to a code brought none */
	ISOFT_SETTLED_UNKNOWN  /* another version of the extension wrote the record */
} isoft_settled;

/*
 * Decodes the record into the grant, which borrows from it. An unread reply is replaced by the grant in the record's
 * memory first, and grant->unread set. No lock.
 */
ISOFT_MUST_CHECK isoft_settled isoft_settle_record(isoft_record *record, isoft_grant *grant);

/*
 * If the account's record holds an unread reply, stores the grant that comes of it. The caller holds the account's
 * lock. Returns false with the failure filled if that could not be written. An unreadable record is left alone.
 */
ISOFT_MUST_CHECK bool isoft_settle_locked(isoft_store *store, isoft_lock *lock, isoft_failure *failure);

/* As above, with the account's lock, which it tries to take for `wait_ms`. Best effort: whoever is next does it. */
void isoft_settle(isoft_store *store, const char *account, int64_t wait_ms);

/* What only the process knows that waited for the exchange helper. */
typedef struct {
	const unsigned char *record; /* that the helper stored */
	size_t length;
	const char *life;   /* under which the pair is known to be the newest; "": it is not shared */
	int64_t command_ms; /* for each command to Redis */
} isoft_settle_awaited;

/*
 * As isoft_settle(), for the process that waited for the helper. If the record is still the helper's, nobody has handed
 * the pair in yet, and the other machines may be told that it is the newest.
 */
void isoft_settle_own(isoft_store *store, const char *account, int64_t wait_ms, const isoft_settle_awaited *awaited);

#endif
