/*
 * Names: ids of Keap's that were found by name, in the shared pages, so that one process's search serves all.
 *
 * A hint: an entry may be overwritten at any time, and is forgotten after an hour, since names can be given to
 * something else. The names themselves are not there, nor hashes of them: an entry is checked under a key, so that who
 * can write the file but does not have the key can make no name mean another id. No lock, no allocation; any value in
 * the table is survivable.
 */
#ifndef ISOFT_STORE_NAMES_H
#define ISOFT_STORE_NAMES_H

#include <stdatomic.h>
#include <stdint.h>

enum { ISOFT_NAMES = 168, ISOFT_NAMES_LIVE_S = 3600, ISOFT_NAMES_KEY_SIZE = 16 };

typedef struct {
	_Atomic uint64_t check; /* of the other two and the name_hash, under the key: an entry written by two at once fits
							   no name_hash */
	_Atomic uint64_t id;
	_Atomic int64_t found_at; /* Unix seconds */
} isoft_name;

typedef struct {
	isoft_name entries[ISOFT_NAMES];
} isoft_name_table;

/* A table, and the key that its entries are checked under. Both borrowed. */
typedef struct {
	isoft_name_table *table;
	unsigned char key[ISOFT_NAMES_KEY_SIZE];
} isoft_names;

/* The id that the name with this name_hash has; 0: not known. */
uint64_t isoft_names_get(const isoft_names *names, uint64_t name_hash, int64_t now);

void isoft_names_put(const isoft_names *names, uint64_t name_hash, uint64_t id, int64_t now);

/* Forgets all names of this id. */
void isoft_names_forget(isoft_name_table *table, uint64_t id);

/* Forgets everything. */
void isoft_names_clear(isoft_name_table *table);

#endif
