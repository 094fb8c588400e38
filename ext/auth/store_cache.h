/*
 * Store cache: the stores that this thread has open, and the one that the settings in force name.
 *
 * A store is opened at its first use and kept for later requests. Its file is compared with its path at the first use
 * in a request, and after that at most once per second, so that a replaced store is noticed. Stores of other settings
 * (another pool or virtual host) stay open beside it.
 *
 * Ownership: the cache owns the stores. A store that it returns is borrowed; it is valid until the next call of
 * isoft_store_cache_open(), which may close it. Each thread has its own cache.
 *
 * Fork: a forked child uses the stores it inherited; a lock that the parent holds is not the child's (store/store.h).
 *
 * Locks: no account lock is taken. Creating a store takes the store's own lock for a moment. Never throws; bailout:
 * none, but PHP ends the process if there is no memory for an entry.
 */
#ifndef ISOFT_AUTH_STORE_CACHE_H
#define ISOFT_AUTH_STORE_CACHE_H

#include <stdbool.h>

#include "store/store.h"
#include "support/attributes.h"

typedef struct isoft_store_cache isoft_store_cache;

/*
 * Gives the store of the settings in force. MISSING: its directory holds none; with `create` it is created instead.
 * FAILED: the failure says why, for example that there is no directory. Never BUSY.
 */
isoft_store_status isoft_store_cache_open(bool create, isoft_store **store, isoft_failure *failure);

/*
 * Returns the store this thread used last, without comparing it with its path; NULL if there is none. A thread that has
 * used none looks for an existing one, at most once per minute. For hints and counters only.
 */
isoft_store *isoft_store_cache_peek(void);

/* Returns whether this request has used the store of the settings in force: opened it, or compared it with its path. */
bool isoft_store_cache_is_used(void);

/* Called from RINIT: every store is compared with its path before it is used again. */
void isoft_store_cache_rinit(void);

/* Forgets which store was used last. Call when the settings of the store change within a request, and no call runs. */
void isoft_store_cache_forget(void);

/* Closes all stores and frees the cache; NULL is allowed. Called when the thread ends. */
void isoft_store_cache_free(isoft_store_cache *cache);

#endif
