/*
 * Seal: one record to one half and back, by XChaCha20-Poly1305 with a fresh random nonce.
 *
 * A seal is bound to format, slot, generation and key by its associated data, and to the account by the name inside: a
 * half that was changed, moved or brought back from another time does not open. Works on copies, never on the mapping.
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
	ISOFT_CONTENT_HEAD = 9, /* due and the length of the name */
	ISOFT_CONTENT_MAX = ISOFT_CONTENT_HEAD + ISOFT_ACCOUNT_MAX + ISOFT_RECORD_MAX
};

/* What a half holds when it is open. Ends with isoft_content_wipe(). */
typedef struct {
	const isoft_key *key; /* that opened it */
	uint64_t generation;
	int64_t due;
	size_t name_length;
	size_t length; /* of the plain bytes: due, length of the name, name, record */
	unsigned char plain[ISOFT_CONTENT_MAX];
} isoft_content;

typedef enum {
	ISOFT_SEAL_OPEN,
	ISOFT_SEAL_UNKNOWN_KEY,
	ISOFT_SEAL_DAMAGED /* or torn, or nothing was ever there */
} isoft_seal_state;

/* The record is at most ISOFT_RECORD_MAX bytes; what the half does not need is zero. */
void isoft_seal(isoft_half *half, const isoft_key *key, uint32_t slot, uint64_t generation, const char *account,
	int64_t due, const void *record, size_t length);

/*
 * Opens a copy of a half as the record of this slot and generation. Where it does not open, nothing is left in content.
 */
isoft_seal_state isoft_seal_open(
	const isoft_half *half, const isoft_keys *keys, uint32_t slot, uint64_t generation, isoft_content *content);

bool isoft_content_is_of(const isoft_content *content, const char *account);
void isoft_content_account(const isoft_content *content, char account[ISOFT_ACCOUNT_MAX + 1]);

/* Fills all of the record but `previous_key`, which takes more than the content to tell. */
void isoft_content_record(const isoft_content *content, isoft_record *record);
void isoft_content_wipe(isoft_content *content);

#endif
