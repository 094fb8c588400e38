#include "store/store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/create.h"
#include "store/handle.h"
#include "store/permissions.h"
#include "store/slot_alloc.h"
#include "support/fork.h"

/* If the file does not exist, returns MISSING without `create`. Without its directory nothing can be stored either. */
static isoft_store_status find_or_create_store(
	const isoft_paths *paths, const isoft_store_config *config, bool create, isoft_failure *failure)
{
	isoft_permissions permissions;
	isoft_os_facts facts;

	if (isoft_permissions_of(paths->directory, &permissions, failure) != ISOFT_STORE_OK) {
		return ISOFT_STORE_FAILED;
	}
	if (create) {
		return isoft_create(config, paths, failure) ? ISOFT_STORE_OK : ISOFT_STORE_FAILED;
	}
	if (isoft_os_facts_at(paths->tokens, false, &facts)) {
		return ISOFT_STORE_OK;
	}
	if (errno == ENOENT) {
		isoft_fail(failure, ISOFT_FAILURE_STORE, "There is no token store at %s", paths->tokens);
		return ISOFT_STORE_MISSING;
	}
	isoft_permissions_explain("open", paths->tokens, errno, failure);
	return ISOFT_STORE_FAILED;
}

/* Ignores errors: if the store cannot grow now, it grows when an account needs a slot. */
static void grow_to_configured_size(isoft_store *store, uint32_t segments)
{
	isoft_failure ignored;

	if (store->mapping.segments < segments && !store->mapping.read_only) {
		isoft_store_grow(store, segments, &ignored);
	}
}

static isoft_store_status open_handle(
	isoft_store *store, const isoft_store_config *config, bool create, isoft_failure *failure)
{
	uint32_t segments = isoft_create_segments(config, failure);
	isoft_store_status status;

	if (!segments || !isoft_paths_resolve(&store->paths, config, failure)) {
		return ISOFT_STORE_FAILED;
	}
	status = find_or_create_store(&store->paths, config, create, failure);
	if (status != ISOFT_STORE_OK) {
		return status;
	}
	store->keys = isoft_keys_load(config, &store->paths, failure);
	if (!store->keys) {
		return ISOFT_STORE_FAILED;
	}
	status = isoft_store_remap(store, failure);
	if (status == ISOFT_STORE_OK && create) {
		grow_to_configured_size(store, segments);
	}
	return status;
}

isoft_store *isoft_store_new(isoft_failure *failure)
{
	isoft_store *store = calloc(1, sizeof(*store));

	if (!store) {
		isoft_fail(failure, ISOFT_FAILURE_STORE, "Not enough memory for the store");
		return NULL;
	}
	isoft_fork_watch();
	isoft_mapping_init(&store->mapping);
	isoft_ranges_init(&store->ranges);
	store->inherited = -1;
	return store;
}

isoft_store_status isoft_store_open(
	isoft_store **store, const isoft_store_config *config, bool create, isoft_failure *failure)
{
	isoft_store *opened = isoft_store_new(failure);
	isoft_store_status status;

	*store = NULL;
	if (!opened) {
		return ISOFT_STORE_FAILED;
	}
	status = open_handle(opened, config, create, failure);
	if (status == ISOFT_STORE_OK) {
		*store = opened;
	} else {
		isoft_store_close(opened);
	}
	return status;
}

bool isoft_store_may_write(const isoft_store *store, isoft_failure *failure)
{
	return isoft_os_may_write(store->paths.tokens)
		|| isoft_permissions_explain("write", store->paths.tokens, errno, failure);
}

void isoft_store_close(isoft_store *store)
{
	if (store) {
		isoft_mapping_close(&store->mapping);
		isoft_ranges_close(&store->ranges);
		isoft_keys_free(store->keys);
		free(store);
	}
}

bool isoft_store_matches(const isoft_store *store, const isoft_store_config *config)
{
	isoft_paths paths;
	isoft_failure ignored;

	return isoft_paths_resolve(&paths, config, &ignored)
		&& memcmp(paths.fingerprint, store->paths.fingerprint, sizeof(paths.fingerprint)) == 0;
}
