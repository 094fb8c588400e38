#include <string.h>

#include "store/fetch.h"
#include "store/table.h"

/* The position after a store that cannot be mapped: the next call returns MISSING, so that the iteration ends. */
static const uint32_t ITERATION_END = UINT32_MAX;

/*
 * Two slots can hold records of the same account: the key of the older record was lost, the account was authorized
 * again under a new key, and then the old key was configured again. Only the slot that isoft_table_find() returns is
 * current.
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

/* Returns MISSING if the slot has no current record. */
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

static bool is_due(const isoft_store *store, uint32_t slot, int64_t now)
{
	int64_t due = isoft_atomic_read_i64(&isoft_mapping_entry(&store->mapping, slot)->due);

	return due > 0 && (due <= now || due > now + ISOFT_DUE_AHEAD_MAX_S);
}

/* `due_at` in Unix seconds; NULL: whether due or not. */
static isoft_store_status iterate(isoft_store *store, uint32_t *position, const int64_t *due_at,
	char account[ISOFT_ACCOUNT_MAX + 1], isoft_record *record, isoft_failure *failure)
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
	/* The number of slots is read for each slot: iterate_slot() may map a grown store again. */
	while (*position < isoft_mapping_slots(&store->mapping)) {
		uint32_t slot = (*position)++;

		if (due_at && !is_due(store, slot, *due_at)) {
			continue;
		}
		status = iterate_slot(store, slot, account, record, failure);
		if (status != ISOFT_STORE_MISSING) {
			return status;
		}
	}
	return ISOFT_STORE_MISSING;
}

isoft_store_status isoft_store_next(isoft_store *store, uint32_t *position, char account[ISOFT_ACCOUNT_MAX + 1],
	isoft_record *record, isoft_failure *failure)
{
	return iterate(store, position, NULL, account, record, failure);
}

isoft_store_status isoft_store_next_of_due(isoft_store *store, uint32_t *position, int64_t now,
	char account[ISOFT_ACCOUNT_MAX + 1], isoft_record *record, isoft_failure *failure)
{
	return iterate(store, position, &now, account, record, failure);
}
