/*
 * Bench: what the index costs with 10,000, 100,000 and 1,000,000 accounts, in nanoseconds: the hash of a name, a
 * look-up of an account by its hash, one of an unknown name, an addition. The file has no records: its segments are
 * holes, so that it fits on any disk.
 *
 *     cc -O2 -Iext tests/native/store/bench_index.c ext/store/... ext/support/... -lsodium -pthread && ./a.out
 * DIRECTORY
 */
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/entry.h"
#include "store/index.h"

enum { ROUNDS = 200000, ADDED = 20000 };

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static void hash_of(const isoft_key *key, uint32_t account, unsigned char hash[ISOFT_HASH_SIZE])
{
	char name[32];

	snprintf(name, sizeof(name), "account-%u", (unsigned)account);
	isoft_key_hash_name(key, name, hash);
}

/* With the look at the entry, as a read of the account does it. */
static int look(const isoft_mapping *mapping, const unsigned char *hash)
{
	isoft_index_search search;
	uint32_t slot;

	isoft_index_begin(&search, mapping, hash);
	while (isoft_index_next(&search, mapping, &slot)) {
		if (memcmp(isoft_mapping_entry(mapping, slot)->hash, hash, ISOFT_HASH_SIZE) == 0) {
			return 1;
		}
	}
	return 0;
}

static double look_all(const isoft_mapping *mapping, unsigned char (*hashes)[ISOFT_HASH_SIZE], long *found)
{
	double began = now();

	*found = 0;
	for (int i = 0; i < ROUNDS; i++) {
		*found += look(mapping, hashes[i]);
	}
	return (now() - began) / ROUNDS;
}

static int add(const isoft_mapping *mapping, const isoft_key *key, uint32_t account)
{
	unsigned char hash[ISOFT_HASH_SIZE];

	hash_of(key, account, hash);
	return isoft_index_add(mapping, hash, account) && isoft_entry_write_hash(mapping, account, hash);
}

static int measure(const char *path, uint32_t accounts)
{
	static const isoft_key key = {.name = {7}};
	isoft_mapping mapping;
	unsigned char(*known)[ISOFT_HASH_SIZE] = malloc(ROUNDS * sizeof(*known));
	unsigned char(*unknown)[ISOFT_HASH_SIZE] = malloc(ROUNDS * sizeof(*unknown));
	uint32_t chosen = 1;
	long found, false_ones;
	double began, hashed, hit, miss, added;

	isoft_mapping_init(&mapping);
	mapping.segments = (accounts + ADDED + ISOFT_SEGMENT_SLOTS - 1) / ISOFT_SEGMENT_SLOTS;
	mapping.descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	if (mapping.descriptor == -1 || ftruncate(mapping.descriptor, (off_t)isoft_layout_size(mapping.segments)) != 0
		|| !isoft_os_map(mapping.descriptor, (size_t)isoft_layout_size(mapping.segments), &mapping.file)) {
		perror(path);
		return 1;
	}
	for (uint32_t i = 0; i < accounts; i++) {
		if (!add(&mapping, &key, i)) {
			return 1;
		}
	}
	began = now();
	for (uint32_t i = 0; i < ROUNDS; i++) {
		chosen = chosen * 1664525 + 1013904223;
		hash_of(&key, (chosen >> 2) % accounts, known[i]);
		hash_of(&key, accounts + ADDED + i, unknown[i]);
	}
	hashed = (now() - began) / ROUNDS / 2;
	look_all(&mapping, known, &found); /* maps the pages that are asked for */
	hit = look_all(&mapping, known, &found);
	miss = look_all(&mapping, unknown, &false_ones);
	began = now();
	for (uint32_t i = 0; i < ADDED; i++) {
		if (!add(&mapping, &key, accounts + i)) {
			return 1;
		}
	}
	added = (now() - began) / ADDED;
	printf("%9u %9.0f %9.0f %9.0f %9.0f   %ld of %d found, %ld false\n", (unsigned)accounts, hashed, hit, miss, added,
		found, ROUNDS, false_ones);
	free(known);
	free(unknown);
	isoft_mapping_close(&mapping);
	unlink(path);
	return 0;
}

int main(int count, char **arguments)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/index.bench", count > 1 ? arguments[1] : ".");
	puts(" accounts      hash   look-up      miss  addition");
	return sodium_init() < 0 || measure(path, 10000) || measure(path, 100000) || measure(path, 1000000);
}
