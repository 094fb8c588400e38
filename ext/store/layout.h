/*
 * Layout: the format of the tokens file, byte by byte. Format 1, in the byte order of the machine that created it.
 *
 *     header     1 page    magic, format, geometry, key id, number of segments; never mapped writable
 *     shared     4 pages   clocks, counters and ids that all processes write in place (shared.h)
 *     segment    64 slots  a page of 64 entries, then 64 times two halves
 *     segment    ...       appended as the store grows
 *
 * An account has one slot: an entry in the table and two halves. A half holds one sealed record. Generation g lies in
 * half g & 1, so a writer never writes into the half that holds the published record. Records and table change by
 * pwrite only.
 *
 * Ownership: the functions are pure and keep nothing.
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_LAYOUT_H
#define ISOFT_STORE_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "support/atomic.h"

enum {
	ISOFT_FORMAT = 1,
	ISOFT_BYTE_ORDER = 0x01020304,
	ISOFT_PAGE = 4096,
	ISOFT_SHARED_SIZE = 4 * ISOFT_PAGE,
	ISOFT_HALF_SIZE = ISOFT_PAGE,
	ISOFT_SEGMENT_SLOTS = 64,
	ISOFT_SEGMENT_SIZE = ISOFT_PAGE + ISOFT_SEGMENT_SLOTS * 2 * ISOFT_HALF_SIZE,
	ISOFT_SEGMENTS_MAX = 1024,
	ISOFT_HASH_SIZE = 32,
	ISOFT_NONCE_SIZE = 24
};

#define ISOFT_MAGIC "infusionsoft"

typedef struct {
	char magic[16];
	uint32_t format;
	uint32_t byte_order;
	uint32_t shared_size;
	uint32_t segment_slots;
	uint32_t half_size;
	uint32_t spare;
	uint64_t key_id;   /* key of the last write; a process that does not have this key refuses the store */
	uint64_t segments; /* a checked word */
} isoft_header;

typedef struct {
	unsigned char hash[ISOFT_HASH_SIZE]; /* keyed hash of the account name; all zeros: the slot is free */
	uint64_t published;                  /* a checked word: the generation, flagged if there is a record */
	int64_t due;                         /* Unix seconds, 0: never */
	int64_t backoff_until;
	uint32_t backoff_failures;
	uint32_t spare;
} isoft_entry;

typedef struct {
	uint64_t key_id;
	uint64_t generation;
	unsigned char nonce[ISOFT_NONCE_SIZE];
	uint32_t length; /* bytes in use of `sealed`, including the tag */
	uint32_t spare;
	unsigned char sealed[ISOFT_HALF_SIZE - 48];
} isoft_half;

_Static_assert(sizeof(isoft_header) == 56, "the header has no padding");
_Static_assert(sizeof(isoft_entry) * ISOFT_SEGMENT_SLOTS == ISOFT_PAGE, "a segment's entries fill a page");
_Static_assert(sizeof(isoft_half) == ISOFT_HALF_SIZE, "a half is a page");

static inline uint64_t isoft_layout_size(uint32_t segments)
{
	return ISOFT_PAGE + ISOFT_SHARED_SIZE + (uint64_t)segments * ISOFT_SEGMENT_SIZE;
}

static inline uint64_t isoft_layout_entry(uint32_t slot)
{
	return isoft_layout_size(slot / ISOFT_SEGMENT_SLOTS) + slot % ISOFT_SEGMENT_SLOTS * sizeof(isoft_entry);
}

static inline uint64_t isoft_layout_half(uint32_t slot, uint64_t generation)
{
	uint64_t halves = (uint64_t)(slot % ISOFT_SEGMENT_SLOTS) * 2 + (generation & 1);

	return isoft_layout_size(slot / ISOFT_SEGMENT_SLOTS) + ISOFT_PAGE + halves * ISOFT_HALF_SIZE;
}

/*
 * A checked word: 48 bits of number, a flag and 15 check bits, published by one aligned 8-byte write. The check bits
 * detect a torn word and a flipped bit; without them, a flipped bit could name the older generation. The word 0 is
 * valid and means number 0 without the flag.
 */
static inline uint64_t isoft_word_make(uint64_t number, bool flag)
{
	uint64_t body = number << 1 | flag;

	return body << 15 | (body * UINT64_C(0x9e3779b97f4a7c15)) >> 49;
}

static inline uint64_t isoft_word_number(uint64_t word)
{
	return word >> 16;
}

static inline bool isoft_word_flag(uint64_t word)
{
	return word >> 15 & 1;
}

static inline bool isoft_word_valid(uint64_t word)
{
	return word == isoft_word_make(isoft_word_number(word), isoft_word_flag(word));
}

/* Loads a word that other processes write. All that its writer wrote before the word is visible afterwards. */
static inline uint64_t isoft_word_load(const uint64_t *word)
{
	return isoft_atomic_read_u64(word);
}

#endif
