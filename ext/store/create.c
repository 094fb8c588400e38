#include "store/create.h"

#include <errno.h>
#include <sodium.h>

#include "store/atomic_create.h"
#include "store/file_lock.h"
#include "store/header.h"
#include "store/keys.h"
#include "store/os.h"
#include "store/permissions.h"

enum { KEY_MODE = 0640 };

uint32_t isoft_create_segments(const isoft_store_config *config, isoft_failure *failure)
{
	uint32_t max_accounts = ISOFT_SEGMENTS_MAX * ISOFT_SEGMENT_SLOTS;

	if (config->accounts > max_accounts) {
		isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION, "infusionsoft.max_accounts is %u and may be %u at most",
			(unsigned)config->accounts, (unsigned)max_accounts);
		return 0;
	}
	return config->accounts ? (config->accounts + ISOFT_SEGMENT_SLOTS - 1) / ISOFT_SEGMENT_SLOTS : 1;
}

static bool path_exists(const char *path)
{
	isoft_os_facts facts;

	return isoft_os_facts_at(path, false, &facts) || errno != ENOENT;
}

/* Outside of the store's directory a group may read the key, but not write it. */
static bool create_key_file(const isoft_permissions *permissions, const isoft_paths *paths, isoft_failure *failure)
{
	unsigned char master[ISOFT_MASTER_SIZE];
	isoft_permissions of_key = *permissions;
	bool created;

	if (!paths->key_beside) {
		of_key.mode &= KEY_MODE;
	}
	randombytes_buf(master, sizeof(master));
	created = isoft_atomic_create(&of_key, paths->key, master, sizeof(master), 0, failure);
	sodium_memzero(master, sizeof(master));
	return created
		|| (!paths->key_beside
			&& isoft_permissions_explain_key("create", paths->key, paths->directory, errno, failure));
}

static bool create_tokens_file(const isoft_permissions *permissions, const isoft_store_config *config,
	const isoft_paths *paths, isoft_failure *failure)
{
	uint32_t segments = isoft_create_segments(config, failure);
	isoft_keys *keys = segments ? isoft_keys_load(config, paths, failure) : NULL;
	isoft_header_page head;

	if (!keys) {
		return false;
	}
	isoft_header_make(&head, isoft_keys_present(keys), segments);
	isoft_keys_free(keys);
	return isoft_atomic_create(permissions, paths->tokens, &head, sizeof(head), isoft_layout_size(segments), failure);
}

/* Under the table lock. */
static bool create_locked(const isoft_store_config *config, const isoft_paths *paths, isoft_failure *failure)
{
	bool key_from_text = config->key && *config->key;
	isoft_permissions permissions;

	if (path_exists(paths->tokens)) {
		return true;
	}
	if (isoft_permissions_of(paths->directory, &permissions, failure) != ISOFT_STORE_OK) {
		return false;
	}
	isoft_atomic_create_sweep(paths->directory);
	if (!key_from_text && !path_exists(paths->key) && !create_key_file(&permissions, paths, failure)) {
		return false;
	}
	return create_tokens_file(&permissions, config, paths, failure);
}

bool isoft_create(const isoft_store_config *config, const isoft_paths *paths, isoft_failure *failure)
{
	int descriptor;
	bool created;

	if (path_exists(paths->tokens)) {
		return true;
	}
	if (isoft_table_lock(paths, &descriptor, failure) != ISOFT_STORE_OK) {
		return false;
	}
	created = create_locked(config, paths, failure);
	isoft_file_unlock(descriptor);
	return created;
}
