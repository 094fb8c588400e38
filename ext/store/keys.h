/*
 * Keys: the 32-byte master keys that open the store, and the subkeys derived from them.
 *
 * The first key is the present key; every new record is sealed under it. The other keys are previous keys: they only
 * open records. A master key is wiped as soon as its subkeys are derived. The subkeys lie in guarded, locked memory
 * that is not dumped. No message contains key material.
 *
 * Ownership: the caller of isoft_keys_load() or isoft_keys_copy() owns the keys and frees them with isoft_keys_free().
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
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
	uint64_t id; /* identifies the key without revealing anything about it */
	unsigned char seal[ISOFT_SUBKEY_SIZE];
	unsigned char name[ISOFT_SUBKEY_SIZE];
} isoft_key;

typedef struct {
	size_t count;
	isoft_key keys[ISOFT_KEYS_MAX];
} isoft_keys;

/* Reads and derives all keys that the settings name. Returns NULL with the failure filled if a key is unusable. */
ISOFT_MUST_CHECK isoft_keys *isoft_keys_load(
	const isoft_store_config *config, const isoft_paths *paths, isoft_failure *failure);

/* Copies the keys. Returns NULL with the failure filled if there is no memory. */
ISOFT_MUST_CHECK isoft_keys *isoft_keys_copy(const isoft_keys *keys, isoft_failure *failure);

/* NULL is allowed. */
void isoft_keys_free(isoft_keys *keys);

static inline const isoft_key *isoft_keys_present(const isoft_keys *keys)
{
	return &keys->keys[0];
}

/* Returns the key with that id, or NULL if no key has it. */
ISOFT_MUST_CHECK const isoft_key *isoft_keys_find(const isoft_keys *keys, uint64_t id);

/* Computes the hash by which the table finds the account. It is never all zeros. */
void isoft_key_hash_name(const isoft_key *key, const char *account, unsigned char hash[ISOFT_HASH_SIZE]);

/* Derives the key under which the entries of the shared table of names are checked (names.h). */
void isoft_key_for_names(const isoft_key *key, unsigned char derived[ISOFT_NAMES_KEY_SIZE]);

#endif
