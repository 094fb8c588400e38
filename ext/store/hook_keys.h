/*
 * Hook keys: the keys under which the addresses of REST hooks are marked, and under which events are told apart.
 *
 * They are derived from the store's keys, one from each, and are good for nothing else. All machines with the same key
 * have the same ones.
 *
 * Ownership: the caller owns the keys and wipes them with isoft_hook_keys_wipe(). No lock. Bail-out: never; makes no
 * Zend call.
 */
#ifndef ISOFT_STORE_HOOK_KEYS_H
#define ISOFT_STORE_HOOK_KEYS_H

#include "store/keys.h"
#include "store/store.h"

typedef struct {
	size_t count;                                          /* at least 1 */
	unsigned char keys[ISOFT_KEYS_MAX][ISOFT_SUBKEY_SIZE]; /* the present key's first */
} isoft_hook_keys;

void isoft_hook_keys_of(const isoft_store *store, isoft_hook_keys *keys);

void isoft_hook_keys_wipe(isoft_hook_keys *keys);

#endif
