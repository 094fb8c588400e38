#include "store/slot_alloc.h"

#include <errno.h>
#include <string.h>

#include "store/entry.h"
#include "store/file_lock.h"
#include "store/index.h"
#include "store/permissions.h"
#include "store/table.h"

/* Ignores errors, as far as they leave the mark too low: more slots are looked at then. */
static bool write_free_from(const isoft_store *store, uint32_t slot)
{
	uint64_t word = isoft_word_make(slot, true);

	return isoft_os_write_at(
		store->mapping.descriptor, &word, sizeof(word), ISOFT_MARKS_AT + offsetof(isoft_marks, free_from));
}

static uint32_t read_free_from(const isoft_store *store)
{
	uint64_t word = isoft_word_load(&isoft_mapping_marks(&store->mapping)->free_from);
	uint64_t slot = isoft_word_valid(word) ? isoft_word_number(word) : 0;

	return slot < isoft_mapping_slots(&store->mapping) ? (uint32_t)slot : isoft_mapping_slots(&store->mapping);
}

/* The new segments, and the index that they use, are allocated and on the disk before the header counts them. */
static bool write_growth(isoft_store *store, uint32_t segments)
{
	const isoft_mapping *mapping = &store->mapping;
	uint64_t word = isoft_word_make(segments, true);
	uint32_t free_from;

	if (!isoft_os_reserve(mapping->descriptor, isoft_layout_size(segments))) {
		return false;
	}
	if (isoft_layout_index_cells(segments) != isoft_layout_index_cells(mapping->segments)
		&& (!isoft_index_make(store, segments, &free_from) || !write_free_from(store, free_from))) {
		return false;
	}
	return isoft_os_sync(mapping->descriptor)
		&& isoft_os_write_at(mapping->descriptor, &word, sizeof(word), offsetof(isoft_header, segments))
		&& isoft_os_sync(mapping->descriptor);
}

/* Under the table lock. */
static isoft_store_status grow_locked(isoft_store *store, uint32_t segments, isoft_failure *failure)
{
	if (store->mapping.segments >= segments) {
		return ISOFT_STORE_OK;
	}
	if (segments > ISOFT_SEGMENTS_MAX) {
		isoft_fail(failure, ISOFT_FAILURE_STORE, "%s is full: a store holds %d accounts at most", store->paths.tokens,
			ISOFT_SEGMENTS_MAX * ISOFT_SEGMENT_SLOTS);
		return ISOFT_STORE_FAILED;
	}
	if (!write_growth(store, segments)) {
		isoft_permissions_explain("grow", store->paths.tokens, errno, failure);
		return ISOFT_STORE_FAILED;
	}
	return isoft_store_remap(store, failure);
}

/* Takes the table lock and maps the store that is at the path now. Unless the status is OK, the lock is not held. */
static isoft_store_status lock_current_table(isoft_store *store, int *descriptor, isoft_failure *failure)
{
	isoft_store_status status = isoft_table_lock(&store->paths, descriptor, failure);

	if (status == ISOFT_STORE_OK) {
		status = isoft_store_check(store, failure);
		if (status != ISOFT_STORE_OK) {
			isoft_file_unlock(*descriptor);
		}
	}
	return status;
}

isoft_store_status isoft_store_grow(isoft_store *store, uint32_t segments, isoft_failure *failure)
{
	int descriptor;
	isoft_store_status status = lock_current_table(store, &descriptor, failure);

	if (status == ISOFT_STORE_OK) {
		status = grow_locked(store, segments, failure);
		isoft_file_unlock(descriptor);
	}
	return status;
}

/* Returns the first free slot, or the number of slots. */
static uint32_t find_free(const isoft_store *store)
{
	uint32_t slot = read_free_from(store);

	while (slot < isoft_mapping_slots(&store->mapping)
		&& !isoft_entry_is_free(isoft_mapping_entry(&store->mapping, slot))) {
		slot++;
	}
	return slot;
}

/*
 * The cell is written first: a process that is killed then leaves a cell that leads to a free slot, and the slot to the
 * next account.
 */
static bool write_account(const isoft_store *store, const char *account, uint32_t slot)
{
	unsigned char hash[ISOFT_HASH_SIZE];

	isoft_key_hash_name(isoft_keys_present(store->keys), account, hash);
	return isoft_index_add(&store->mapping, hash, slot) && isoft_entry_write_hash(&store->mapping, slot, hash)
		&& write_free_from(store, slot + 1);
}

