/*
 * Mapping: the tokens file, open and mapped into memory.
 *
 * It is mapped read-only; writers change it through the descriptor. When isoft_mapping_open() returns OK, the file had
 * its full size, no holes where the system can fill them, and a key that this handle has.
 *
 * Ownership: the isoft_store owns the mapping; pointers into it are valid until isoft_mapping_close().
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_MAPPING_H
#define ISOFT_STORE_MAPPING_H

#include <stdbool.h>
#include <stdint.h>

#include "store/keys.h"
#include "store/layout.h"
#include "store/os.h"
#include "store/paths.h"
#include "store/store.h"
#include "support/assert.h"

typedef struct {
	int descriptor; /* -1: nothing is open */
	bool read_only; /* the file system is read-only */
	uint32_t segments;
	isoft_os_facts facts;
	isoft_header header; /* copy of the header at the time of the opening */
	isoft_os_view file;
} isoft_mapping;

/* Makes the mapping empty, without closing what it held. */
void isoft_mapping_init(isoft_mapping *mapping);

/*
 * Opens, validates and maps the file. The mapping must be empty. A file that is too short is tried again for 8 ms,
 * because a backup may be copied back. Returns MISSING if there is no file. Unless the status
 * is OK, the mapping stays empty.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_mapping_open(
	isoft_mapping *mapping, const isoft_paths *paths, const isoft_keys *keys, isoft_failure *failure);

/* Closes the mapping, if it is open, and makes it empty. */
void isoft_mapping_close(isoft_mapping *mapping);

/* Returns whether the mapped file is still at the path and not shorter than its segments. Makes one system call. */
bool isoft_mapping_is_at(const isoft_mapping *mapping, const char *path);

/*
 * Returns whether isoft_mapping_is_at() holds, and since the opening the header has not changed and the file has lost
 * no disk space.
 */
bool isoft_mapping_is_current(const isoft_mapping *mapping, const char *path);

/*
 * Returns whether the header has changed since the opening: the store grew, or a record was sealed under another key.
 * Makes no system call.
 */
bool isoft_mapping_header_moved(const isoft_mapping *mapping);

static inline bool isoft_mapping_is_open(const isoft_mapping *mapping)
{
	return mapping->file.address;
}

static inline uint32_t isoft_mapping_slots(const isoft_mapping *mapping)
{
	return mapping->segments * ISOFT_SEGMENT_SLOTS;
}

static inline const isoft_header *isoft_mapping_header(const isoft_mapping *mapping)
{
	return mapping->file.address;
}

static inline const isoft_marks *isoft_mapping_marks(const isoft_mapping *mapping)
{
	return (const isoft_marks *)((const char *)mapping->file.address + ISOFT_MARKS_AT);
}

/* The cells of the index that is in use; isoft_layout_index_cells() is their number. */
static inline const uint64_t *isoft_mapping_index(const isoft_mapping *mapping)
{
	return (const uint64_t *)((const char *)mapping->file.address + isoft_layout_index(mapping->segments));
}

/* The slot must be below isoft_mapping_slots(). */
static inline const isoft_entry *isoft_mapping_entry(const isoft_mapping *mapping, uint32_t slot)
{
	ISOFT_ASSERT(slot < isoft_mapping_slots(mapping));
	return (const isoft_entry *)((const char *)mapping->file.address + isoft_layout_entry(slot));
}

/* The slot must be below isoft_mapping_slots(). */
static inline const isoft_half *isoft_mapping_half(const isoft_mapping *mapping, uint32_t slot, uint64_t generation)
{
	ISOFT_ASSERT(slot < isoft_mapping_slots(mapping));
	return (const isoft_half *)((const char *)mapping->file.address + isoft_layout_half(slot, generation));
}

#endif
