/*
 * Keys: the 32-byte master keys that open the store, and what is derived from them.
 *
 * The first is the present one, which everything is sealed under; the others are only accepted. Master keys are wiped
 * as soon as the subkeys are derived; those live in guarded, locked memory that is not dumped. No message holds key
 * material.
 */
#ifndef ISOFT_STORE_KEYS_H
#define ISOFT_STORE_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/layout.h"
#include "store/names.h"
#include "store/paths.h"
#include "store/store.h"

enum { ISOFT_MASTER_SIZE = 32, ISOFT_SUBKEY_SIZE = 32, ISOFT_KEYS_MAX = 16 };

typedef struct {
	uint64_t id; /* tells keys apart, tells nothing about them */
	unsigned char seal[ISOFT_SUBKEY_SIZE];
	unsigned char name[ISOFT_SUBKEY_SIZE];
} isoft_key;

typedef struct {
	size_t count;
	isoft_key keys[ISOFT_KEYS_MAX];
} isoft_keys;

/* Reads and derives all keys the settings name. The caller ends with isoft_keys_free(). NULL on failure. */
isoft_keys *isoft_keys_load(const isoft_store_config *config, const isoft_paths *paths, isoft_failure *failure);
void isoft_keys_free(isoft_keys *keys);

static inline const isoft_key *isoft_keys_present(const isoft_keys *keys)
{
	return &keys->keys[0];
}

/* NULL where none has that id. */
const isoft_key *isoft_keys_find(const isoft_keys *keys, uint64_t id);

/* By which the table finds an account. Never all zero. */
void isoft_key_hash_name(const isoft_key *key, const char *account, unsigned char hash[ISOFT_HASH_SIZE]);

/* What the ids of names are checked under (names.h). */
void isoft_key_for_names(const isoft_key *key, unsigned char derived[ISOFT_NAMES_KEY_SIZE]);

#endif
