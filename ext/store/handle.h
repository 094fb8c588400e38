/*
 * Handle: the inside of an isoft_store, for the files of this room only.
 */
#ifndef ISOFT_STORE_HANDLE_H
#define ISOFT_STORE_HANDLE_H

#include <stdbool.h>
#include <stdint.h>

#include "store/keys.h"
#include "store/mapping.h"
#include "store/paths.h"
#include "store/store.h"

enum { ISOFT_CACHE_SIZE = 16 };

/* Where an account was found. Never trusted: good only as long as the entry still has this hash. */
typedef struct {
	char account[ISOFT_ACCOUNT_MAX + 1]; /* empty: nothing here */
	uint32_t slot;
	bool stale_hash; /* not the account's hash under the present key */
	unsigned char hash[ISOFT_HASH_SIZE];
} isoft_cached;

struct isoft_store {
	isoft_paths paths;
	isoft_keys *keys;
	isoft_mapping mapping;
	isoft_cached cache[ISOFT_CACHE_SIZE];
	int inherited;            /* the lock's descriptor that isoft_store_inherit() made this process's own; -1: none */
	unsigned inherited_forks; /* isoft_fork_count() then */
};

/*
 * As isoft_store_check() where nothing is mapped (the file was gone, or bad, when it was last looked at); else just OK.
 */
isoft_store_status isoft_store_mapped(isoft_store *store, isoft_failure *failure);

/* Closes what is mapped and maps what the path leads to now. Whatever was learnt from the old file is forgotten. */
isoft_store_status isoft_store_remap(isoft_store *store, isoft_failure *failure);

/* One to ISOFT_ACCOUNT_MAX bytes. */
bool isoft_store_account_fits(const char *account, isoft_failure *failure);

#endif
