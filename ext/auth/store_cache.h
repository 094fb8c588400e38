/*
 * Vault: the store that the settings in force name, as this thread has it open.
 *
 * Opened at the first use, kept for later requests, and compared with its path when a request first uses it. Stores of
 * other settings (another virtual host's) stay open beside it. The cache owns the stores; what is given out is borrowed
 * until the request ends.
 */
#ifndef ISOFT_AUTH_STORE_CACHE_H
#define ISOFT_AUTH_STORE_CACHE_H

#include <stdbool.h>

#include "store/store.h"

typedef struct isoft_store_cache isoft_store_cache;

/* The store; with `create` it is made where there is none, else MISSING. Never BUSY. */
isoft_store_status isoft_store_cache_open(bool create, isoft_store **store, isoft_failure *failure);

/*
 * The store this thread used last, not compared with its path; where it has none, one that is there already, looked for
 * once a minute. NULL for none. For hints only.
 */
isoft_store *isoft_store_cache_peek(void);

/* A request begins: whatever is open is compared with its path before it is used again. */
void isoft_store_cache_rinit(void);

void isoft_store_cache_free(isoft_store_cache *cache);

#endif
