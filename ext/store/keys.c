#include "store/keys.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "store/key_list.h"
#include "store/os.h"
#include "store/permissions.h"

enum { KEY_TEXT_MAX = 48 }; /* bytes of base64 with a line end */

static const char KDF_CONTEXT[crypto_kdf_CONTEXTBYTES] = {'i', 's', 'o', 'f', 't', 'k', 'e', 'y'};

enum subkey { SUBKEY_ID = 1, SUBKEY_SEAL, SUBKEY_NAME };

/* Adds the key and wipes the master key. A key that is listed twice is added once. */
static void keys_add(isoft_keys *keys, unsigned char master[ISOFT_MASTER_SIZE])
{
	isoft_key *key = &keys->keys[keys->count];
	unsigned char id[crypto_kdf_BYTES_MIN];

	crypto_kdf_derive_from_key(id, sizeof(id), SUBKEY_ID, KDF_CONTEXT, master);
	memcpy(&key->id, id, sizeof(key->id));
	crypto_kdf_derive_from_key(key->seal, sizeof(key->seal), SUBKEY_SEAL, KDF_CONTEXT, master);
	crypto_kdf_derive_from_key(key->name, sizeof(key->name), SUBKEY_NAME, KDF_CONTEXT, master);
	sodium_memzero(master, ISOFT_MASTER_SIZE);
	if (isoft_keys_find(keys, key->id)) {
		sodium_memzero(key, sizeof(*key));
	} else {
		keys->count++;
	}
}

/* libsodium takes some bytes beyond ASCII for digits, where char is signed. */
static bool keys_are_ascii(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)text[i] >= 0x80) {
			return false;
		}
	}
	return true;
}

/* Decodes exactly 32 bytes; the padding is optional, blanks are refused. On false `master` may be partly filled. */
static bool keys_decode(unsigned char master[ISOFT_MASTER_SIZE], const char *text, size_t length)
{
	const bool is_padded = length && text[length - 1] == '=';
	const int variant = is_padded ? sodium_base64_VARIANT_ORIGINAL : sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
	size_t decoded;

	return keys_are_ascii(text, length)
		&& sodium_base642bin(master, ISOFT_MASTER_SIZE, text, length, NULL, &decoded, NULL, variant) == 0
		&& decoded == ISOFT_MASTER_SIZE;
}

/* Fills the master key from a file with its 32 bytes, or with their base64 and at most a line end. */
static bool keys_read_master(int descriptor, uint64_t size, unsigned char master[ISOFT_MASTER_SIZE], bool *fits)
{
	char text[KEY_TEXT_MAX];
	size_t length = (size_t)size;
	bool complete;

	*fits = size <= sizeof(text);
	if (!*fits) {
		return true;
	}
	if (size == ISOFT_MASTER_SIZE) {
		return isoft_os_read_at(descriptor, master, ISOFT_MASTER_SIZE, 0);
	}
	complete = isoft_os_read_at(descriptor, text, length, 0);
	while (length && (text[length - 1] == '\n' || text[length - 1] == '\r')) {
		length--;
	}
	*fits = complete && keys_decode(master, text, length);
	sodium_memzero(text, sizeof(text));
	return complete;
}

/*
 * A key file in the store's directory must have the permissions of the store's files. For a key file elsewhere,
 * `permissions` is NULL, and only other users must have no access.
 */
static bool read_key_descriptor(int descriptor, const char *path, const isoft_paths *paths,
	const isoft_permissions *permissions, unsigned char master[ISOFT_MASTER_SIZE], isoft_failure *failure)
{
	isoft_os_facts facts;
	bool fits;

	if (!isoft_os_facts_of(descriptor, &facts)) {
		return isoft_permissions_explain("read the key", path, errno, failure);
	}
	if (permissions ? !isoft_permissions_fit(permissions, path, &facts, failure)
					: !isoft_permissions_fit_key(path, paths->directory, &facts, failure)) {
		return false;
	}
	if (!keys_read_master(descriptor, facts.size, master, &fits)) {
		return isoft_permissions_explain("read the key", path, errno, failure);
	}
	return fits
		|| isoft_fail(failure, ISOFT_FAILURE_STORE,
			"The key %s has %llu bytes and must have %d, or their base64: restore it", path,
			(unsigned long long)facts.size, ISOFT_MASTER_SIZE);
}

static bool read_key_file(const char *path, const isoft_paths *paths, const isoft_permissions *permissions,
	unsigned char master[ISOFT_MASTER_SIZE], isoft_failure *failure)
{
	int descriptor = isoft_os_open(path, ISOFT_OS_READ);
	bool complete;

	if (descriptor == -1) {
		return permissions ? isoft_permissions_explain("read the key", path, errno, failure)
						   : isoft_permissions_explain_key("read the key", path, paths->directory, errno, failure);
	}
	complete = read_key_descriptor(descriptor, path, paths, permissions, master, failure);
	isoft_os_close(descriptor);
	if (!complete) {
		sodium_memzero(master, ISOFT_MASTER_SIZE);
	}
	return complete;
}

