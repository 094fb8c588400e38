/*
 * Slot allocation: gives an account a slot of the table, frees the slot again, and grows the store if no slot is free.
 *
 * Ownership: nothing is kept.
 * Locks: each function takes and releases the table lock itself, unless its comment says otherwise.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_SLOT_ALLOC_H
#define ISOFT_STORE_SLOT_ALLOC_H

#include <stdint.h>

#include "store/handle.h"

/*
 * Writes the account's slot to *slot. Allocates one unless another process has done so meanwhile; grows the store if no
 * slot is free.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_slot_alloc(
	isoft_store *store, const char *account, uint32_t *slot, isoft_failure *failure);

/*
 * Frees the slot if it holds no record. The caller holds the account lock. Ignores errors: a slot that was not freed
 * stays with its account.
 */
void isoft_slot_free_if_empty(isoft_store *store, uint32_t slot);

/*
 * Replaces the hash of the entry by the account's hash under the present key. The caller holds the account lock, and
 * the account's record is sealed under the present key. Ignores errors: if the hash was not replaced, the next write
 * tries again.
 */
void isoft_slot_rehash(isoft_store *store, uint32_t slot, const char *account);

/* Grows the store to at least `segments` segments. */
isoft_store_status isoft_store_grow(isoft_store *store, uint32_t segments, isoft_failure *failure);

#endif
