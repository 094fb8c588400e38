#include "store/handle.h"

#include <string.h>

isoft_store_status isoft_store_remap(isoft_store *store, isoft_failure *failure)
{
	isoft_mapping_close(&store->mapping);
	isoft_ranges_close(&store->ranges);
	memset(store->cache, 0, sizeof(store->cache));
	store->next_due.known = false;
	return isoft_mapping_open(&store->mapping, &store->paths, store->keys, failure);
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

bool isoft_store_account_fits(const char *account, isoft_failure *failure)
{
	size_t length = strnlen(account, ISOFT_ACCOUNT_MAX + 1);

	return (length >= 1 && length <= ISOFT_ACCOUNT_MAX)
		|| isoft_fail(failure, ISOFT_FAILURE_VALUE, "An account name must have 1 to %d bytes", ISOFT_ACCOUNT_MAX);
}
