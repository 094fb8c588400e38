#include "store/seal.h"

#include <sodium.h>
#include <string.h>

#include "support/assert.h"

enum { TAG_SIZE = crypto_aead_xchacha20poly1305_ietf_ABYTES };

_Static_assert(ISOFT_NONCE_SIZE == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, "nonce of XChaCha20-Poly1305");
_Static_assert(ISOFT_SUBKEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "key of XChaCha20-Poly1305");
_Static_assert(ISOFT_CONTENT_MAX + TAG_SIZE <= sizeof(((isoft_half *)0)->sealed), "a half holds the longest record");

typedef struct {
	uint32_t format;
	uint32_t slot;
	uint64_t generation;
	uint64_t key_id;
} seal_associated_data;

static seal_associated_data seal_bind(const isoft_key *key, uint32_t slot, uint64_t generation)
{
	return (seal_associated_data){ISOFT_SEAL_FORMAT, slot, generation, key->id};
}

static size_t seal_compose(unsigned char *plain, const char *account, int64_t due, const void *record, size_t length)
{
	size_t name_length = strlen(account);

	ISOFT_ASSERT(name_length >= 1 && name_length <= ISOFT_ACCOUNT_MAX && length <= ISOFT_RECORD_MAX);
	memcpy(plain, &due, sizeof(due));
	plain[sizeof(due)] = (unsigned char)name_length;
	memcpy(plain + ISOFT_CONTENT_HEAD, account, name_length);
	if (length) {
		memcpy(plain + ISOFT_CONTENT_HEAD + name_length, record, length);
	}
	return ISOFT_CONTENT_HEAD + name_length + length;
}

void isoft_seal(isoft_half *half, const isoft_key *key, uint32_t slot, uint64_t generation, const char *account,
	int64_t due, const void *record, size_t length)
{
	unsigned char plain[ISOFT_CONTENT_MAX];
	size_t plain_length = seal_compose(plain, account, due, record, length);
	seal_associated_data bound = seal_bind(key, slot, generation);
	unsigned long long sealed_length;

	memset(half, 0, sizeof(*half));
	half->key_id = key->id;
	half->generation = generation;
	randombytes_buf(half->nonce, sizeof(half->nonce));
	crypto_aead_xchacha20poly1305_ietf_encrypt(half->sealed, &sealed_length, plain, plain_length,
		(const unsigned char *)&bound, sizeof(bound), NULL, half->nonce, key->seal);
	half->length = (uint32_t)sealed_length;
	sodium_memzero(plain, plain_length);
}

/* seal_compose() wrote the authenticated bytes. The lengths are checked nevertheless, because copies depend on them. */
static bool seal_parse(isoft_content *content)
{
	if (content->length < ISOFT_CONTENT_HEAD) {
		return false;
	}
	memcpy(&content->due, content->plain, sizeof(content->due));
	content->name_length = content->plain[sizeof(content->due)];
	return content->name_length >= 1 && content->name_length <= ISOFT_ACCOUNT_MAX
		&& content->length >= ISOFT_CONTENT_HEAD + content->name_length
		&& content->length - ISOFT_CONTENT_HEAD - content->name_length <= ISOFT_RECORD_MAX;
}

isoft_seal_state isoft_seal_open(
	const isoft_half *half, const isoft_keys *keys, uint32_t slot, uint64_t generation, isoft_content *content)
{
	const isoft_key *key = isoft_keys_find(keys, half->key_id);
	seal_associated_data bound;
	unsigned long long length;

	content->length = 0;
	if (half->generation != generation || half->length < TAG_SIZE || half->length > ISOFT_CONTENT_MAX + TAG_SIZE) {
		return ISOFT_SEAL_DAMAGED;
	}
	if (!key) {
		return ISOFT_SEAL_UNKNOWN_KEY;
	}
	bound = seal_bind(key, slot, generation);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(content->plain, &length, NULL, half->sealed, half->length,
			(const unsigned char *)&bound, sizeof(bound), half->nonce, key->seal)
		!= 0) {
		return ISOFT_SEAL_DAMAGED;
	}
	content->key = key;
	content->generation = generation;
	content->length = (size_t)length;
	if (!seal_parse(content)) {
		isoft_content_wipe(content);
		return ISOFT_SEAL_DAMAGED;
	}
	return ISOFT_SEAL_OPEN;
}

bool isoft_content_is_of(const isoft_content *content, const char *account)
{
	return strlen(account) == content->name_length
		&& memcmp(content->plain + ISOFT_CONTENT_HEAD, account, content->name_length) == 0;
}

void isoft_content_account(const isoft_content *content, char account[ISOFT_ACCOUNT_MAX + 1])
{
	memcpy(account, content->plain + ISOFT_CONTENT_HEAD, content->name_length);
	account[content->name_length] = '\0';
}

void isoft_content_record(const isoft_content *content, isoft_record *record)
{
	size_t head = ISOFT_CONTENT_HEAD + content->name_length;

	record->generation = content->generation;
	record->length = content->length - head;
	memcpy(record->bytes, content->plain + head, record->length);
}

void isoft_content_wipe(isoft_content *content)
{
	sodium_memzero(content->plain, content->length);
	content->length = 0;
}
