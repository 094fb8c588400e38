/*
 * Readers and a writer in one process, for ThreadSanitizer; built by tests/suites/threads.
 *
 * ThreadSanitizer does not see the pwrite of the writer, because the kernel does it. So this program replaces pwrite by
 * stores into the mapping that the readers share. The writer waits for the readers after each generation: a copy that
 * is overwritten while it is made is a race by design, which the tag detects and readers.c tests.
 */
#define _GNU_SOURCE

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "scene.h"
#include "store/fetch.h"
#include "store/handle.h"
#include "store/table.h"

enum { READERS = 4, WRITES = 200, ROUNDS = 20 };

ssize_t __real_pwrite(int descriptor, const void *bytes, size_t length, off_t offset);
ssize_t __wrap_pwrite(int descriptor, const void *bytes, size_t length, off_t offset);

static isoft_store *store;
static bool pwrite_replaced;

/* The kernel stores aligned words whole and, we assume, in order. It promises nothing for longer writes. */
ssize_t __wrap_pwrite(int descriptor, const void *bytes, size_t length, off_t offset)
{
	char *to;

	if (!pwrite_replaced) {
		return __real_pwrite(descriptor, bytes, length, offset);
	}
	to = (char *)store->mapping.file.address + offset;
	if (length > 2 * sizeof(uint64_t)) {
		memcpy(to, bytes, length);
		return (ssize_t)length;
	}
	for (size_t at = 0; at < length; at += sizeof(uint64_t)) {
		uint64_t word;

		memcpy(&word, (const char *)bytes + at, sizeof(word));
		__atomic_store_n((uint64_t *)(to + at), word, __ATOMIC_RELEASE);
	}
	return (ssize_t)length;
}

static _Atomic uint64_t published;     /* the last published generation */
static _Atomic uint64_t seen[READERS]; /* the last generation that each reader has read */
static uint32_t slot;

static void read_one(uint64_t *last)
{
	uint64_t min = published;
	isoft_content content;
	isoft_record record;

	need(isoft_fetch(store, slot, &content) == ISOFT_FETCH_RECORD);
	isoft_content_record(&content, &record);
	need(record.generation >= min && record.generation >= *last);
	need(scene_number(&record) == (int)record.generation);
	*last = record.generation;
	isoft_content_wipe(&content);
	isoft_record_wipe(&record);
}

static void *read_on(void *with)
{
	size_t which = (size_t)with;
	uint64_t last = 0;

	while (last < WRITES) {
		read_one(&last);
		seen[which] = last;
	}
	return NULL;
}

static void put(uint64_t generation)
{
	char text[SCENE_TEXT_SIZE];

	scene_text(text, (int)generation);
	scene_put_due(store, "default", text, (int64_t)generation);
	published = generation;
}

static void wait_for_readers(uint64_t generation)
{
	for (int which = 0; which < READERS; which++) {
		while (seen[which] < generation) {
			sched_yield();
		}
	}
}

/* Makes the first write through the kernel and finds the account's slot, then replaces pwrite. */
static void replace_pwrite(void)
{
	const isoft_cached *found;

	store = scene_open();
	put(1);
	need(isoft_table_find(store, "default", &found, &scene_failure) == ISOFT_STORE_OK);
	slot = found->slot;
	need(mprotect((void *)store->mapping.file.address, store->mapping.file.length, PROT_READ | PROT_WRITE) == 0);
	pwrite_replaced = true;
}

static void one_mapping(void)
{
	pthread_t readers[READERS];

	replace_pwrite();
	for (size_t which = 0; which < READERS; which++) {
		need(pthread_create(&readers[which], NULL, read_on, (void *)which) == 0);
	}
	for (uint64_t generation = 2; generation <= WRITES; generation++) {
		wait_for_readers(generation - 1);
		put(generation);
	}
	for (int which = 0; which < READERS; which++) {
		pthread_join(readers[which], NULL);
	}
	isoft_store_close(store);
}

/* Like thread-safe PHP: each thread opens its own handle, compares it with changing settings and closes it. */
static void *open_and_close(void *with)
{
	static const char *const keys[] = {NULL, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="};
	isoft_store_config config = scene_config();
	size_t which = (size_t)with;
	isoft_failure failure;
	isoft_record record;
	isoft_store *own;
	isoft_lock lock;

	for (int round = 0; round < ROUNDS; round++) {
		config.accounts = 64 + 64 * (uint32_t)(round % 3);
		config.previous_keys = keys[(round + (int)which) % 2];
		need(isoft_store_open(&own, &config, true, &failure) == ISOFT_STORE_OK);
		need(isoft_store_matches(own, &config) && isoft_store_check(own, &failure) == ISOFT_STORE_OK);
		need(isoft_store_lock(own, "default", 20000, &lock, &failure) == ISOFT_STORE_OK);
		need(isoft_store_write(own, &lock, "x", 1, 1 + round, &failure));
		isoft_store_unlock(own, &lock);
		need(isoft_store_read(own, "default", &record, &failure) == ISOFT_STORE_OK && record.length == 1);
		isoft_store_close(store);
	}
	return NULL;
}

static void handles_of_their_own(void)
{
	pthread_t threads[READERS];

	for (size_t which = 0; which < READERS; which++) {
		need(pthread_create(&threads[which], NULL, open_and_close, (void *)which) == 0);
	}
	for (int which = 0; which < READERS; which++) {
		pthread_join(threads[which], NULL);
	}
}

static const scene_test tests[] = {
	{"threads that read one mapping see complete records, never older than the last published record", one_mapping},
	{"threads with their own handles open, write, read and close at once", handles_of_their_own},
};

SCENE_MAIN(tests)
