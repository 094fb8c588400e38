#include "store/box.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "store/handle.h"
#include "store/keys.h"

enum { KEY_ID_SIZE = 8, NONCE_SIZE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES };

_Static_assert(ISOFT_BOX_OVERHEAD == KEY_ID_SIZE + NONCE_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES,
	"a box is the id of the key, the nonce, the bytes and the tag");

_Static_assert((int)ISOFT_BOX_KEYS == (int)ISOFT_KEYS_MAX, "there is room for the ids of all keys");

/* A key of its own for each purpose: what is sealed for one never opens as something else. */
static void derive(
	unsigned char derived[ISOFT_SUBKEY_SIZE], const unsigned char from[ISOFT_SUBKEY_SIZE], const char *purpose)
{
	crypto_generichash(
		derived, ISOFT_SUBKEY_SIZE, (const unsigned char *)purpose, strlen(purpose), from, ISOFT_SUBKEY_SIZE);
}

static void derive_for_boxes(unsigned char derived[ISOFT_SUBKEY_SIZE], const isoft_key *key)
{
	derive(derived, key->seal, "boxes that machines share");
}

size_t isoft_box_seal(
	isoft_store *store, const char *label, const void *bytes, size_t length, unsigned char box[ISOFT_BOX_MAX])
{
	const isoft_key *key = isoft_keys_present(store->keys);
	unsigned char derived[ISOFT_SUBKEY_SIZE], *nonce = box + KEY_ID_SIZE, *sealed = nonce + NONCE_SIZE;
	unsigned long long sealed_length;

	memcpy(box, &key->id, KEY_ID_SIZE);
	randombytes_buf(nonce, NONCE_SIZE);
	derive_for_boxes(derived, key);
	crypto_aead_xchacha20poly1305_ietf_encrypt(
		sealed, &sealed_length, bytes, length, (const unsigned char *)label, strlen(label), NULL, nonce, derived);
	sodium_memzero(derived, sizeof(derived));
	return KEY_ID_SIZE + NONCE_SIZE + (size_t)sealed_length;
}

isoft_box_state isoft_box_open(isoft_store *store, const char *label, const unsigned char *box, size_t box_length,
	unsigned char bytes[ISOFT_RECORD_MAX], size_t *length)
{
	const unsigned char *nonce = box + KEY_ID_SIZE, *sealed = nonce + NONCE_SIZE;
	unsigned char derived[ISOFT_SUBKEY_SIZE];
	unsigned long long opened_length = 0;
	const isoft_key *key;
	uint64_t id;
	bool opened;

	*length = 0;
	if (box_length < ISOFT_BOX_OVERHEAD || box_length > ISOFT_BOX_MAX) {
		return ISOFT_BOX_DAMAGED;
	}
	memcpy(&id, box, KEY_ID_SIZE);
	key = isoft_keys_find(store->keys, id);
	if (!key) {
		return ISOFT_BOX_OTHER_KEY;
	}
	derive_for_boxes(derived, key);
	opened = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes, &opened_length, NULL, sealed,
				 box_length - KEY_ID_SIZE - NONCE_SIZE, (const unsigned char *)label, strlen(label), nonce, derived)
		== 0;
	sodium_memzero(derived, sizeof(derived));
	*length = opened ? (size_t)opened_length : 0;
	return opened ? ISOFT_BOX_OPEN : ISOFT_BOX_DAMAGED;
}

size_t isoft_box_key_ids(const isoft_store *store, char ids[ISOFT_BOX_KEYS][ISOFT_BOX_KEY_TEXT + 1])
{
	for (size_t i = 0; i < store->keys->count; i++) {
		snprintf(ids[i], ISOFT_BOX_KEY_TEXT + 1, "%016llx", (unsigned long long)store->keys->keys[i].id);
	}
	return store->keys->count;
}

void isoft_box_hash_name(isoft_store *store, const char *account, char text[ISOFT_BOX_NAME_TEXT + 1])
{
	unsigned char derived[ISOFT_SUBKEY_SIZE], hash[ISOFT_BOX_NAME_TEXT / 2];

	derive(derived, isoft_keys_present(store->keys)->name, "names that machines share");
	crypto_generichash(hash, sizeof(hash), (const unsigned char *)account, strlen(account), derived, sizeof(derived));
	sodium_memzero(derived, sizeof(derived));
	sodium_bin2hex(text, ISOFT_BOX_NAME_TEXT + 1, hash, sizeof(hash));
}
