#include "php_infusionsoft.h"

#include "client/id_cache.h"

#include <sodium.h>

#include "auth/credential.h"
#include "auth/shared_area.h"
#include "auth/store_cache.h"
#include "client/fake.h"
#include "support/clock.h"

/* In pages of this process's own nobody else can write: there the key is none. */
static isoft_names names_here(void)
{
	isoft_names names = {.table = &isoft_shared_area()->names};
	isoft_store *store = isoft_store_cache_peek();

	if (store) {
		isoft_store_names_key(store, names.key);
	}
	return names;
}

static void add(crypto_generichash_state *state, const char *text)
{
	crypto_generichash_update(state, (const unsigned char *)text, strlen(text) + 1);
}

/* Of whatever decides what a name means. Nothing leads back from it. */
static uint64_t name_hash_of(isoft_id_cache_kind kind, const char *account, const char *name)
{
	const isoft_settings *settings = isoft_settings_now();
	const char kind_text[] = {(char)kind, '\0'};
	unsigned char hash[crypto_generichash_BYTES];
	crypto_generichash_state state;
	uint64_t name_hash;

	crypto_generichash_init(&state, NULL, 0, sizeof(hash));
	add(&state, kind_text);
	add(&state, settings->base_url);
	add(&state, isoft_credential_is_configured(account) ? isoft_secret(ISOFT_SECRET_API_KEY) : "");
	add(&state, account);
	add(&state, name);
	crypto_generichash_final(&state, hash, sizeof(hash));
	sodium_memzero(&state, sizeof(state));
	memcpy(&name_hash, hash, sizeof(name_hash));
	return name_hash;
}

/* 0 where it is more than a number has room for: such an id is looked for each time. */
static uint64_t number_of(const char *id)
{
	return strlen(id) < 19 ? ZEND_STRTOUL(id, NULL, 10) : 0;
}

bool isoft_id_cache_get(isoft_id_cache_kind kind, const char *account, const char *name, char id[ISOFT_ID_SIZE])
{
	isoft_names names;
	uint64_t number;

	if (isoft_fake_is_on()) {
		return false; /* nor is what it says kept */
	}
	names = names_here();
	number = isoft_names_get(&names, name_hash_of(kind, account, name), isoft_clock_wall());
	sodium_memzero(names.key, sizeof(names.key));
	snprintf(id, ISOFT_ID_SIZE, "%" PRIu64, number);
	return number != 0;
}

void isoft_id_cache_put(isoft_id_cache_kind kind, const char *account, const char *name, const char *id)
{
	uint64_t number = number_of(id);
	isoft_names names;

	if (number && !isoft_fake_is_on()) {
		names = names_here();
		isoft_names_put(&names, name_hash_of(kind, account, name), number, isoft_clock_wall());
		sodium_memzero(names.key, sizeof(names.key));
	}
}

void isoft_id_cache_forget(const char *id)
{
	uint64_t number = number_of(id);

	if (number && !isoft_fake_is_on()) {
		isoft_names_forget(&isoft_shared_area()->names, number);
	}
}

void isoft_id_cache_clear(void)
{
	isoft_names_clear(&isoft_shared_area()->names);
}
