/*
 * Table: finds the slot of an account. slot_alloc.h changes the table.
 *
 * Ownership: a result points into the cache of the store; the next call may overwrite it.
 * Locks: takes no lock. Makes no system call unless the store must be mapped again.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_TABLE_H
#define ISOFT_STORE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "store/handle.h"
#include "store/seal.h"

/*
 * Finds the account in the index by its hash under each key, the present key first. Only if the index is damaged there,
 * or the file may hold records under unknown keys, all records are opened and their names compared. OK: (*found)->slot
 * is below isoft_mapping_slots(). Returns FAILED if the account was not found but a record is sealed under an unknown
 * key, which may be the account's.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_table_find(
	isoft_store *store, const char *account, const isoft_cached **found, isoft_failure *failure);

/* Removes the account from the cache, so that the next isoft_table_find() searches the table. */
void isoft_table_forget(isoft_store *store, const char *account);

#endif
