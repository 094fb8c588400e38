#include <sodium.h>
#include <string.h>

#include "store/fetch.h"
#include "store/table.h"

enum { MAX_TRIES = 3 };

/* Sets *retry if the slot now holds the record of another account, because the cache was stale. */
static isoft_store_status store_read_once(
	isoft_store *store, const char *account, isoft_record *record, bool *retry, isoft_failure *failure)
{
	const isoft_cached *found;
	isoft_content content;
	isoft_store_status status = isoft_table_find(store, account, &found, failure);
	isoft_fetch_state state;

	*retry = false;
	if (status != ISOFT_STORE_OK) {
		return status;
	}
	state = isoft_fetch(store, found->slot, &content);
	if (state == ISOFT_FETCH_EMPTY) {
		return ISOFT_STORE_MISSING;
	}
	if (state != ISOFT_FETCH_RECORD) {
		return isoft_fetch_explain(store, account, state, failure);
	}
	*retry = !isoft_content_is_of(&content, account);
	if (*retry) {
		isoft_table_forget(store, account);
	} else {
		isoft_content_record(&content, record);
		record->previous_key = found->stale_hash || content.key != isoft_keys_present(store->keys);
	}
	isoft_content_wipe(&content);
	return ISOFT_STORE_OK;
}

isoft_store_status isoft_store_read(
	isoft_store *store, const char *account, isoft_record *record, isoft_failure *failure)
{
	bool retry = true;

	record->length = 0;
	if (!isoft_store_account_fits(account, failure)) {
		return ISOFT_STORE_FAILED;
	}
	for (int i = 0; i < MAX_TRIES; i++) {
		isoft_store_status status = store_read_once(store, account, record, &retry, failure);

		if (!retry) {
			return status;
		}
	}
	return isoft_fetch_explain(store, account, ISOFT_FETCH_DAMAGED, failure);
}

void isoft_record_wipe(isoft_record *record)
{
	sodium_memzero(record->bytes, record->length);
	record->length = 0;
}

isoft_backoff isoft_store_backoff(isoft_store *store, const char *account)
{
	isoft_backoff backoff = {0, 0};
	isoft_failure ignored;
	const isoft_cached *found;

	if (isoft_store_account_fits(account, &ignored)
		&& isoft_table_find(store, account, &found, &ignored) == ISOFT_STORE_OK) {
		const isoft_entry *entry = isoft_mapping_entry(&store->mapping, found->slot);

		backoff.until = isoft_atomic_read_i64(&entry->backoff_until);
		backoff.failures = isoft_atomic_read_u32(&entry->backoff_failures);
	}
	return backoff;
}
