#include "php_infusionsoft.h"

#include "client/hook_mark.h"

#include <sodium.h>

#include "auth/store_cache.h"
#include "client/fake.h"
#include "store/hook_keys.h"

enum { MARK_BYTES = ISOFT_HOOK_MARK_TEXT / 2 };

static bool take_keys(isoft_hook_keys *keys, bool create, isoft_failure *failure)
{
	isoft_store_status status;
	isoft_store *store;

	if (isoft_fake_is_on()) {
		*keys = (isoft_hook_keys){.count = 1};
		return true;
	}
	status = isoft_store_cache_open(create, &store, failure);
	if (status == ISOFT_STORE_OK) {
		isoft_hook_keys_of(store, keys);
		return true;
	}
	if (status == ISOFT_STORE_MISSING) {
		isoft_fail(failure, ISOFT_FAILURE_STORE,
			"There is no store in %s, and its key checks the addresses of hooks: connect the account, or call "
			"infusionsoft_hook_url(), on this machine",
			isoft_settings_now()->store_path);
	}
	return false;
}

/* Account and address are told apart by the NUL, which no account has. */
static void hash(const unsigned char *key, const char *account, const isoft_hook_url *url, char *mark)
{
	static const unsigned char purpose[] = "mark";
	unsigned char bytes[MARK_BYTES];
	crypto_generichash_state state;

	crypto_generichash_init(&state, key, ISOFT_SUBKEY_SIZE, sizeof(bytes));
	crypto_generichash_update(&state, purpose, sizeof(purpose));
	crypto_generichash_update(&state, (const unsigned char *)account, strlen(account) + 1);
	crypto_generichash_update(&state, (const unsigned char *)ZSTR_VAL(url->covered), ZSTR_LEN(url->covered));
	crypto_generichash_final(&state, bytes, sizeof(bytes));
	sodium_bin2hex(mark, ISOFT_HOOK_MARK_TEXT + 1, bytes, sizeof(bytes));
	sodium_memzero(&state, sizeof(state));
}

bool isoft_hook_mark_make(
	const char *account, const isoft_hook_url *url, char mark[ISOFT_HOOK_MARK_TEXT + 1], isoft_failure *failure)
{
	isoft_hook_keys keys;

	if (!take_keys(&keys, true, failure)) {
		return false;
	}
	hash(keys.keys[0], account, url, mark);
	isoft_hook_keys_wipe(&keys);
	return true;
}

/* Compares with the mark under every key, also after one has fitted. */
static bool fits(const isoft_hook_keys *keys, const char *account, const isoft_hook_url *url)
{
	char due[ISOFT_HOOK_MARK_TEXT + 1];
	bool fitting = false;

	if (!url->mark || ZSTR_LEN(url->mark) != ISOFT_HOOK_MARK_TEXT) {
		return false;
	}
	for (size_t i = 0; i < keys->count; i++) {
		hash(keys->keys[i], account, url, due);
		fitting |= sodium_memcmp(due, ZSTR_VAL(url->mark), ISOFT_HOOK_MARK_TEXT) == 0;
	}
	sodium_memzero(due, sizeof(due));
	return fitting;
}

bool isoft_hook_mark_check(const char *account, const isoft_hook_url *url, isoft_failure *failure)
{
	isoft_hook_keys keys;
	bool fitting;

	if (!take_keys(&keys, false, failure)) {
		return false;
	}
	fitting = fits(&keys, account, url);
	isoft_hook_keys_wipe(&keys);
	return fitting
		|| isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
			"Refused a request to a hook of account \"%s\": its address has %s. Keap calls the address that "
			"infusionsoft_hook_url() made for this account; give the address as it arrived, with its whole query",
			account, url->mark ? "another mark than this account and path need" : "no " ISOFT_HOOK_MARK ", or several");
}
