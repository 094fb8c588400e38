#include "store/hook_keys.h"

#include <sodium.h>

#include "store/handle.h"

void isoft_hook_keys_of(const isoft_store *store, isoft_hook_keys *keys)
{
	static const unsigned char purpose[] = "REST hooks";

	keys->count = store->keys->count;
	for (size_t i = 0; i < keys->count; i++) {
		const isoft_key *key = &store->keys->keys[i];

		crypto_generichash(keys->keys[i], ISOFT_SUBKEY_SIZE, purpose, sizeof(purpose), key->name, sizeof(key->name));
	}
}

void isoft_hook_keys_wipe(isoft_hook_keys *keys)
{
	sodium_memzero(keys, sizeof(*keys));
}
