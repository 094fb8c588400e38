/*
 * Table: which slot an account has.
 *
 * Finding takes no lock and, unless the store grew, makes no system call. Changing an entry needs what each function
 * says.
 */
#ifndef ISOFT_STORE_TABLE_H
#define ISOFT_STORE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "store/handle.h"
#include "store/seal.h"

/*
 * By the hash under each accepted key, the present one first; failing that by the names in the records, which a hash
 * that is just being rewritten, or is damaged, cannot hide. FAILED where it is not there but something under an unknown
 * key is. The answer stays in the store's cache; a slot found is below isoft_mapping_slots().
 */
isoft_store_status isoft_table_find(
	isoft_store *store, const char *account, const isoft_cached **found, isoft_failure *failure);

/* Drops what the cache says of the account, so that the next find looks. */
void isoft_table_forget(isoft_store *store, const char *account);

/* Gives the account a slot, unless it has one by now; grows the store for it if need be. Takes the table's lock. */
isoft_store_status isoft_table_claim(isoft_store *store, const char *account, isoft_failure *failure);

/*
 * Under the account's lock: frees its slot if there is no record in it. Does what it can; a slot not freed is reused
 * later.
 */
void isoft_table_free_if_empty(isoft_store *store, uint32_t slot);

/*
 * Under the account's lock, which must have its record under the present key: makes the entry's hash the one under the
 * present key. Takes the table's lock; where that cannot be had the hash stays, and the next write tries again.
 */
void isoft_table_rehash(isoft_store *store, uint32_t slot, const char *account);

/* Makes the store have so many segments at least. Takes the table's lock. */
isoft_store_status isoft_table_grow(isoft_store *store, uint32_t segments, isoft_failure *failure);

#endif
