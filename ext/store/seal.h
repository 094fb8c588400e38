/*
 * Seal: encrypts a record into a half and opens it again, with XChaCha20-Poly1305 and a new random nonce for each seal.
 *
 * The associated data bind the seal to format, slot, generation and key; the name inside binds it to the account. A
 * half that was changed, moved to another slot or restored from an older file does not open.
 *
 * Ownership: the caller owns half and content, and wipes the content with isoft_content_wipe(). The functions work
 * on copies of halves, never on the mapping.
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_SEAL_H
#define ISOFT_STORE_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/keys.h"
#include "store/layout.h"
#include "store/store.h"

enum {
	ISOFT_CONTENT_HEAD = 9, /* bytes of `due` and of the length of the name */
	ISOFT_CONTENT_MAX = ISOFT_CONTENT_HEAD + ISOFT_ACCOUNT_MAX + ISOFT_RECORD_MAX
};

/* The opened content of a half. */
typedef struct {
	const isoft_key *key; /* the key that opened it; borrowed from the isoft_keys */
	uint64_t generation;
	int64_t due;
	size_t name_length;
	size_t length; /* bytes in use of `plain`: due, length of the name, name, record */
	unsigned char plain[ISOFT_CONTENT_MAX];
} isoft_content;

typedef enum {
	ISOFT_SEAL_OPEN,
	ISOFT_SEAL_UNKNOWN_KEY,
	ISOFT_SEAL_DAMAGED /* also: a torn half, or a half that was never written */
} isoft_seal_state;

/*
 * Seals the record into the half. The account name has 1 to ISOFT_ACCOUNT_MAX bytes, the record at most
 * ISOFT_RECORD_MAX. Bytes that the half does not need become zero.
 */
void isoft_seal(isoft_half *half, const isoft_key *key, uint32_t slot, uint64_t generation, const char *account,
	int64_t due, const void *record, size_t length);

/*
 * Opens a copy of a half as the record of this slot and generation. Unless the state is OPEN, the content is empty and
 * needs no wipe.
 */
ISOFT_MUST_CHECK isoft_seal_state isoft_seal_open(
	const isoft_half *half, const isoft_keys *keys, uint32_t slot, uint64_t generation, isoft_content *content);

/* Returns whether the name inside is the account's. */
bool isoft_content_is_of(const isoft_content *content, const char *account);

/* Copies the account name. */
void isoft_content_account(const isoft_content *content, char account[ISOFT_ACCOUNT_MAX + 1]);

/* Fills all members of the record except `previous_key`, which the content alone does not determine. */
void isoft_content_record(const isoft_content *content, isoft_record *record);

/* Overwrites the bytes in use with zeros and makes the content empty. */
void isoft_content_wipe(isoft_content *content);

#endif
