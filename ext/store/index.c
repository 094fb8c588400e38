#include "store/index.h"

#include <string.h>

static const uint64_t SLOT_BITS = 0xffffff;

/* A cell that was removed: a search goes on behind it. The slot + 1 of no account has this value. */
static const uint64_t REMOVED = 0xffffff;

static uint64_t number_in_hash(const unsigned char *hash, size_t at)
{
	uint64_t number;

	memcpy(&number, hash + at, sizeof(number));
	return number;
}

static uint64_t tag_of(const unsigned char *hash)
{
	return number_in_hash(hash, 0) & ~SLOT_BITS;
}

uint64_t isoft_index_cell(const unsigned char *hash, uint32_t slot)
{
	return tag_of(hash) | (slot + 1);
}

static uint64_t cell_read(const isoft_mapping *mapping, uint64_t at)
{
	return isoft_atomic_read_u64(&isoft_mapping_index(mapping)[at]);
}

static bool cell_write(const isoft_mapping *mapping, uint64_t at, uint64_t cell)
{
	uint64_t offset = isoft_layout_index(mapping->segments) + at * sizeof(cell);

	return isoft_os_write_at(mapping->descriptor, &cell, sizeof(cell), offset);
}

static uint64_t last_cell(const isoft_mapping *mapping)
{
	return isoft_layout_index_cells(mapping->segments) - 1;
}

/* Other bits than those in the tag. */
uint64_t isoft_index_home(const unsigned char *hash)
{
	return number_in_hash(hash, sizeof(uint64_t));
}

static uint64_t home_of(const isoft_mapping *mapping, const unsigned char *hash)
{
	return isoft_index_home(hash) & last_cell(mapping);
}

static bool is_removed(uint64_t cell)
{
	return (cell & SLOT_BITS) == REMOVED;
}

static bool cell_fits(const isoft_mapping *mapping, uint64_t cell)
{
	uint64_t slot = (cell & SLOT_BITS) - 1;

	return slot < isoft_mapping_slots(mapping)
		&& tag_of(isoft_mapping_entry(mapping, (uint32_t)slot)->hash) == (cell & ~SLOT_BITS);
}

void isoft_index_begin(isoft_index_search *search, const isoft_mapping *mapping, const unsigned char *hash)
{
	*search = (isoft_index_search){
		.tag = tag_of(hash), .at = home_of(mapping, hash), .left = isoft_layout_index_cells(mapping->segments)};
}

bool isoft_index_next(isoft_index_search *search, const isoft_mapping *mapping, uint32_t *slot)
{
	while (search->left) {
		uint64_t cell = cell_read(mapping, search->at);

		if (!cell) {
			search->left = 0;
			return false;
		}
		search->at = (search->at + 1) & last_cell(mapping);
		search->left--;
		if (is_removed(cell)) {
			continue;
		}
		search->doubtful = search->doubtful || !cell_fits(mapping, cell);
		*slot = (uint32_t)(cell & SLOT_BITS) - 1;
		if ((cell & ~SLOT_BITS) == search->tag && *slot < isoft_mapping_slots(mapping)) {
			return true;
		}
	}
	return false;
}

bool isoft_index_has(const isoft_mapping *mapping, const unsigned char *hash, uint32_t slot)
{
	isoft_index_search search;
	uint32_t found;

	isoft_index_begin(&search, mapping, hash);
	while (isoft_index_next(&search, mapping, &found)) {
		if (found == slot) {
			return true;
		}
	}
	return false;
}

bool isoft_index_add(const isoft_mapping *mapping, const unsigned char *hash, uint32_t slot)
{
	uint64_t cell = isoft_index_cell(hash, slot), at = home_of(mapping, hash), found, place = UINT64_MAX;

	for (uint64_t i = 0; i <= last_cell(mapping); i++, at = (at + 1) & last_cell(mapping)) {
		found = cell_read(mapping, at);
		if (found == cell) {
			return true;
		}
		if (place == UINT64_MAX && (!found || is_removed(found))) {
			place = at;
		}
		if (!found) {
			break;
		}
	}
	return place != UINT64_MAX && cell_write(mapping, place, cell);
}

/*
 * Empties a cell. Behind it nothing may be that a search reaches only over it; else it stays as a removed one. Removed
 * cells before an empty one are emptied too, so that they do not add up.
 */
static void cell_remove(const isoft_mapping *mapping, uint64_t at)
{
	if (cell_read(mapping, (at + 1) & last_cell(mapping))) {
		(void)!cell_write(mapping, at, REMOVED);
		return;
	}
	while (cell_write(mapping, at, 0)) {
		at = (at - 1) & last_cell(mapping);
		if (!is_removed(cell_read(mapping, at))) {
			return;
		}
	}
}

void isoft_index_remove(const isoft_mapping *mapping, const unsigned char *hash, uint32_t slot)
{
	uint64_t at = home_of(mapping, hash), found;

	for (uint64_t i = 0; i <= last_cell(mapping); i++, at = (at + 1) & last_cell(mapping)) {
		found = cell_read(mapping, at);
		if (!found) {
			return;
		}
		if (found == isoft_index_cell(hash, slot)) {
			cell_remove(mapping, at);
			return;
		}
	}
}

void isoft_index_sweep(const isoft_mapping *mapping)
{
	for (uint64_t at = 0; at <= last_cell(mapping); at++) {
		uint64_t cell = cell_read(mapping, at);

		if (cell && !is_removed(cell) && !cell_fits(mapping, cell)) {
			cell_remove(mapping, at);
		}
	}
}
