#include "decryptions.h"

#include <sodium.h>

int __real_crypto_aead_xchacha20poly1305_ietf_decrypt(unsigned char *plain, unsigned long long *length,
	unsigned char *unused, const unsigned char *sealed, unsigned long long sealed_length, const unsigned char *bound,
	unsigned long long bound_length, const unsigned char *nonce, const unsigned char *key);
int __wrap_crypto_aead_xchacha20poly1305_ietf_decrypt(unsigned char *plain, unsigned long long *length,
	unsigned char *unused, const unsigned char *sealed, unsigned long long sealed_length, const unsigned char *bound,
	unsigned long long bound_length, const unsigned char *nonce, const unsigned char *key);

static int count;

int decryptions(void)
{
	return count;
}

int __wrap_crypto_aead_xchacha20poly1305_ietf_decrypt(unsigned char *plain, unsigned long long *length,
	unsigned char *unused, const unsigned char *sealed, unsigned long long sealed_length, const unsigned char *bound,
	unsigned long long bound_length, const unsigned char *nonce, const unsigned char *key)
{
	count++;
	return __real_crypto_aead_xchacha20poly1305_ietf_decrypt(
		plain, length, unused, sealed, sealed_length, bound, bound_length, nonce, key);
}
