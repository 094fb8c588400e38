#include "store/handle.h"

#include <string.h>

#include "store/carry_over.h"

isoft_store_status isoft_store_remap(isoft_store *store, isoft_failure *failure)
{
	isoft_store_status status;

	isoft_mapping_close(&store->mapping);
	isoft_ranges_close(&store->ranges);
	memset(store->cache, 0, sizeof(store->cache));
	store->next_due.known = false;
	store->doubtful = false;
	store->key_is_gone = false;
	status = isoft_mapping_open(&store->mapping, &store->paths, store->keys, failure);
	if (status == ISOFT_STORE_FAILED && isoft_carry_over_is_due(&store->paths)
		&& isoft_carry_over(&store->paths, store->keys, failure)) {
		status = isoft_mapping_open(&store->mapping, &store->paths, store->keys, failure);
	}
	return status;
}

isoft_store_status isoft_store_check(isoft_store *store, isoft_failure *failure)
{
	return isoft_mapping_is_current(&store->mapping, store->paths.tokens) ? ISOFT_STORE_OK
																		  : isoft_store_remap(store, failure);
}

isoft_store_status isoft_store_mapped(isoft_store *store, isoft_failure *failure)
{
	return isoft_mapping_is_open(&store->mapping) ? ISOFT_STORE_OK : isoft_store_check(store, failure);
}
