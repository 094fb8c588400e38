/* Concurrency: readers see complete records only, writers lose no record, and the hint does not stay stale. */
#define _GNU_SOURCE

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "scene.h"
#include "store/next_due.h"
#include "store/handle.h"
#include "store/shared.h"

enum { READERS = 4, WRITES = 400 };

static atomic_bool *over; /* in memory shared by all processes of the test */

static void shared_flag(void)
{
	over = mmap(NULL, sizeof(*over), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	need(over != MAP_FAILED);
}

/* Reads until *over is true: numbers never decrease, and every record is a complete record. */
static int read_on(void *with)
{
	isoft_store *store = scene_open();
	isoft_record record;
	int last = 0;
	uint64_t generation = 0;
	bool done;

	(void)with;
	do {
		int number;

		done = *over;
		need(scene_read(store, "default", &record) == ISOFT_STORE_OK);
		number = scene_number(&record);
		need(number >= last && record.generation >= generation);
		last = number;
		generation = record.generation;
	} while (!done);
	need(last == WRITES);
	isoft_store_close(store);
	return 0;
}

static void *read_on_in_thread(void *with)
{
	read_on(with);
	return NULL;
}

static void put_number(isoft_store *store, int number)
{
	char text[SCENE_TEXT_SIZE];

	scene_text(text, number);
	scene_put(store, "default", text);
}

static void write_numbers(isoft_store *store)
{
	for (int i = 1; i <= WRITES; i++) {
		put_number(store, i);
	}
}

static void processes(void)
{
	isoft_store *store = scene_open();
	pid_t readers[READERS];

	shared_flag();
	put_number(store, 0);
	for (int i = 0; i < READERS; i++) {
		readers[i] = scene_fork(read_on, NULL);
	}
	write_numbers(store);
	*over = true;
	for (int i = 0; i < READERS; i++) {
		need(scene_wait(readers[i]) == 0);
	}
	isoft_store_close(store);
}

static void threads(void)
{
	isoft_store *store = scene_open();
	pthread_t readers[READERS];

	shared_flag();
	put_number(store, 0);
	for (int i = 0; i < READERS; i++) {
		need(pthread_create(&readers[i], NULL, read_on_in_thread, NULL) == 0);
	}
	write_numbers(store);
	*over = true;
	for (int i = 0; i < READERS; i++) {
		pthread_join(readers[i], NULL);
	}
	isoft_store_close(store);
}

/* Increments the number in the record, under the account lock. */
static void add_one(isoft_store *store, const char *account)
{
	char text[SCENE_TEXT_SIZE];
	isoft_record record;
	isoft_lock lock = scene_lock(store, account);
	isoft_store_status status = scene_read(store, account, &record);
	int number = status == ISOFT_STORE_OK ? scene_number(&record) : 0;

	need(status != ISOFT_STORE_FAILED && number >= 0);
	scene_text(text, number + 1);
	need(isoft_store_write(store, &lock, text, strlen(text), 0, &scene_failure));
	isoft_store_unlock(store, &lock);
}

static int add_many(void *with)
{
	isoft_store *store = scene_open();

	(void)with;
	for (int i = 0; i < 50; i++) {
		add_one(store, i % 2 ? "odd" : "even");
	}
	isoft_store_close(store);
	return 0;
}

static void *add_many_in_thread(void *with)
{
	add_many(with);
	return NULL;
}

static void need_number(const char *account, int number)
{
	isoft_store *store = scene_open();
	isoft_record record;

	need(scene_read(store, account, &record) == ISOFT_STORE_OK && scene_number(&record) == number);
	isoft_store_close(store);
}

static void writers(void)
{
	pid_t children[READERS];

	for (int i = 0; i < READERS; i++) {
		children[i] = scene_fork(add_many, NULL);
	}
	for (int i = 0; i < READERS; i++) {
		need(scene_wait(children[i]) == 0);
	}
	need_number("odd", READERS * 25);
	need_number("even", READERS * 25);
}

static void writing_threads(void)
{
	pthread_t adders[READERS];

	for (int i = 0; i < READERS; i++) {
		need(pthread_create(&adders[i], NULL, add_many_in_thread, NULL) == 0);
	}
	for (int i = 0; i < READERS; i++) {
		pthread_join(adders[i], NULL);
	}
	need_number("odd", READERS * 25);
	need_number("even", READERS * 25);
}

/* All processes write and erase the same accounts at once; no account ever gets the record of another account. */
static int come_and_go(void *with)
{
	isoft_store *store = scene_open();
	isoft_record record;
	unsigned random = (unsigned)(size_t)with;

	for (int i = 0; i < 150; i++) {
		char name[32];
		isoft_lock lock;
		isoft_store_status status;

		snprintf(name, sizeof(name), "account %d", rand_r(&random) % 5);
		status = scene_read(store, name, &record);
		need(status != ISOFT_STORE_FAILED);
		need(status == ISOFT_STORE_MISSING || strncmp((char *)record.bytes, name, strlen(name)) == 0);
		lock = scene_lock(store, name);
		if (rand_r(&random) % 2) {
			need(isoft_store_erase(store, &lock, &scene_failure));
		} else {
			need(isoft_store_write(store, &lock, name, strlen(name), 0, &scene_failure));
		}
		isoft_store_unlock(store, &lock);
	}
	isoft_store_close(store);
	return 0;
}

static void comings_and_goings(void)
{
	pid_t children[READERS];

	for (size_t i = 0; i < READERS; i++) {
		children[i] = scene_fork(come_and_go, (void *)(i + 1));
	}
	for (int i = 0; i < READERS; i++) {
		need(scene_wait(children[i]) == 0);
	}
}

static int set_dues(void *with)
{
	isoft_store *store = scene_open();
	int which = (int)(size_t)with;
	char name[32];

	snprintf(name, sizeof(name), "account %d", which);
	for (int i = 0; i < 60; i++) {
		scene_put_due(store, name, "x", 1000000 - i * 1000 + which);
	}
	scene_put_due(store, name, "x", 5000 + which);
	isoft_store_close(store);
	return 0;
}

static void hint(void)
{
	isoft_store *store = scene_open();

	for (int round = 0; round < 5; round++) {
		pid_t children[READERS];

		for (size_t i = 0; i < READERS; i++) {
			children[i] = scene_fork(set_dues, (void *)(i + 1));
		}
		for (int i = 0; i < READERS; i++) {
			need(scene_wait(children[i]) == 0);
		}
		need(isoft_store_next_due(store) == 5001);
	}
	isoft_store_close(store);
}

enum { DUE_ROUNDS = 3000, DUE_WRITES = 4 };

static pthread_barrier_t barrier;

/* Writes `due` values without syncs, so that the writers race more often. Waits at three barriers per round. */
static void *write_dues(void *with)
{
	isoft_store *store = scene_open();
	uint32_t slot = (uint32_t)(size_t)with;
	unsigned random = slot;

	for (int round = 0; round < DUE_ROUNDS; round++) {
		pthread_barrier_wait(&barrier);
		for (int i = 0; i < DUE_WRITES; i++) {
			int64_t due = 1 + rand_r(&random) % 3;
			uint64_t at = isoft_layout_entry(slot) + offsetof(isoft_entry, due);

			need(isoft_os_write_at(store->mapping.descriptor, &due, sizeof(due), at));
			isoft_next_due_refresh(&store->mapping);
		}
		pthread_barrier_wait(&barrier);
		pthread_barrier_wait(&barrier);
	}
	isoft_store_close(store);
	return NULL;
}

static void hint_stress(void)
{
	isoft_store *store = scene_open();
	pthread_t writers[READERS];

	need(pthread_barrier_init(&barrier, NULL, READERS + 1) == 0);
	for (size_t i = 0; i < READERS; i++) {
		need(pthread_create(&writers[i], NULL, write_dues, (void *)i) == 0);
	}
	for (int round = 0; round < DUE_ROUNDS; round++) {
		int64_t hint, earliest = INT64_MAX;

		pthread_barrier_wait(&barrier);
		pthread_barrier_wait(&barrier);
		hint = isoft_store_next_due(store);
		for (uint32_t slot = 0; slot < READERS; slot++) {
			int64_t due = isoft_mapping_entry(&store->mapping, slot)->due;

			earliest = due < earliest ? due : earliest;
		}
		need(hint == earliest);
		pthread_barrier_wait(&barrier);
	}
	for (int i = 0; i < READERS; i++) {
		pthread_join(writers[i], NULL);
	}
	isoft_store_close(store);
}

/* A writer was killed after it published and before it refreshed the hint: the next lock or open refreshes the hint. */
static void hint_left_behind(void)
{
	isoft_store *store = scene_open();
	isoft_lock lock;

	scene_put_due(store, "a", "x", 5000);
	isoft_store_shared(store)->next_due = 900000;
	lock = scene_lock(store, "b");
	need(isoft_store_next_due(store) == 5000);
	isoft_store_unlock(store, &lock);
	isoft_store_shared(store)->next_due = 900000;
	isoft_store_close(store);
	store = scene_open();
	need(isoft_store_next_due(store) == 5000);
	isoft_store_close(store);
}

static const scene_test tests[] = {
	{"processes that read during writes see complete records, in order", processes},
	{"threads that read during writes see complete records, in order", threads},
	{"concurrent writers in processes lose no record", writers},
	{"concurrent writers in threads lose no record", writing_threads},
	{"accounts that are written and erased at once get no record of another account", comings_and_goings},
	{"the hint is right after writers raced", hint},
	{"the hint does not stay stale after any race of writers", hint_stress},
	{"a stale hint is refreshed by a lock and by an open", hint_left_behind},
};

SCENE_MAIN(tests)
