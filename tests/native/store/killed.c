/* Processes killed at any call and at any time: the old or the new record is left, and the next writer can write. */
#define _GNU_SOURCE

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "faults.h"
#include "scene.h"
#include "store/layout.h"

typedef struct {
	int (*work)(void *);
	fault_kind kind;
	int at;
	scene_signal signal;
} plan;

static void begin_faults(const plan *with)
{
	faults_set(with->kind, with->at, 0);
}

static int create(void *with)
{
	begin_faults(with);
	isoft_store_close(scene_open());
	return 0;
}

static int write_first(void *with)
{
	isoft_store *store = scene_open();

	begin_faults(with);
	scene_put_due(store, "default", "new", 2000);
	return 0;
}

static int write_next(void *with)
{
	isoft_store *store = scene_open();
	isoft_lock lock = scene_lock(store, "default");

	begin_faults(with);
	need(isoft_store_write(store, &lock, "new", 3, 2000, &scene_failure));
	return 0;
}

static int erase(void *with)
{
	isoft_store *store = scene_open();
	isoft_lock lock = scene_lock(store, "default");

	begin_faults(with);
	need(isoft_store_erase(store, &lock, &scene_failure));
	isoft_store_unlock(store, &lock);
	return 0;
}

static int grow(void *with)
{
	isoft_store_config config = scene_config();

	config.accounts = 300;
	begin_faults(with);
	isoft_store_close(scene_open_with(&config));
	return 0;
}

static void start_over(const char *text)
{
	isoft_store *store;

	unlink(scene_path("tokens"));
	unlink(scene_path("key"));
	unlink(scene_path("lock-ranges"));
	unlink(scene_path("lock-0"));
	unlink(scene_path("lock-table"));
	if (text) {
		store = scene_open();
		scene_put_due(store, "default", text, 1000);
		isoft_store_close(store);
	}
}

/*
 * Runs the work again and again, and kills it at each call in turn and in each way, until it completes. Calls `look`
 * after each run.
 */
static void kill_everywhere(int (*work)(void *), const char *text, void (*look)(bool killed))
{
	for (int kind = FAULT_DIE_BEFORE; kind <= FAULT_DIE_AFTER; kind++) {
		plan with = {work, (fault_kind)kind, 1, {{0, 0}}};
		int status = -SIGKILL;

		for (; status == -SIGKILL; with.at++) {
			start_over(text);
			status = scene_wait(scene_fork(work, &with));
			need(status == 0 || status == -SIGKILL);
			look(status == -SIGKILL);
		}
		need(with.at > 3);
	}
}

static void need_writable(isoft_store *store)
{
	scene_put_due(store, "default", "newer", 3000);
	need(scene_has(store, "default", "newer") && scene_next_due(store) == 3000);
	isoft_store_close(store);
}

static void look_at_new_store(bool killed)
{
	(void)killed;
	need_writable(scene_open());
}

static void look_at_first(bool killed)
{
	isoft_store *store = scene_open();
	isoft_record record;

	need(
		scene_has(store, "default", "new") || (killed && scene_read(store, "default", &record) == ISOFT_STORE_MISSING));
	need_writable(store);
}

static void look_at_next(bool killed)
{
	isoft_store *store = scene_open();
	isoft_lock lock;
	bool new = scene_has(store, "default", "new");

	need(new || (killed && scene_has(store, "default", "old")));
	lock = scene_lock(store, "default");
	need(!new || scene_has(store, "default", "new"));
	need(scene_next_due(store) == (scene_has(store, "default", "new") ? 2000 : 1000));
	isoft_store_unlock(store, &lock);
	need_writable(store);
}

static void look_at_erased(bool killed)
{
	isoft_store *store = scene_open();
	isoft_record record;
	isoft_lock lock;
	bool gone = scene_read(store, "default", &record) == ISOFT_STORE_MISSING;

	need(gone || (killed && scene_has(store, "default", "old")));
	lock = scene_lock(store, "default");
	if (gone) {
		size_t length;
		unsigned char *bytes = scene_load(scene_path("tokens"), &length);

		need(sodium_is_zero(bytes + isoft_layout_half(0, 0), length - isoft_layout_half(0, 0)));
		free(bytes);
	}
	isoft_store_unlock(store, &lock);
	need_writable(store);
}

static void look_at_grown(bool killed)
{
	isoft_store *store = scene_open();
	plan none = {grow, FAULT_NONE, 0, {{0, 0}}};

	(void)killed;
	need(scene_has(store, "default", "old"));
	need(scene_wait(scene_fork(grow, &none)) == 0);
	need(scene_size(scene_path("tokens")) == isoft_layout_size(5));
	need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_OK && scene_has(store, "default", "old"));
	need_writable(store);
}

static void creators(void)
{
	kill_everywhere(create, NULL, look_at_new_store);
}

static int count_temporary(const char *directory)
{
	DIR *listing = opendir(directory);
	struct dirent *entry;
	int count = 0;

	need(listing != NULL);
	while ((entry = readdir(listing))) {
		count += strncmp(entry->d_name, "infusionsoft-new-", strlen("infusionsoft-new-")) == 0;
	}
	closedir(listing);
	return count;
}

/* The next creator removes the temporary files of killed creators. */
static void remains_of_creators(void)
{
	plan with = {create, FAULT_DIE_BEFORE, 1, {{0, 0}}};

	int most = 0;

	for (; with.at < 20; with.at++) {
		start_over(NULL);
		scene_wait(scene_fork(create, &with));
		most = count_temporary(scene_path("")) > most ? count_temporary(scene_path("")) : most;
	}
	start_over(NULL);
	need_writable(scene_open());
	need(most > 0 && count_temporary(scene_path("")) == 0);
}

