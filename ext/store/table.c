#include "store/table.h"

#include <string.h>

#include "store/fetch.h"
#include "store/index.h"

static isoft_cached *cache_line(isoft_store *store, const char *account)
{
	unsigned sum = 2166136261U;

	for (const char *at = account; *at; at++) {
		sum = (sum ^ (unsigned char)*at) * 16777619U;
	}
	return &store->cache[sum % ISOFT_CACHE_SIZE];
}

/* No two accounts have the same hash: if the entry still has the cached hash, it is still the account's entry. */
static bool cache_holds(const isoft_store *store, const isoft_cached *line, const char *account)
{
	return strcmp(line->account, account) == 0 && line->slot < isoft_mapping_slots(&store->mapping)
		&& memcmp(isoft_mapping_entry(&store->mapping, line->slot)->hash, line->hash, ISOFT_HASH_SIZE) == 0;
}

static void cache_put(
	isoft_cached *line, const char *account, uint32_t slot, const unsigned char *hash, bool stale_hash)
{
	strcpy(line->account, account);
	line->slot = slot;
	line->stale_hash = stale_hash;
	memcpy(line->hash, hash, ISOFT_HASH_SIZE);
}

void isoft_table_forget(isoft_store *store, const char *account)
{
	cache_line(store, account)->account[0] = '\0';
}

/*
 * Whether the slot that a cell leads to is the account's: by the hash, or where that does not fit, by the name in the
 * record. The former needs no record: the account may have none yet.
 */
static bool slot_is_of(isoft_store *store, uint32_t slot, const char *account, const unsigned char *hash, bool *by_hash)
{
	isoft_content content;
	bool matches;

	*by_hash = memcmp(isoft_mapping_entry(&store->mapping, slot)->hash, hash, ISOFT_HASH_SIZE) == 0;
	if (*by_hash) {
		return true;
	}
	matches = isoft_fetch(store, slot, &content) == ISOFT_FETCH_RECORD;
	if (matches) {
		matches = isoft_content_is_of(&content, account);
		isoft_content_wipe(&content);
	}
	return matches;
}

/* Sets *doubtful if a cell on the way fits no entry: the account may have a slot that the index does not lead to. */
static bool table_find_by_hash(isoft_store *store, const char *account, isoft_cached *line, bool *doubtful)
{
	const isoft_mapping *mapping = &store->mapping;

	*doubtful = false;
	for (size_t i = 0; i < store->keys->count; i++) {
		unsigned char hash[ISOFT_HASH_SIZE];
		isoft_index_search search;
		bool by_hash;
		uint32_t slot;

		isoft_key_hash_name(&store->keys->keys[i], account, hash);
		isoft_index_begin(&search, mapping, hash);
		while (isoft_index_next(&search, mapping, &slot)) {
			if (slot_is_of(store, slot, account, hash, &by_hash)) {
				cache_put(line, account, slot, isoft_mapping_entry(mapping, slot)->hash, !by_hash || i > 0);
				return true;
			}
		}
		*doubtful = *doubtful || search.doubtful;
	}
	return false;
}

/* Whether the file may hold a record under a key that this process does not have: the account's, for all it can see. */
static bool table_has_unknown_key(const isoft_store *store)
{
	const isoft_marks *marks = isoft_mapping_marks(&store->mapping);

	for (int i = 0; i < ISOFT_KEY_IDS; i++) {
		uint64_t id = isoft_atomic_read_u64(&marks->key_ids[i]);

		if (id && !isoft_keys_find(store->keys, id)) {
			return true;
		}
	}
	return false;
}

static isoft_fetch_state table_find_by_name(isoft_store *store, const char *account, isoft_cached *line)
{
	uint32_t slots = isoft_mapping_slots(&store->mapping);
	isoft_fetch_state result = ISOFT_FETCH_EMPTY;

	for (uint32_t slot = 0; slot < slots; slot++) {
		isoft_content content;
		isoft_fetch_state state = isoft_fetch(store, slot, &content);

		if (state == ISOFT_FETCH_RECORD) {
			bool matches = isoft_content_is_of(&content, account);

			isoft_content_wipe(&content);
			if (matches) {
				cache_put(line, account, slot, isoft_mapping_entry(&store->mapping, slot)->hash, true);
				return ISOFT_FETCH_RECORD;
			}
		} else if (state == ISOFT_FETCH_UNKNOWN_KEY) {
			result = state;
		}
	}
	return result;
}

static isoft_fetch_state table_search(isoft_store *store, const char *account, isoft_cached *line)
{
	bool doubtful, unknown_key;
	isoft_fetch_state state = ISOFT_FETCH_EMPTY;

	if (table_find_by_hash(store, account, line, &doubtful)) {
		return ISOFT_FETCH_RECORD;
	}
	unknown_key = table_has_unknown_key(store);
	if (doubtful || unknown_key) {
		state = table_find_by_name(store, account, line);
		store->doubtful = store->doubtful || doubtful;
		store->key_is_gone = unknown_key && state == ISOFT_FETCH_EMPTY;
	}
	return state;
}

isoft_store_status isoft_table_find(
	isoft_store *store, const char *account, const isoft_cached **found, isoft_failure *failure)
{
	isoft_cached *line = cache_line(store, account);
	isoft_store_status status;
	isoft_fetch_state state;

	*found = line;
	if (cache_holds(store, line, account)) {
		return ISOFT_STORE_OK;
	}
	status = isoft_store_mapped(store, failure);
	if (status != ISOFT_STORE_OK) {
		return status;
	}
	state = table_search(store, account, line);
	if (state != ISOFT_FETCH_RECORD && isoft_mapping_header_moved(&store->mapping)) {
		status = isoft_store_remap(store, failure);
		if (status != ISOFT_STORE_OK) {
			return status;
		}
		state = table_search(store, account, line);
	}
	switch (state) {
		case ISOFT_FETCH_RECORD:
			return ISOFT_STORE_OK;
		case ISOFT_FETCH_EMPTY:
			return ISOFT_STORE_MISSING;
		default:
			return isoft_fetch_explain(store, account, state, failure);
	}
}
