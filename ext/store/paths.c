#include "store/paths.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "store/os.h"

enum { FILE_NAME_SIZE = 64 }; /* bytes reserved in a path for a file name */

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static bool is_usable_path(const char *path, const char *setting, isoft_failure *failure)
{
	if (!isoft_os_is_absolute(path)) {
		return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.%s must be an absolute path, not \"%.200s\"", setting, path);
	}
	if (strlen(path) >= ISOFT_PATH_MAX - FILE_NAME_SIZE) {
		return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION, "infusionsoft.%s is longer than %d bytes", setting,
			ISOFT_PATH_MAX - FILE_NAME_SIZE - 1);
	}
	return true;
}

static void strip_trailing_separators(char *path)
{
	size_t length = strlen(path);

	while (length > 1 && isoft_os_is_separator(path[length - 1])) {
		path[--length] = '\0';
	}
}

void isoft_paths_join(char path[ISOFT_PATH_MAX], const char *directory, const char *name)
{
	snprintf(path, ISOFT_PATH_MAX, "%.*s/%s", ISOFT_PATH_MAX - FILE_NAME_SIZE - 1, directory, name);
}

/* Hashes the NUL too, so that two different lists of texts never give the same bytes. */
static void fingerprint_add(crypto_generichash_state *state, const char *text)
{
	crypto_generichash_update(state, (const unsigned char *)text, strlen(text) + 1);
}

static void fingerprint(isoft_paths *paths, const isoft_store_config *config)
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, sizeof(paths->fingerprint));
	fingerprint_add(&state, paths->directory);
	fingerprint_add(&state, paths->key);
	fingerprint_add(&state, or_empty(config->key));
	fingerprint_add(&state, or_empty(config->previous_keys));
	crypto_generichash_final(&state, paths->fingerprint, sizeof(paths->fingerprint));
	sodium_memzero(&state, sizeof(state));
}

bool isoft_paths_resolve(isoft_paths *paths, const isoft_store_config *config, isoft_failure *failure)
{
	const char *directory = or_empty(config->directory);
	const char *key_file = or_empty(config->key_file);

	memset(paths, 0, sizeof(*paths));
	if (!is_usable_path(directory, "store_path", failure)
		|| (*key_file && !is_usable_path(key_file, "key_file", failure))) {
		return false;
	}
	snprintf(paths->directory, sizeof(paths->directory), "%s", directory);
	strip_trailing_separators(paths->directory);
	isoft_paths_join(paths->tokens, paths->directory, "tokens");
	if (*key_file) {
		char parent[ISOFT_PATH_MAX];

		snprintf(paths->key, sizeof(paths->key), "%s", key_file);
		isoft_paths_parent(paths->key, parent);
		paths->key_beside = strcmp(parent, paths->directory) == 0;
	} else {
		isoft_paths_join(paths->key, paths->directory, "key");
		paths->key_beside = true;
	}
	fingerprint(paths, config);
	return true;
}

void isoft_paths_slot_lock(const isoft_paths *paths, uint32_t slot, char path[ISOFT_PATH_MAX])
{
	char name[FILE_NAME_SIZE];

	snprintf(name, sizeof(name), "lock-%u", (unsigned)slot);
	isoft_paths_join(path, paths->directory, name);
}

void isoft_paths_table_lock(const isoft_paths *paths, char path[ISOFT_PATH_MAX])
{
	isoft_paths_join(path, paths->directory, "lock-table");
}

void isoft_paths_ranges_lock(const isoft_paths *paths, char path[ISOFT_PATH_MAX])
{
	isoft_paths_join(path, paths->directory, "lock-ranges");
}

void isoft_paths_parent(const char *file, char directory[ISOFT_PATH_MAX])
{
	size_t length = strlen(file);

	while (length > 0 && !isoft_os_is_separator(file[length - 1])) {
		length--;
	}
	/* The root directory keeps its separator. */
	snprintf(directory, ISOFT_PATH_MAX, "%.*s", (int)(length > 1 ? length - 1 : length), file);
}