static bool keys_add_text(
	isoft_keys *keys, const char *text, size_t length, const char *setting, isoft_failure *failure)
{
	unsigned char master[ISOFT_MASTER_SIZE];

	if (!keys_decode(master, text, length)) {
		sodium_memzero(master, sizeof(master));
		return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.%s must be the base64 of exactly %d bytes; to make one, run: "
			"head -c 32 /dev/urandom | base64",
			setting, ISOFT_MASTER_SIZE);
	}
	keys_add(keys, master);
	return true;
}

static bool keys_add_present(
	isoft_keys *keys, const isoft_store_config *config, const isoft_paths *paths, isoft_failure *failure)
{
	unsigned char master[ISOFT_MASTER_SIZE];
	isoft_permissions permissions;
	isoft_os_facts facts;

	if (config->key && *config->key) {
		return keys_add_text(keys, config->key, strlen(config->key), "key", failure);
	}
	if (!isoft_os_facts_at(paths->key, false, &facts) && errno == ENOENT) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"The store %s exists, but its key file %s is missing: restore the key file, or set infusionsoft.key. If "
			"the "
			"key is lost, remove %s and authorize again",
			paths->tokens, paths->key, paths->tokens);
	}
	if (paths->key_beside && isoft_permissions_of(paths->directory, &permissions, failure) != ISOFT_STORE_OK) {
		return false;
	}
	if (!read_key_file(paths->key, paths, paths->key_beside ? &permissions : NULL, master, failure)) {
		return false;
	}
	keys_add(keys, master);
	return true;
}

static bool keys_add_previous_file(
	isoft_keys *keys, const isoft_paths *paths, const char *name, size_t length, isoft_failure *failure)
{
	unsigned char master[ISOFT_MASTER_SIZE];
	char path[ISOFT_PATH_MAX];

	if (length >= sizeof(path)) {
		return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION, "A path in infusionsoft.previous_keys is too long");
	}
	memcpy(path, name, length);
	path[length] = '\0';
	if (!isoft_os_is_absolute(path)) {
		return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.previous_keys must name files by absolute paths, as in file:/etc/infusionsoft/old-key");
	}
	if (!read_key_file(path, paths, NULL, master, failure)) {
		return false;
	}
	keys_add(keys, master);
	return true;
}

static bool keys_add_previous(isoft_keys *keys, const isoft_paths *paths, const char *list, isoft_failure *failure)
{
	static const char FILE_PREFIX[] = "file:";
	const size_t prefix = sizeof(FILE_PREFIX) - 1;
	const char *item;
	size_t length;

	while ((item = isoft_key_list_item(&list, &length))) {
		bool added;

		if (keys->count == ISOFT_KEYS_MAX) {
			return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
				"infusionsoft.previous_keys may list %d keys at most", ISOFT_KEYS_MAX - 1);
		}
		if (length > prefix && memcmp(item, FILE_PREFIX, prefix) == 0) {
			added = keys_add_previous_file(keys, paths, item + prefix, length - prefix, failure);
		} else {
			added = keys_add_text(keys, item, length, "previous_keys", failure);
		}
		if (!added) {
			return false;
		}
	}
	return true;
}

static isoft_keys *keys_new(isoft_failure *failure)
{
	isoft_keys *keys = sodium_malloc(sizeof(*keys));

	if (!keys) {
		isoft_fail(failure, ISOFT_FAILURE_STORE, "Not enough memory for the store's keys");
	}
	return keys;
}

isoft_keys *isoft_keys_copy(const isoft_keys *keys, isoft_failure *failure)
{
	isoft_keys *copy = keys_new(failure);

	if (copy) {
		*copy = *keys;
		sodium_mprotect_readonly(copy);
	}
	return copy;
}

isoft_keys *isoft_keys_load(const isoft_store_config *config, const isoft_paths *paths, isoft_failure *failure)
{
	isoft_keys *keys = keys_new(failure);

	if (!keys) {
		return NULL;
	}
	keys->count = 0;
	if (!keys_add_present(keys, config, paths, failure)
		|| !keys_add_previous(keys, paths, config->previous_keys ? config->previous_keys : "", failure)) {
		isoft_keys_free(keys);
		return NULL;
	}
	sodium_mprotect_readonly(keys);
	return keys;
}

void isoft_keys_free(isoft_keys *keys)
{
	sodium_free(keys);
}

const isoft_key *isoft_keys_find(const isoft_keys *keys, uint64_t id)
{
	for (size_t i = 0; i < keys->count; i++) {
		if (keys->keys[i].id == id) {
			return &keys->keys[i];
		}
	}
	return NULL;
}

void isoft_key_hash_name(const isoft_key *key, const char *account, unsigned char hash[ISOFT_HASH_SIZE])
{
	crypto_generichash(
		hash, ISOFT_HASH_SIZE, (const unsigned char *)account, strlen(account), key->name, sizeof(key->name));
}

/* The output length differs from that of an account's hash, and BLAKE2b hashes the length: the two never coincide. */
void isoft_key_for_names(const isoft_key *key, unsigned char derived[ISOFT_NAMES_KEY_SIZE])
{
	static const unsigned char purpose[] = "names";

	crypto_generichash(derived, ISOFT_NAMES_KEY_SIZE, purpose, sizeof(purpose), key->name, sizeof(key->name));
}
