/*
 * Index: leads from the hash of an account's name to its slot, in a time that does not grow with the store.
 *
 * The cells are a hash table with linear probing. A cell has 40 bits of the hash and the number of the slot; it is read
 * and written as one word. It is a hint: the hash in the slot's entry decides, or where that does not fit, the name in
 * the sealed record. A cell that does not fit its entry makes a search doubtful: then the account may be in another
 * slot although the index does not say so.
 *
 * Ownership: nothing is kept.
 * Locks: a search takes none and makes no system call. Who changes the index holds the table lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_INDEX_H
#define ISOFT_STORE_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "store/handle.h"

typedef struct {
	uint64_t tag; /* the bits of the hash that a cell has */
	uint64_t at, left;
	bool doubtful;
} isoft_index_search;

/* Begins a search for the slots whose cells have the tag of this hash. */
void isoft_index_begin(isoft_index_search *search, const isoft_mapping *mapping, const unsigned char *hash);

/* Gives the next slot, which is below isoft_mapping_slots(). Returns false at the end. */
ISOFT_MUST_CHECK bool isoft_index_next(isoft_index_search *search, const isoft_mapping *mapping, uint32_t *slot);

/* Returns whether the index leads from the hash to the slot. */
bool isoft_index_has(const isoft_mapping *mapping, const unsigned char *hash, uint32_t slot);

/* Adds a cell, unless there is one. Returns false if it could not be written. */
ISOFT_MUST_CHECK bool isoft_index_add(const isoft_mapping *mapping, const unsigned char *hash, uint32_t slot);

/* Removes the cell, if there is one. Ignores errors: a cell that does not fit leads nowhere. */
void isoft_index_remove(const isoft_mapping *mapping, const unsigned char *hash, uint32_t slot);

/* Removes the cells that fit no entry. */
void isoft_index_sweep(const isoft_mapping *mapping);

/* The cell that leads from the hash to the slot, and a number whose low bits choose the first place for it. */
uint64_t isoft_index_cell(const unsigned char *hash, uint32_t slot);
uint64_t isoft_index_home(const unsigned char *hash);

/* Makes the whole index fit the entries again: adds the cells that are missing and removes those that fit no entry. */
ISOFT_MUST_CHECK bool isoft_index_repair(isoft_store *store);

/*
 * Writes the index that a store of `segments` segments uses, with the accounts that the mapped store has. It must not
 * be in use yet. Sets *free_from to the first free slot. Returns false with the reason in errno.
 */
ISOFT_MUST_CHECK bool isoft_index_make(isoft_store *store, uint32_t segments, uint32_t *free_from);

#endif