static void first_writers(void)
{
	kill_everywhere(write_first, NULL, look_at_first);
}

static void next_writers(void)
{
	kill_everywhere(write_next, "old", look_at_next);
}

static void erasers(void)
{
	kill_everywhere(erase, "old", look_at_erased);
}

static void growers(void)
{
	kill_everywhere(grow, "old", look_at_grown);
}

/* Writes increasing numbers until it is killed. Reports each written number through a pipe. */
static int write_on(void *with)
{
	plan *own = with;
	isoft_store *store = scene_open();
	isoft_record record;
	int number = scene_read(store, "default", &record) == ISOFT_STORE_OK ? scene_number(&record) : 0;

	need(number >= 0);
	do {
		char text[SCENE_TEXT_SIZE];

		scene_text(text, ++number);
		scene_put(store, "default", text);
	} while (write(own->signal.ends[1], &number, sizeof(number)) == sizeof(number));
	return 1;
}

/* Reads until the pipe is empty and closed. Returns the last reported number. */
static int last_reported(scene_signal signal, int last)
{
	int number;

	close(signal.ends[1]);
	while (read(signal.ends[0], &number, sizeof(number)) == sizeof(number)) {
		last = number;
	}
	close(signal.ends[0]);
	return last;
}

static void at_any_instant(void)
{
	isoft_store *store = scene_open();
	int reported = 0;

	for (int round = 0; round < 150; round++) {
		plan with = {write_on, FAULT_NONE, 0, scene_signal_make()};
		pid_t writer = scene_fork(write_on, &with);
		struct timespec pause = {0, (long)randombytes_uniform(12000000)};
		isoft_record record;
		isoft_lock lock;
		int first, number;

		/* Waits for the first write, so that the kill falls into a later write. */
		need(read(with.signal.ends[0], &first, sizeof(first)) == sizeof(first) && first > reported);
		nanosleep(&pause, NULL);
		kill(writer, SIGKILL);
		need(scene_wait(writer) == -SIGKILL);
		reported = last_reported(with.signal, first);
		need(scene_read(store, "default", &record) == ISOFT_STORE_OK);
		number = scene_number(&record);
		need(number == reported || number == reported + 1);
		lock = scene_lock(store, "default");
		need(scene_read(store, "default", &record) == ISOFT_STORE_OK && scene_number(&record) >= number);
		need(scene_number(&record) <= reported + 1);
		reported = scene_number(&record);
		isoft_store_unlock(store, &lock);
	}
	isoft_store_close(store);
}

static int write_under_error(void *with)
{
	plan *own = with;
	isoft_store *store = scene_open();
	isoft_lock lock = scene_lock(store, "default");
	bool written;

	faults_set(FAULT_ERROR, own->at, ENOSPC);
	written = isoft_store_write(store, &lock, "new", 3, 2000, &scene_failure);
	need(written || scene_says("the disk is full"));
	need(!written || faults_calls() < own->at);
	faults_set(FAULT_NONE, 0, 0);
	need(scene_has(store, "default", "new") || (!written && scene_has(store, "default", "old")));
	isoft_store_unlock(store, &lock);
	return written;
}

static void disk_errors(void)
{
	plan with = {write_under_error, FAULT_ERROR, 1, {{0, 0}}};
	int status = 0;

	for (; status == 0; with.at++) {
		start_over("old");
		status = scene_wait(scene_fork(write_under_error, &with));
		need_writable(scene_open());
	}
	need(status == 1 && with.at > 4);
}

static void short_writes(void)
{
	isoft_store *store;

	faults_set(FAULT_SHORT, 1, 0);
	store = scene_open();
	scene_put(store, "default", "in small pieces");
	scene_put(store, "default", "in small pieces again");
	faults_set(FAULT_NONE, 0, 0);
	need(scene_has(store, "default", "in small pieces again"));
	isoft_store_close(store);
	store = scene_open();
	need(scene_has(store, "default", "in small pieces again"));
	isoft_store_close(store);
}

/* Who finds the hint passed moves it on before it reads, and dies: the accounts are read again 300 s later. */
static int die_at_hint(void *with)
{
	isoft_store *store = scene_open();

	faults_set(FAULT_DIE_AFTER, 1, 0);
	isoft_store_next_due(store, 2000);
	return with != NULL;
}

static void reader_of_the_hint_dies(void)
{
	isoft_store *store = scene_open();

	scene_put_due(store, "a", "x", 1000);
	need(isoft_store_next_due(store, 1) == 1000);
	need(scene_wait(scene_fork(die_at_hint, NULL)) == -SIGKILL);
	need(isoft_store_next_due(store, 2000) == 2300 && isoft_store_next_due(store, 2300) == 1000);
	isoft_store_close(store);
}

static const scene_test tests[] = {
	{"after a creator was killed at any call, a store can be created", creators},
	{"temporary files of killed creators are removed", remains_of_creators},
	{"a first writer killed at any call leaves no record or the complete record", first_writers},
	{"a writer killed at any call leaves the old or the new record", next_writers},
	{"a process killed while it erases a record leaves the record or no record", erasers},
	{"a process killed while it grows the store leaves the store intact", growers},
	{"a writer killed at any time loses no record that it reported as written", at_any_instant},
	{"a disk error at any call is reported, and no record is lost", disk_errors},
	{"short and interrupted writes are completed", short_writes},
	{"a process killed while it reads the hint hides nothing for longer than 300 s", reader_of_the_hint_dies},
};

SCENE_MAIN(tests)
