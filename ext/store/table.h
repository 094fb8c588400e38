/*
 * Table: which slot an account has.
 *
 * Finding takes no lock and, unless the store grew, makes no system call. What changes an entry is in slot_alloc.
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

#endif
