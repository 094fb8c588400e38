/*
 * Layout: the format of the tokens file, byte by byte. Format 2, in the byte order of the machine that created it.
 *
 *     header     1 page     magic, format, geometry, key id, number of segments; then what isoft_marks holds
 *     shared     283 pages  clocks, limits, counters and ids that all processes write in place (shared.h)
 *     index      1 page     the cells of up to 4 segments
 *     segment    64 slots   a page of 64 entries, then 64 times two halves
 *     segment    ...        appended as the store grows
 *
 * An account has one slot: an entry in the table and two halves. A half holds one sealed record. Generation g lies in
 * half g & 1, so a writer never writes into the half that holds the published record. Records and table change by
 * pwrite only.
 *
 * An index has two cells for each slot that it serves, so it is at most half full (index.h). A larger one lies before
 * the segments with the numbers 4, 16, 64, ... and serves four times as many segments as there are then. Only the index
 * before the last segment is in use; the earlier ones take a third of its size together. So the number of segments
 * alone says where everything lies, and one checked word makes a segment and its index valid at once.
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
	ISOFT_FORMAT = 2,
	ISOFT_SEAL_FORMAT = 1, /* of a half, which format 2 did not change */
	ISOFT_BYTE_ORDER = 0x01020304,
	ISOFT_PAGE = 4096,
	ISOFT_SHARED_SIZE = 283 * ISOFT_PAGE,
	ISOFT_OLD_SHARED_SIZE = 4 * ISOFT_PAGE, /* of format 1, which carry_over.h makes format 2 of */
	ISOFT_HALF_SIZE = ISOFT_PAGE,
	ISOFT_SEGMENT_SLOTS = 64,
	ISOFT_SEGMENT_SIZE = ISOFT_PAGE + ISOFT_SEGMENT_SLOTS * 2 * ISOFT_HALF_SIZE,
	ISOFT_SEGMENTS_MAX = (1 << 18) - 1, /* 16,777,152 slots: a cell has 24 bits for the number of a slot */
	ISOFT_INDEX_CELLS = ISOFT_PAGE / 8, /* of a page */
	ISOFT_KEY_IDS = 32,
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
	uint32_t lock_way; /* an isoft_lock_way */
	uint64_t key_id;   /* key of the last write; a process that does not have this key refuses the store */
	uint64_t segments; /* a checked word */
} isoft_header;

/* How the accounts are locked (file_lock.h): decided when the store is made, because the two do not see each other. */
typedef enum {
	ISOFT_LOCK_BY_RANGE = 1, /* a byte of lock-ranges for each slot */
	ISOFT_LOCK_BY_FILE = 2   /* a file for each slot: where a lock on a range does not belong to the open file */
} isoft_lock_way;

/* In the page of the header; a change of these is no reason to map the file again. */
typedef struct {
	uint64_t free_from;              /* a checked word: no slot before this one is free; changes under the table lock */
	uint64_t key_ids[ISOFT_KEY_IDS]; /* of all keys under which the file may hold records; 0: none */
} isoft_marks;

enum { ISOFT_MARKS_AT = 2048 };

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
_Static_assert(
	ISOFT_MARKS_AT >= sizeof(isoft_header) && ISOFT_MARKS_AT + sizeof(isoft_marks) <= ISOFT_PAGE, "they share a page");
_Static_assert(sizeof(isoft_entry) * ISOFT_SEGMENT_SLOTS == ISOFT_PAGE, "a segment's entries fill a page");
_Static_assert(sizeof(isoft_half) == ISOFT_HALF_SIZE, "a half is a page");

/* The highest power of four that is not above the segment's number, at least 1. */
static inline uint32_t isoft_layout_power(uint32_t segment)
{
	uint32_t power = 1;

	while (power <= segment / 4) {
		power *= 4;
	}
	return power;
}

/* The offset of a segment. The pages of the indexes before it: 1 for segments below 4, then 1 + 4, then 1 + 4 + 16. */
static inline uint64_t isoft_layout_segment(uint32_t segment)
{
	return ISOFT_PAGE + ISOFT_SHARED_SIZE + (uint64_t)segment * ISOFT_SEGMENT_SIZE
		+ ((uint64_t)isoft_layout_power(segment) * 4 - 1) / 3 * ISOFT_PAGE;
}

/* Without segments: what every store has. */
static inline uint64_t isoft_layout_size(uint32_t segments)
{
	return segments ? isoft_layout_segment(segments - 1) + ISOFT_SEGMENT_SIZE : ISOFT_PAGE + ISOFT_SHARED_SIZE;
}

/* The number of cells of the index that a store of so many segments uses: a power of two. `segments` is at least 1. */
static inline uint64_t isoft_layout_index_cells(uint32_t segments)
{
	return (uint64_t)isoft_layout_power(segments - 1) * ISOFT_INDEX_CELLS;
}

/* The offset of that index. */
static inline uint64_t isoft_layout_index(uint32_t segments)
{
	uint32_t power = isoft_layout_power(segments - 1);
	uint32_t first = power == 1 ? 0 : power;

	return isoft_layout_segment(first) - isoft_layout_index_cells(segments) * sizeof(uint64_t);
}

static inline uint64_t isoft_layout_entry(uint32_t slot)
{
	return isoft_layout_segment(slot / ISOFT_SEGMENT_SLOTS) + slot % ISOFT_SEGMENT_SLOTS * sizeof(isoft_entry);
}

static inline uint64_t isoft_layout_half(uint32_t slot, uint64_t generation)
{
	uint64_t halves = (uint64_t)(slot % ISOFT_SEGMENT_SLOTS) * 2 + (generation & 1);

	return isoft_layout_segment(slot / ISOFT_SEGMENT_SLOTS) + ISOFT_PAGE + halves * ISOFT_HALF_SIZE;
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
