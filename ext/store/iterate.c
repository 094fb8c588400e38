#include <string.h>

#include "store/fetch.h"
#include "store/table.h"

/* A store that cannot be walked says so once: the walk must end. */
static const uint32_t ITERATION_END = UINT32_MAX;

/*
 * A name may be in two slots: under a lost key that came back, and under the one it was authorized again with. The one
 * found counts.
 */
static bool is_current_slot(isoft_store *store, const char *account, uint32_t slot, bool *stale_hash)
{
	const isoft_cached *found;
	isoft_failure ignored;

	if (isoft_table_find(store, account, &found, &ignored) != ISOFT_STORE_OK || found->slot != slot) {
		return false;
	}
	*stale_hash = found->stale_hash;
	return true;
}

/* MISSING: the slot has nothing to show. */
static isoft_store_status iterate_slot(isoft_store *store, uint32_t slot, char account[ISOFT_ACCOUNT_MAX + 1],
	isoft_record *record, isoft_failure *failure)
{
	isoft_content content;
	isoft_fetch_state state = isoft_fetch(store, slot, &content);
	bool current, stale_hash = false;

	if (state == ISOFT_FETCH_EMPTY) {
		return ISOFT_STORE_MISSING;
	}
	if (state != ISOFT_FETCH_RECORD) {
		return isoft_fetch_explain(store, NULL, state, failure);
	}
	isoft_content_account(&content, account);
	current = is_current_slot(store, account, slot, &stale_hash);
	if (current) {
		isoft_content_record(&content, record);
		record->previous_key = stale_hash || content.key != isoft_keys_present(store->keys);
	} else {
		account[0] = '\0';
	}
	isoft_content_wipe(&content);
	return current ? ISOFT_STORE_OK : ISOFT_STORE_MISSING;
}

isoft_store_status isoft_store_next(isoft_store *store, uint32_t *position, char account[ISOFT_ACCOUNT_MAX + 1],
	isoft_record *record, isoft_failure *failure)
{
	isoft_store_status status;

	account[0] = '\0';
	record->length = 0;
	if (*position == ITERATION_END) {
		return ISOFT_STORE_MISSING;
	}
	status = isoft_store_mapped(store, failure);
	if (status != ISOFT_STORE_OK) {
		*position = ITERATION_END;
		return status;
	}
	/* Asked for each slot: the store may grow, or be mapped again, on the way. */
	while (*position < isoft_mapping_slots(&store->mapping)) {
		status = iterate_slot(store, (*position)++, account, record, failure);
		if (status != ISOFT_STORE_MISSING) {
			return status;
		}
	}
	return ISOFT_STORE_MISSING;
}
