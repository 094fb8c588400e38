/* Concurrency: creators make one store, readers see complete records only, writers lose no record, and the hint does
 * not stay stale. */
#define _GNU_SOURCE

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "scene.h"
#include "store/handle.h"

enum { READERS = 4, WRITES = 400, OPENERS = 12 };

static scene_signal start;

static int open_and_write(void *with)
{
	isoft_store *store;
	char name[32];

	scene_signal_wait(start);
	store = scene_open();
	snprintf(name, sizeof(name), "opener %d", (int)(size_t)with);
	scene_put(store, name, name);
	isoft_store_close(store);
	return 0;
}

static void race(void)
{
	for (int round = 0; round < 25; round++) {
		pid_t openers[OPENERS];
		isoft_store *store;

		start = scene_signal_make();
		for (size_t i = 0; i < OPENERS; i++) {
			openers[i] = scene_fork(open_and_write, (void *)i);
		}
		for (int i = 0; i < OPENERS; i++) {
			scene_signal_send(start);
		}
		for (int i = 0; i < OPENERS; i++) {
			need(scene_wait(openers[i]) == 0);
		}
		store = scene_open();
		for (int i = 0; i < OPENERS; i++) {
			char name[32];

			snprintf(name, sizeof(name), "opener %d", i);
			need(scene_has(store, name, name));
		}
		isoft_store_close(store);
		close(start.ends[0]);
		close(start.ends[1]);
		need(unlink(scene_path("tokens")) == 0 && unlink(scene_path("key")) == 0);
		need(unlink(scene_path("lock-table")) == 0);
	}
}

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
		need(scene_next_due(store) == 5001);
	}
	isoft_store_close(store);
}

static void put_due_behind(const isoft_store *store, int64_t due)
{
	uint64_t at = isoft_layout_entry(0) + offsetof(isoft_entry, due);

	need(isoft_os_write_at(store->mapping.descriptor, &due, sizeof(due), at));
}

/* One process reads the accounts when the hint is passed; the others take what it found. */
static void hint_is_shared(void)
{
	isoft_store *store = scene_open(), *other = scene_open();

	scene_put_due(store, "a", "x", 5000);
	need(isoft_store_next_due(store, 1000) == 5000);
	/* A change that no write announced is found when all accounts are read again: after 300 s. */
	put_due_behind(store, 4000);
	need(isoft_store_next_due(other, 1001) == 1300 && isoft_store_next_due(other, 1299) == 1300);
	need(isoft_store_next_due(other, 1300) == 4000 && isoft_store_next_due(store, 1300) == 1600);
	/* A write lowers it at once, for the others within 10 s. */
	scene_put_due(store, "b", "x", 1400);
	need(isoft_store_next_due(store, 1301) == 1400);
	need(isoft_store_next_due(other, 1309) == 4000 && isoft_store_next_due(other, 1310) == 1400);
	/* What is due is given to one process a second. */
	need(isoft_store_next_due(other, 1400) == 1400);
	need(isoft_store_next_due(store, 1400) == 1401 && isoft_store_next_due(other, 1400) == 1401);
	need(isoft_store_next_due(store, 1401) == 1400);
	/* The clock was set back: a hint that is further ahead than any is read again. */
	need(isoft_store_next_due(store, 100) == 1400 && isoft_store_next_due(other, 101) == 400);
	isoft_store_close(store);
	isoft_store_close(other);
}

/* Only what is due is opened: a damaged record that is not due is not even looked at. */
static void walk_over_due_accounts(void)
{
	isoft_store *store = scene_open();
	char account[ISOFT_ACCOUNT_MAX + 1];
	isoft_record record;
	uint32_t position = 0;
	const unsigned char damage = 0xff;

	scene_put_due(store, "later", "x", 3001);
	scene_put_due(store, "never", "x", 0);
	scene_put_due(store, "now", "x", 3000);
	scene_put_due(store, "of a clock that was ahead", "x", 3001 + ISOFT_DUE_AHEAD_MAX_S);
	scene_patch(scene_path("tokens"), &damage, 1, isoft_layout_half(0, 1) + 60);
	need(isoft_store_next_of_due(store, &position, 3000, account, &record, &scene_failure) == ISOFT_STORE_OK);
	need(strcmp(account, "now") == 0);
	need(isoft_store_next_of_due(store, &position, 3000, account, &record, &scene_failure) == ISOFT_STORE_OK);
	need(strcmp(account, "of a clock that was ahead") == 0);
	need(isoft_store_next_of_due(store, &position, 3000, account, &record, &scene_failure) == ISOFT_STORE_MISSING);
	isoft_store_close(store);
}

/* The hint is asked for at the end of requests that did not look whether the file is whole. */
static void hint_of_a_cut_store(void)
{
	isoft_store *store = scene_open();

	scene_put_due(store, "a", "x", 5000);
	for (size_t size = scene_size(scene_path("tokens")); size > 0; size -= ISOFT_PAGE) {
		int64_t hint;

		need(truncate(scene_path("tokens"), (off_t)size) == 0);
		hint = scene_next_due(store);
		need(hint == (size > isoft_layout_segment(0) ? 5000 : 0));
	}
	need(truncate(scene_path("tokens"), 0) == 0 && scene_next_due(store) == 0);
	isoft_store_close(store);
}

/* Another process made the store larger: the hint covers the accounts that are not mapped here. */
static void hint_of_a_grown_store(void)
{
	isoft_store *store = scene_open(), *other;
	isoft_store_config config = scene_config();
	char name[32];

	config.accounts = 65;
	other = scene_open_with(&config);
	for (int i = 0; i < 65; i++) {
		snprintf(name, sizeof(name), "account %d", i);
		scene_put_due(other, name, "x", 5000 - i);
	}
	need(store->mapping.segments == 1 && scene_next_due(store) == 5000 - 64);
	isoft_store_close(other);
	isoft_store_close(store);
}

static const scene_test tests[] = {
	{"concurrent creators make one store and one key", race},
	{"processes that read during writes see complete records, in order", processes},
	{"threads that read during writes see complete records, in order", threads},
	{"concurrent writers in processes lose no record", writers},
	{"concurrent writers in threads lose no record", writing_threads},
	{"accounts that are written and erased at once get no record of another account", comings_and_goings},
	{"the hint is right after writers raced", hint},
	{"the hint is shared: one process reads all accounts when it has come", hint_is_shared},
	{"a walk over the due accounts opens no other record", walk_over_due_accounts},
	{"the hint of a store that is cut short faults nowhere", hint_of_a_cut_store},
	{"the hint covers the accounts by which another process made the store grow", hint_of_a_grown_store},
};

SCENE_MAIN(tests)
