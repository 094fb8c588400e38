/*
 * Box: seals bytes under the store's key for a place outside the machine that other machines read too.
 *
 * All machines have the same key. A box opens only with the text that it was sealed with (whose it is, and which), so
 * that it cannot be passed off as another. Names of accounts leave the machine as keyed hashes.
 *
 * Ownership: all memory is the caller's, who wipes what he opened. No lock. Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_BOX_H
#define ISOFT_STORE_BOX_H

#include <stdbool.h>
#include <stddef.h>

#include "store/store.h"
#include "support/attributes.h"

enum {
	ISOFT_BOX_OVERHEAD = 8 + 24 + 16, /* key id, nonce, tag */
	ISOFT_BOX_MAX = ISOFT_BOX_OVERHEAD + ISOFT_RECORD_MAX,
	ISOFT_BOX_NAME_TEXT = 32, /* digits of a hashed name */
	ISOFT_BOX_KEY_TEXT = 16,  /* digits of a key's id */
	ISOFT_BOX_KEYS = 16
};

typedef enum {
	ISOFT_BOX_OPEN,
	ISOFT_BOX_OTHER_KEY, /* it was sealed under a key that this machine does not have */
	ISOFT_BOX_DAMAGED    /* also: sealed with another text */
} isoft_box_state;

/* Seals at most ISOFT_RECORD_MAX bytes and returns the length of the box. */
size_t isoft_box_seal(
	isoft_store *store, const char *label, const void *bytes, size_t length, unsigned char box[ISOFT_BOX_MAX]);

/* Opens a box. `bytes` has room for ISOFT_RECORD_MAX; *length is 0 unless the state is OPEN. */
ISOFT_MUST_CHECK isoft_box_state isoft_box_open(isoft_store *store, const char *label, const unsigned char *box,
	size_t box_length, unsigned char bytes[ISOFT_RECORD_MAX], size_t *length);

/* Writes the ids of the keys, the present key's first, and returns their number. An id reveals nothing of its key. */
size_t isoft_box_key_ids(const isoft_store *store, char ids[ISOFT_BOX_KEYS][ISOFT_BOX_KEY_TEXT + 1]);

/* Hashes the name of an account, as digits. It is the same on all machines with this key. */
void isoft_box_hash_name(isoft_store *store, const char *account, char text[ISOFT_BOX_NAME_TEXT + 1]);

#endif
