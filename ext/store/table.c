#include "store/table.h"

#include <string.h>

#include "store/fetch.h"

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

static bool table_find_by_hash(isoft_store *store, const char *account, isoft_cached *line)
{
	uint32_t slots = isoft_mapping_slots(&store->mapping);

	for (size_t i = 0; i < store->keys->count; i++) {
		unsigned char hash[ISOFT_HASH_SIZE];

		isoft_key_hash_name(&store->keys->keys[i], account, hash);
		for (uint32_t slot = 0; slot < slots; slot++) {
			if (memcmp(isoft_mapping_entry(&store->mapping, slot)->hash, hash, ISOFT_HASH_SIZE) == 0) {
				cache_put(line, account, slot, hash, i > 0);
				return true;
			}
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
	return table_find_by_hash(store, account, line) ? ISOFT_FETCH_RECORD : table_find_by_name(store, account, line);
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
