#include "store/slot_alloc.h"

#include <errno.h>
#include <string.h>

#include "store/file_lock.h"
#include "store/permissions.h"
#include "store/table.h"

static const unsigned char FREE_HASH[ISOFT_HASH_SIZE];

static bool write_hash(isoft_store *store, uint32_t slot, const unsigned char *hash)
{
	uint64_t at = isoft_layout_entry(slot) + offsetof(isoft_entry, hash);

	return isoft_os_write_at(store->mapping.descriptor, hash, ISOFT_HASH_SIZE, at);
}

/* Under the table lock. The new segment is allocated, zero and on the disk before the header counts it. */
static isoft_store_status grow_locked(isoft_store *store, uint32_t segments, isoft_failure *failure)
{
	isoft_mapping *mapping = &store->mapping;
	uint64_t word = isoft_word_make(segments, true);

	if (mapping->segments >= segments) {
		return ISOFT_STORE_OK;
	}
	if (segments > ISOFT_SEGMENTS_MAX) {
		isoft_fail(failure, ISOFT_FAILURE_STORE, "%s is full: a store holds %d accounts at most", store->paths.tokens,
			ISOFT_SEGMENTS_MAX * ISOFT_SEGMENT_SLOTS);
		return ISOFT_STORE_FAILED;
	}
	if (!isoft_os_reserve(mapping->descriptor, isoft_layout_size(segments)) || !isoft_os_sync(mapping->descriptor)
		|| !isoft_os_write_at(mapping->descriptor, &word, sizeof(word), offsetof(isoft_header, segments))
		|| !isoft_os_sync(mapping->descriptor)) {
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

static bool is_free_entry(const isoft_entry *entry)
{
	uint64_t word = isoft_word_load(&entry->published);

	return memcmp(entry->hash, FREE_HASH, ISOFT_HASH_SIZE) == 0 && isoft_word_valid(word) && !isoft_word_flag(word);
}

/* Under the table lock. */
static isoft_store_status alloc_locked(isoft_store *store, const char *account, uint32_t *slot, isoft_failure *failure)
{
	uint32_t slots = isoft_mapping_slots(&store->mapping);
	unsigned char hash[ISOFT_HASH_SIZE];

	*slot = 0;
	while (*slot < slots && !is_free_entry(isoft_mapping_entry(&store->mapping, *slot))) {
		(*slot)++;
	}
	if (*slot == slots) {
		isoft_store_status status = grow_locked(store, store->mapping.segments + 1, failure);

		if (status != ISOFT_STORE_OK) {
			return status;
		}
	}
	isoft_key_hash_name(isoft_keys_present(store->keys), account, hash);
	if (!write_hash(store, *slot, hash)) {
		isoft_permissions_explain("write", store->paths.tokens, errno, failure);
		return ISOFT_STORE_FAILED;
	}
	return ISOFT_STORE_OK;
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

void isoft_slot_free_if_empty(isoft_store *store, uint32_t slot)
{
	uint64_t word;

	if (slot >= isoft_mapping_slots(&store->mapping)) {
		return;
	}
	word = isoft_word_load(&isoft_mapping_entry(&store->mapping, slot)->published);
	if (isoft_word_valid(word) && !isoft_word_flag(word)) {
		write_hash(store, slot, FREE_HASH);
	}
}

void isoft_slot_rehash(isoft_store *store, uint32_t slot, const char *account)
{
	unsigned char hash[ISOFT_HASH_SIZE];
	isoft_failure ignored;
	int descriptor;

	if (isoft_table_lock(&store->paths, &descriptor, &ignored) == ISOFT_STORE_OK) {
		bool ignored_result;

		isoft_key_hash_name(isoft_keys_present(store->keys), account, hash);
		/* The record is found with the old hash too, so an error here is no error of the write. */
		ignored_result = write_hash(store, slot, hash) && isoft_os_sync(store->mapping.descriptor);
		(void)ignored_result;
		isoft_file_unlock(descriptor);
	}
}
