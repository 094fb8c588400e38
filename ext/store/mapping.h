/*
 * Mapping: the tokens file as this handle has it open and in memory.
 *
 * Header, table and records read-only, the shared area writable; the rest is written through the descriptor. A mapping
 * was whole and under an accepted key when it was opened. Owned by the isoft_store.
 */
#ifndef ISOFT_STORE_MAPPING_H
#define ISOFT_STORE_MAPPING_H

#include <stdbool.h>
#include <stdint.h>

#include "store/keys.h"
#include "store/layout.h"
#include "store/os.h"
#include "store/paths.h"
#include "store/shared.h"

typedef struct {
	int descriptor; /* -1: nothing is open */
	bool read_only; /* the file system is; the shared area is then private */
	uint32_t segments;
	isoft_os_facts facts;
	isoft_header header; /* as it was when opened */
	isoft_os_view file;
	isoft_os_view shared;
} isoft_mapping;

void isoft_mapping_init(isoft_mapping *mapping);

/* MISSING where there is no file. The mapping is as after init unless OK. */
isoft_store_status isoft_mapping_open(
	isoft_mapping *mapping, const isoft_paths *paths, const isoft_keys *keys, isoft_failure *failure);
void isoft_mapping_close(isoft_mapping *mapping);

/* Whether the path still leads to what is mapped, all of it. One system call. */
bool isoft_mapping_is_at(const isoft_mapping *mapping, const char *path);

/* The same, and with the header it had. */
bool isoft_mapping_is_current(const isoft_mapping *mapping, const char *path);

/* Whether the header changed since (the store grew, or moved to another key). No system call. */
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

/* The slot must be below isoft_mapping_slots(). */
static inline const isoft_entry *isoft_mapping_entry(const isoft_mapping *mapping, uint32_t slot)
{
	return (const isoft_entry *)((const char *)mapping->file.address + isoft_layout_entry(slot));
}

static inline const isoft_half *isoft_mapping_half(const isoft_mapping *mapping, uint32_t slot, uint64_t generation)
{
	return (const isoft_half *)((const char *)mapping->file.address + isoft_layout_half(slot, generation));
}

static inline isoft_shared *isoft_mapping_shared(const isoft_mapping *mapping)
{
	return mapping->shared.address;
}

#endif
