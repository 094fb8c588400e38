/*
 * Names: a cache of the Keap ids that were found by name, in the shared area, so that all processes use the result of
 * one search.
 *
 * An entry is a hint: any process may overwrite it at any time. It expires after an hour, because Keap can give a name
 * to another object. The table contains neither names nor hashes of names. Each entry is authenticated under a key: a
 * user who can write the file but does not have the key cannot make a name lead to another id. The functions tolerate
 * any bytes in the table.
 *
 * Ownership: the caller lends the table and the key; nothing is allocated.
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_NAMES_H
#define ISOFT_STORE_NAMES_H

#include <stdint.h>

#include "support/atomic.h"

enum { ISOFT_NAMES = 168, ISOFT_NAMES_LIVE_S = 3600, ISOFT_NAMES_KEY_SIZE = 16 };

typedef struct {
	isoft_atomic_u64 check; /* keyed hash of name_hash, id and found_at: two writers at once leave no valid entry */
	isoft_atomic_u64 id;
	isoft_atomic_i64 found_at; /* Unix seconds */
} isoft_name;

typedef struct {
	isoft_name entries[ISOFT_NAMES];
} isoft_name_table;

/* A table, and the key under which its entries are authenticated. */
typedef struct {
	isoft_name_table *table; /* borrowed */
	unsigned char key[ISOFT_NAMES_KEY_SIZE];
} isoft_names;

/* Returns the id of the name with this name_hash, 0 if it is not known. `now` is in Unix seconds. */
uint64_t isoft_names_get(const isoft_names *names, uint64_t name_hash, int64_t now);

/* Stores the id of the name. Replaces the oldest entry of the bucket if there is no entry of this name. */
void isoft_names_put(const isoft_names *names, uint64_t name_hash, uint64_t id, int64_t now);

/* Removes all entries with this id. */
void isoft_names_forget(isoft_name_table *table, uint64_t id);

/* Removes all entries. */
void isoft_names_clear(isoft_name_table *table);

#endif
