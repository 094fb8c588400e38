/*
 * Bench: compares a warm read with the decryption alone of the same number of bytes, in nanoseconds per read.
 *
 *     cc -O2 -Iext tests/native/store/bench_read.c ext/store/... ext/support/... -lsodium -pthread && ./a.out DIRECTORY
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "store/store.h"

enum { ROUNDS = 200000 };

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static double bare(size_t length)
{
	static unsigned char plain[5000], sealed[5000], key[32], nonce[24], bound[24];
	unsigned long long sealed_length, opened;
	double began;

	crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, &sealed_length, plain, length, bound, 24, NULL, nonce, key);
	began = now();
	for (int i = 0; i < ROUNDS; i++) {
		if (crypto_aead_xchacha20poly1305_ietf_decrypt(
				plain, &opened, NULL, sealed, sealed_length, bound, 24, nonce, key)) {
			return -1;
		}
	}
	return (now() - began) / ROUNDS;
}

static double warm(isoft_store *store)
{
	isoft_record record;
	isoft_failure failure;
	double began = now();

	for (int i = 0; i < ROUNDS; i++) {
		if (isoft_store_read(store, "default", &record, &failure) != ISOFT_STORE_OK) {
			return -1;
		}
	}
	return (now() - began) / ROUNDS;
}

int main(int count, char **arguments)
{
	static const size_t lengths[] = {200, 800, 1500, 3000, ISOFT_RECORD_MAX};
	static unsigned char bytes[ISOFT_RECORD_MAX];
	isoft_store_config config = {.directory = count > 1 ? arguments[1] : "", .accounts = 128};
	isoft_store *store;
	isoft_lock lock;
	isoft_failure failure;

	if (sodium_init() < 0 || isoft_store_open(&store, &config, true, &failure) != ISOFT_STORE_OK
		|| isoft_store_lock(store, "default", 1000, &lock, &failure) != ISOFT_STORE_OK) {
		fprintf(stderr, "%s\n", failure.message);
		return 1;
	}
	puts("bytes   bare open   warm read");
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		if (!isoft_store_write(store, &lock, bytes, lengths[i], 0, &failure)) {
			fprintf(stderr, "%s\n", failure.message);
			return 1;
		}
		printf("%5zu %8.0f ns %8.0f ns\n", lengths[i], bare(lengths[i] + 16), warm(store));
	}
	isoft_store_unlock(store, &lock);
	isoft_store_close(store);
	return 0;
}
