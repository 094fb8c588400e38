#include "store/shared.h"

#include "store/handle.h"
#include "support/clock.h"

enum { AFTER_FAILURE_MS = 10000 };

static bool shared_is_usable(const isoft_store *store)
{
	return isoft_mapping_is_open(&store->mapping) && !store->mapping.read_only
		&& (!store->shared_failed_at || isoft_clock_monotonic_ms() >= store->shared_failed_at + AFTER_FAILURE_MS);
}

bool isoft_store_shared_read(isoft_store *store, size_t offset, void *bytes, size_t length)
{
	ISOFT_ASSERT(offset + length <= ISOFT_SHARED_SIZE);
	return shared_is_usable(store) && isoft_os_read_at(store->mapping.descriptor, bytes, length, ISOFT_PAGE + offset);
}

bool isoft_store_shared_take(isoft_store *store, size_t offset, void *bytes, size_t length)
{
	if (!shared_is_usable(store)) {
		return false;
	}
	isoft_range_lock(&store->ranges, &store->paths, offset, length);
	if (isoft_store_shared_read(store, offset, bytes, length)) {
		return true;
	}
	isoft_store_shared_release(store, offset, length);
	return false;
}

/* The range was read a moment ago, so the file has these bytes: a write does not make a truncated file longer. */
bool isoft_store_shared_write(isoft_store *store, size_t offset, const void *bytes, size_t length)
{
	ISOFT_ASSERT(offset + length <= ISOFT_SHARED_SIZE);
	if (isoft_os_write_at(store->mapping.descriptor, bytes, length, ISOFT_PAGE + offset)) {
		store->shared_failed_at = 0;
		return true;
	}
	store->shared_failed_at = isoft_clock_monotonic_ms();
	return false;
}

void isoft_store_shared_release(isoft_store *store, size_t offset, size_t length)
{
	isoft_range_unlock(&store->ranges, offset, length);
}

void isoft_store_names_key(const isoft_store *store, unsigned char key[ISOFT_NAMES_KEY_SIZE])
{
	isoft_key_for_names(isoft_keys_present(store->keys), key);
}