/* What made the search for this account open every record is put right, so that the next one does not. */
static void repair_locked(isoft_store *store)
{
	const isoft_marks *marks = isoft_mapping_marks(&store->mapping);
	static const uint64_t none;

	if (store->doubtful && isoft_index_repair(store)) {
		store->doubtful = false;
	}
	for (int i = 0; store->key_is_gone && i < ISOFT_KEY_IDS; i++) {
		uint64_t at = ISOFT_MARKS_AT + offsetof(isoft_marks, key_ids) + (uint64_t)i * sizeof(none);

		if (!isoft_keys_find(store->keys, marks->key_ids[i])
			&& !isoft_os_write_at(store->mapping.descriptor, &none, sizeof(none), at)) {
			return;
		}
	}
	store->key_is_gone = false;
}

/* Under the table lock. */
static isoft_store_status alloc_locked(isoft_store *store, const char *account, uint32_t *slot, isoft_failure *failure)
{
	isoft_store_status status = ISOFT_STORE_OK;

	*slot = find_free(store);
	if (*slot == isoft_mapping_slots(&store->mapping)) {
		status = grow_locked(store, store->mapping.segments + 1, failure);
		*slot = status == ISOFT_STORE_OK ? find_free(store) : 0;
	}
	if (status == ISOFT_STORE_OK) {
		repair_locked(store);
	}
	if (status == ISOFT_STORE_OK && !write_account(store, account, *slot)) {
		isoft_permissions_explain("write", store->paths.tokens, errno, failure);
		status = ISOFT_STORE_FAILED;
	}
	return status;
}

isoft_store_status isoft_slot_alloc(isoft_store *store, const char *account, uint32_t *slot, isoft_failure *failure)
{
	const isoft_cached *found;
	int descriptor;
	isoft_store_status status = lock_current_table(store, &descriptor, failure);

	if (status != ISOFT_STORE_OK) {
		return status;
	}
	if (isoft_table_find(store, account, &found, failure) == ISOFT_STORE_OK) {
		*slot = found->slot;
	} else {
		status = alloc_locked(store, account, slot, failure);
	}
	isoft_file_unlock(descriptor);
	return status;
}

/* Under the table lock. The mark goes first: it must not be above a free slot. */
static void free_locked(isoft_store *store, uint32_t slot)
{
	unsigned char hash[ISOFT_HASH_SIZE];

	memcpy(hash, isoft_mapping_entry(&store->mapping, slot)->hash, sizeof(hash));
	if ((read_free_from(store) <= slot || write_free_from(store, slot))
		&& isoft_entry_write_hash(&store->mapping, slot, ISOFT_NO_HASH)) {
		isoft_index_remove(&store->mapping, hash, slot);
	}
}

static bool can_be_freed(const isoft_store *store, uint32_t slot)
{
	const isoft_entry *entry;

	if (slot >= isoft_mapping_slots(&store->mapping)) {
		return false;
	}
	entry = isoft_mapping_entry(&store->mapping, slot);
	return isoft_entry_is_empty(entry) && isoft_entry_has_hash(entry);
}

void isoft_slot_free_if_empty(isoft_store *store, uint32_t slot)
{
	isoft_failure ignored;
	int descriptor;

	/* A store that was put in the place of this one may have another account in the slot. */
	if (can_be_freed(store, slot) && isoft_mapping_is_at(&store->mapping, store->paths.tokens)
		&& lock_current_table(store, &descriptor, &ignored) == ISOFT_STORE_OK) {
		if (can_be_freed(store, slot)) {
			free_locked(store, slot);
		}
		isoft_file_unlock(descriptor);
	}
}

/* Under the table lock. The record is found by the old hash too, so an error here is no error of the write. */
static void rehash_locked(isoft_store *store, uint32_t slot, const char *account)
{
	unsigned char hash[ISOFT_HASH_SIZE], old[ISOFT_HASH_SIZE];

	memcpy(old, isoft_mapping_entry(&store->mapping, slot)->hash, sizeof(old));
	isoft_key_hash_name(isoft_keys_present(store->keys), account, hash);
	if (isoft_index_add(&store->mapping, hash, slot) && isoft_entry_write_hash(&store->mapping, slot, hash)
		&& isoft_os_sync(store->mapping.descriptor) && memcmp(old, hash, sizeof(old)) != 0) {
		isoft_index_remove(&store->mapping, old, slot);
	}
}

void isoft_slot_rehash(isoft_store *store, uint32_t slot, const char *account)
{
	const isoft_cached *found;
	isoft_failure ignored;
	int descriptor;

	if (lock_current_table(store, &descriptor, &ignored) == ISOFT_STORE_OK) {
		if (isoft_table_find(store, account, &found, &ignored) == ISOFT_STORE_OK && found->slot == slot) {
			rehash_locked(store, slot, account);
		}
		isoft_file_unlock(descriptor);
	}
}
