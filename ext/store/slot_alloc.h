/*
 * Slot allocation: gives an account a slot of the table, frees it again, and grows the store where no slot is free.
 *
 * Each function that changes the table takes the table's lock itself, unless it says otherwise.
 */
#ifndef ISOFT_STORE_SLOT_ALLOC_H
#define ISOFT_STORE_SLOT_ALLOC_H

#include <stdint.h>

#include "store/handle.h"

/*
 * Gives the account a slot, or finds the one that it has got by now, and writes its number to `slot`; grows the store
 * where no slot is free.
 */
isoft_store_status isoft_slot_alloc(isoft_store *store, const char *account, uint32_t *slot, isoft_failure *failure);

/*
 * Frees the slot where it holds no record. The caller holds the account's lock; the table's lock is not taken. Does
 * what it can: a slot not freed is reused later.
 */
void isoft_slot_free_if_empty(isoft_store *store, uint32_t slot);

/*
 * Makes the entry's hash the one under the present key. The caller holds the account's lock, and the account's record
 * is under the present key. Where the table's lock cannot be had the hash stays as it is, and the next write tries
 * again.
 */
void isoft_slot_rehash(isoft_store *store, uint32_t slot, const char *account);

/* Makes the store have at least so many segments. */
isoft_store_status isoft_store_grow(isoft_store *store, uint32_t segments, isoft_failure *failure);

#endif
