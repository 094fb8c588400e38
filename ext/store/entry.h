/*
 * Entry: the hash of an account in the table, which tells whether its slot is free.
 *
 * Ownership: nothing is kept.
 * Locks: a hash changes under the table lock only.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_ENTRY_H
#define ISOFT_STORE_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "store/mapping.h"

extern const unsigned char ISOFT_NO_HASH[ISOFT_HASH_SIZE];

/* Returns whether an account has the slot. */
bool isoft_entry_has_hash(const isoft_entry *entry);

/* Returns whether the slot has no record. A damaged entry may have one. */
bool isoft_entry_is_empty(const isoft_entry *entry);

/* Returns whether the slot has neither an account nor a record. */
bool isoft_entry_is_free(const isoft_entry *entry);

/* ISOFT_NO_HASH takes the slot from its account. Returns false with the reason in errno. */
ISOFT_MUST_CHECK bool isoft_entry_write_hash(const isoft_mapping *mapping, uint32_t slot, const unsigned char *hash);

#endif
