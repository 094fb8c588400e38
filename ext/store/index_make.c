#include "store/index.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/entry.h"
#include "store/fetch.h"

/* Returns whether the hash is the name's under one of the keys. */
static bool is_hash_of(const isoft_store *store, const char *account, const unsigned char *given)
{
	for (size_t i = 0; i < store->keys->count; i++) {
		unsigned char hash[ISOFT_HASH_SIZE];

		isoft_key_hash_name(&store->keys->keys[i], account, hash);
		if (memcmp(hash, given, ISOFT_HASH_SIZE) == 0) {
			return true;
		}
	}
	return false;
}

/*
 * Gives the hash by which a slot is to be found. One that is in the index already, and fits its entry, is right. Where
 * there is none, the name in the record decides, if it can be opened. Returns false for a slot without an account.
 */
static bool hash_of_slot(const isoft_store *store, uint32_t slot, bool is_known, unsigned char hash[ISOFT_HASH_SIZE])
{
	isoft_content content;
	bool has_account;

	memcpy(hash, isoft_mapping_entry(&store->mapping, slot)->hash, ISOFT_HASH_SIZE);
	has_account = isoft_entry_has_hash(isoft_mapping_entry(&store->mapping, slot));
	if (!is_known && isoft_fetch(store, slot, &content) == ISOFT_FETCH_RECORD) {
		char account[ISOFT_ACCOUNT_MAX + 1];

		isoft_content_account(&content, account);
		isoft_content_wipe(&content);
		has_account = true;
		if (!is_hash_of(store, account, hash)) {
			isoft_key_hash_name(isoft_keys_present(store->keys), account, hash);
		}
	}
	return has_account;
}

static bool is_indexed(const isoft_store *store, uint32_t slot)
{
	const isoft_entry *entry = isoft_mapping_entry(&store->mapping, slot);

	return isoft_entry_has_hash(entry) && isoft_index_has(&store->mapping, entry->hash, slot);
}

static bool repair_slot(isoft_store *store, uint32_t slot)
{
	unsigned char hash[ISOFT_HASH_SIZE];

	if (is_indexed(store, slot) || !hash_of_slot(store, slot, false, hash)) {
		return true;
	}
	return isoft_index_add(&store->mapping, hash, slot)
		&& (memcmp(hash, isoft_mapping_entry(&store->mapping, slot)->hash, ISOFT_HASH_SIZE) == 0
			|| isoft_entry_write_hash(&store->mapping, slot, hash));
}

bool isoft_index_repair(isoft_store *store)
{
	uint32_t slots = isoft_mapping_slots(&store->mapping);

	for (uint32_t slot = 0; slot < slots; slot++) {
		if (!repair_slot(store, slot)) {
			return false;
		}
	}
	isoft_index_sweep(&store->mapping);
	return true;
}

/* An index that is made in memory. */
typedef struct {
	uint64_t *cells;
	uint64_t last;
} new_index;

/*
 * Adds the slots whose cells the mapped index has, or those whose cells it has not. The former come first: if two slots
 * have one name, the index has that of the newer record, and it must still be found first.
 */
static void make_cells(const isoft_store *store, new_index *made, bool known, uint32_t *free_from)
{
	uint32_t slots = isoft_mapping_slots(&store->mapping);

	for (uint32_t slot = slots; slot-- > 0;) {
		unsigned char hash[ISOFT_HASH_SIZE];
		bool is_known = is_indexed(store, slot);

		if (!is_known && isoft_entry_is_free(isoft_mapping_entry(&store->mapping, slot))) {
			*free_from = slot;
		} else if (is_known == known && hash_of_slot(store, slot, is_known, hash)) {
			uint64_t at = isoft_index_home(hash) & made->last;

			while (made->cells[at]) {
				at = (at + 1) & made->last;
			}
			made->cells[at] = isoft_index_cell(hash, slot);
		}
	}
}

bool isoft_index_make(isoft_store *store, uint32_t segments, uint32_t *free_from)
{
	uint64_t count = isoft_layout_index_cells(segments);
	new_index made = {calloc((size_t)count, sizeof(uint64_t)), count - 1};
	bool written;

	if (!made.cells) {
		errno = ENOMEM;
		return false;
	}
	*free_from = isoft_mapping_slots(&store->mapping);
	make_cells(store, &made, true, free_from);
	make_cells(store, &made, false, free_from);
	written = isoft_os_write_at(
		store->mapping.descriptor, made.cells, (size_t)count * sizeof(uint64_t), isoft_layout_index(segments));
	free(made.cells);
	return written;
}
