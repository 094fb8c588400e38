#include "php_infusionsoft.h"

#include "client/id_cache.h"

#include <sodium.h>

#include "auth/credential.h"
#include "auth/shared_area.h"
#include "auth/store_cache.h"
#include "client/fake.h"
#include "support/clock.h"

enum { NAMES_AT = offsetof(isoft_shared, names) };

/*
 * The table of names with the store's key, which the caller wipes. Without a store the key is all zeros: the table is
 * memory of this process and its children then, so no other user can write to it.
 */
static isoft_names names_of(isoft_name_table *table)
{
	isoft_names names = {.table = table};
	isoft_store *store = isoft_store_cache_peek();

	if (store) {
		isoft_store_names_key(store, names.key);
	}
	return names;
}

static void hash_text(crypto_generichash_state *state, const char *text)
{
	crypto_generichash_update(state, (const unsigned char *)text, strlen(text) + 1);
}

/* Hashes the name with everything else that decides which id it has. The name cannot be read back from the hash. */
static uint64_t name_hash(isoft_id_cache_kind kind, const char *account, const char *name)
{
	const isoft_settings *settings = isoft_settings_now();
	const char kind_text[] = {(char)kind, '\0'};
	unsigned char hash[crypto_generichash_BYTES];
	crypto_generichash_state state;
	uint64_t result;

	crypto_generichash_init(&state, NULL, 0, sizeof(hash));
	hash_text(&state, kind_text);
	hash_text(&state, settings->base_url);
	hash_text(&state, isoft_credential_is_configured(account) ? isoft_secret(ISOFT_SECRET_API_KEY) : "");
	hash_text(&state, account);
	hash_text(&state, name);
	crypto_generichash_final(&state, hash, sizeof(hash));
	sodium_memzero(&state, sizeof(state));
	memcpy(&result, hash, sizeof(result));
	return result;
}

/* Returns the id as a number. Returns 0 for an id of 19 digits or more, which may not fit: it is not cached. */
static uint64_t id_number(const char *id)
{
	return strlen(id) < 19 ? ZEND_STRTOUL(id, NULL, 10) : 0;
}

bool isoft_id_cache_get(isoft_id_cache_kind kind, const char *account, const char *name, char id[ISOFT_ID_SIZE])
{
	isoft_name_table copy;
	isoft_shared_part part;
	isoft_names names;
	uint64_t number;

	if (isoft_fake_is_on()) {
		return false;
	}
	names = names_of(isoft_shared_area_read(&part, NAMES_AT, &copy, sizeof(copy)));
	number = isoft_names_get(&names, name_hash(kind, account, name), isoft_clock_wall());
	sodium_memzero(names.key, sizeof(names.key));
	snprintf(id, ISOFT_ID_SIZE, "%" PRIu64, number);
	return number != 0;
}

/* Writes the table back and ends the loan. */
static void put_back(const isoft_shared_part *part)
{
	isoft_shared_area_write(part, part->bytes, part->length);
	isoft_shared_area_release(part);
}

void isoft_id_cache_put(isoft_id_cache_kind kind, const char *account, const char *name, const char *id)
{
	uint64_t number = id_number(id), hash;
	isoft_name_table copy;
	isoft_shared_part part;
	isoft_names names;

	if (number && !isoft_fake_is_on()) {
		hash = name_hash(kind, account, name);
		names = names_of(isoft_shared_area_take(&part, NAMES_AT, &copy, sizeof(copy)));
		isoft_names_put(&names, hash, number, isoft_clock_wall());
		put_back(&part);
		sodium_memzero(names.key, sizeof(names.key));
	}
}

void isoft_id_cache_forget(const char *id)
{
	uint64_t number = id_number(id);
	isoft_name_table copy;
	isoft_shared_part part;

	if (number && !isoft_fake_is_on()) {
		isoft_names_forget(isoft_shared_area_take(&part, NAMES_AT, &copy, sizeof(copy)), number);
		put_back(&part);
	}
}

void isoft_id_cache_clear(void)
{
	isoft_name_table copy;
	isoft_shared_part part;

	isoft_names_clear(isoft_shared_area_take(&part, NAMES_AT, &copy, sizeof(copy)));
	put_back(&part);
}
