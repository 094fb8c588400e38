/*
 * Handle: the struct behind isoft_store, for the files of this room only.
 *
 * Ownership: the isoft_store owns its keys, its mapping and its lock file; isoft_store_close() frees them. One thread
 * uses it. Locks: takes no lock. Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_HANDLE_H
#define ISOFT_STORE_HANDLE_H

#include <stdbool.h>
#include <stdint.h>

#include "store/keys.h"
#include "store/mapping.h"
#include "store/paths.h"
#include "store/range_lock.h"
#include "store/store.h"

enum { ISOFT_CACHE_SIZE = 16 };

/* The slot where an account was last found. It is valid only while the slot's entry still has this hash. */
typedef struct {
	char account[ISOFT_ACCOUNT_MAX + 1]; /* "": the cache line is empty */
	uint32_t slot;
	bool stale_hash; /* the hash is not the account's hash under the present key */
	unsigned char hash[ISOFT_HASH_SIZE];
} isoft_cached;

/* What isoft_store_next_due() returned last. All zeros: nothing yet. */
typedef struct {
	bool known;      /* set it to false after a change of the mapping */
	int64_t due;     /* Unix seconds, 0: no account has one */
	int64_t read_at; /* Unix seconds */
} isoft_next_due;

struct isoft_store {
	isoft_paths paths;
	isoft_keys *keys;
	isoft_mapping mapping;
	isoft_cached cache[ISOFT_CACHE_SIZE];
	isoft_next_due next_due;
	bool key_is_gone; /* isoft_marks names a key that this handle does not have, and no record is sealed under it */
	bool doubtful;    /* a search met a cell of the index that fits no entry, since the mapping */
	isoft_ranges ranges;
	int64_t shared_failed_at; /* monotonic ms: when the shared area could not be written; 0: it could */
	int inherited;            /* descriptor of the lock taken over by isoft_store_inherit(); -1: no lock */
	unsigned inherited_forks; /* isoft_fork_count() at that time */
};

/* Makes a handle without paths, keys and mapping. Returns NULL with the failure filled if there is no memory. */
ISOFT_MUST_CHECK isoft_store *isoft_store_new(isoft_failure *failure);

/*
 * Returns OK if the store is mapped. Otherwise (the file was missing or bad at the last check) does what
 * isoft_store_check() does.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_store_mapped(isoft_store *store, isoft_failure *failure);

/* Closes the mapping, empties the cache and maps the file that is at the path now. */
ISOFT_MUST_CHECK isoft_store_status isoft_store_remap(isoft_store *store, isoft_failure *failure);

/* Call after a `due` was written: no process then takes a later time for the earliest. */
void isoft_store_lower_due(isoft_store *store, int64_t due);

/* Returns whether the name has 1 to ISOFT_ACCOUNT_MAX bytes; if not, fills the failure. */
ISOFT_MUST_CHECK bool isoft_store_account_fits(const char *account, isoft_failure *failure);

#endif
