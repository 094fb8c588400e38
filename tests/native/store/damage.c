/*
 * Damage: files that were flipped, torn, moved, truncated, replaced or restored. Each read gives a clear failure or the
 * right record, never a wrong record.
 */
#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults.h"
#include "scene.h"
#include "store/layout.h"

/* Slot 0 holds generations 1 and 2 of the account "zero", slot 1 holds generation 1 of the account "one". */
static const size_t INDEX = ISOFT_PAGE + ISOFT_SHARED_SIZE;
static const size_t ENTRY_0 = ISOFT_PAGE + ISOFT_SHARED_SIZE + ISOFT_PAGE;
static const size_t HALVES_0 = ISOFT_PAGE + ISOFT_SHARED_SIZE + 2 * ISOFT_PAGE;

static isoft_store *two_accounts(void)
{
	isoft_store *store = scene_open();

	scene_put_due(store, "zero", "zero, first", 1111);
	scene_put_due(store, "zero", "zero, second", 2222);
	scene_put_due(store, "one", "one, first", 3333);
	return store;
}

/* Accepts the account's last record or a failure with a message, and no wrong record. */
static void need_right_or_refused(isoft_store *store, const char *account, const char *text)
{
	isoft_record record;
	isoft_store_status status = scene_read(store, account, &record);

	if (status == ISOFT_STORE_OK) {
		need(record.length == strlen(text) && memcmp(record.bytes, text, record.length) == 0);
	} else {
		need(status == ISOFT_STORE_FAILED && scene_failure.kind == ISOFT_FAILURE_STORE && scene_failure.message[0]);
	}
}

static void walk_through(isoft_store *store)
{
	char account[ISOFT_ACCOUNT_MAX + 1];
	isoft_record record;
	uint32_t position = 0;
	isoft_store_status status;
	int seen = 0;

	while ((status = isoft_store_next(store, &position, account, &record, &scene_failure)) != ISOFT_STORE_MISSING) {
		need(++seen <= 3);
		if (status == ISOFT_STORE_OK) {
			need(strcmp(account, "zero") == 0 || strcmp(account, "one") == 0);
			need(memcmp(record.bytes, account, strlen(account)) == 0);
		} else {
			need(account[0] == '\0');
		}
	}
}

static void flip(int descriptor, size_t offset, unsigned char mask)
{
	unsigned char byte;

	need(pread(descriptor, &byte, 1, (off_t)offset) == 1);
	byte ^= mask;
	need(pwrite(descriptor, &byte, 1, (off_t)offset) == 1);
}

/*
 * Flips each byte of the range in turn, first one bit and then all bits, and reads through a handle that was opened
 * before the flip and through a new handle.
 */
static void flip_all(size_t from, size_t length)
{
	isoft_store_config config = scene_config();
	isoft_store *open_before = two_accounts();
	int descriptor = open(scene_path("tokens"), O_RDWR);

	for (size_t i = 0; i < length * 2; i++) {
		unsigned char mask = i % 2 ? 0xff : (unsigned char)(1 << (i / 2 % 8));
		isoft_store *fresh;

		flip(descriptor, from + i / 2, mask);
		need_right_or_refused(open_before, "zero", "zero, second");
		need_right_or_refused(open_before, "one", "one, first");
		walk_through(open_before);
		if (isoft_store_open(&fresh, &config, false, &scene_failure) == ISOFT_STORE_OK) {
			need_right_or_refused(fresh, "zero", "zero, second");
			need_right_or_refused(fresh, "one", "one, first");
			isoft_store_backoff(fresh, "zero");
			walk_through(fresh);
			isoft_store_close(fresh);
		} else {
			need(scene_failure.kind == ISOFT_FAILURE_STORE && scene_failure.message[0]);
		}
		flip(descriptor, from + i / 2, mask);
		need(isoft_store_check(open_before, &scene_failure) == ISOFT_STORE_OK);
		need(scene_has(open_before, "zero", "zero, second") && scene_has(open_before, "one", "one, first"));
	}
	close(descriptor);
	isoft_store_close(open_before);
}

static void flips_in_header(void)
{
	flip_all(0, sizeof(isoft_header) + 8);
	flip_all(ISOFT_MARKS_AT, sizeof(isoft_marks) + 8);
}

/* A flipped bit of the index hides no account. */
static void flips_in_index(void)
{
	isoft_store_config config = scene_config();
	isoft_store *open_before = two_accounts(), *fresh;
	int descriptor = open(scene_path("tokens"), O_RDWR);
	uint64_t cell;
	int used = 0;

	for (size_t at = INDEX; at < ENTRY_0; at += sizeof(cell)) {
		need(pread(descriptor, &cell, sizeof(cell), (off_t)at) == sizeof(cell));
		used += cell != 0;
		for (int bit = 0; bit < (cell ? 64 : at == INDEX); bit++) {
			flip(descriptor, at + (size_t)bit / 8, (unsigned char)(1 << bit % 8));
			need(scene_has(open_before, "zero", "zero, second") && scene_has(open_before, "one", "one, first"));
			need(isoft_store_open(&fresh, &config, false, &scene_failure) == ISOFT_STORE_OK);
			need(scene_has(fresh, "zero", "zero, second") && scene_has(fresh, "one", "one, first"));
			isoft_store_close(fresh);
			flip(descriptor, at + (size_t)bit / 8, (unsigned char)(1 << bit % 8));
		}
	}
	need(used == 2);
	close(descriptor);
	isoft_store_close(open_before);
}

static int count_cell(const uint64_t *cells, uint64_t cell)
{
	int count = 0;

	for (size_t i = 0; i < ISOFT_INDEX_CELLS; i++) {
		count += cells[i] == cell;
	}
	return count;
}

/* A process whose search met a damaged cell makes the index whole when it adds an account. */
static void index_is_repaired(void)
{
	uint64_t cells[ISOFT_INDEX_CELLS], right[ISOFT_INDEX_CELLS];
	isoft_store *store = two_accounts();
	int descriptor = open(scene_path("tokens"), O_RDWR);

	need(pread(descriptor, right, sizeof(right), (off_t)INDEX) == sizeof(right));
	for (size_t i = 0; i < ISOFT_INDEX_CELLS; i++) {
		cells[i] = right[i] ? right[i] ^ UINT64_C(1) << 40 : right[i];
	}
	need(pwrite(descriptor, cells, sizeof(cells), (off_t)INDEX) == sizeof(cells));
	isoft_store_close(store);
	store = scene_open();
	need(scene_has(store, "zero", "zero, second"));
	scene_put(store, "two", "two");
	need(pread(descriptor, cells, sizeof(cells), (off_t)INDEX) == sizeof(cells));
	for (size_t i = 0; i < ISOFT_INDEX_CELLS; i++) {
		need(!right[i] || (count_cell(cells, right[i]) == 1 && !count_cell(cells, right[i] ^ UINT64_C(1) << 40)));
	}
	close(descriptor);
	isoft_store_close(store);
}

static void flips_in_entries(void)
{
	flip_all(ENTRY_0, 3 * sizeof(isoft_entry));
}

static void flips_in_halves(void)
{
	flip_all(HALVES_0, 160);
	flip_all(HALVES_0 + ISOFT_HALF_SIZE, 160);
}

static void flips_in_shared_area(void)
{
	flip_all(ISOFT_PAGE, 64);
}

/* Flips each of the 64 bits of a published word: the word is never valid afterwards. */
static void published_word(void)
{
	for (uint64_t number = 0; number < 3000; number = number * 3 / 2 + 1) {
		uint64_t word = isoft_word_make(number, number % 2);

		need(isoft_word_valid(word) && isoft_word_number(word) == number && isoft_word_flag(word) == number % 2);
		for (int bit = 0; bit < 64; bit++) {
			need(!isoft_word_valid(word ^ UINT64_C(1) << bit));
		}
	}
	need(isoft_word_make(0, false) == 0);
}

static void damage_half(uint32_t slot, uint64_t generation)
{
	int descriptor = open(scene_path("tokens"), O_RDWR);

	flip(descriptor, isoft_layout_half(slot, generation) + 60, 0x10);
	close(descriptor);
}

/* A read reports the damage and does not return the older record; a new record can be written. */
static void damaged_record(void)
{
	isoft_store *store = two_accounts();
	isoft_record record;
	isoft_lock lock;

	damage_half(0, 2);
	need(scene_read(store, "zero", &record) == ISOFT_STORE_FAILED && scene_says("damaged") && scene_says("\"zero\""));
	lock = scene_lock(store, "zero");
	need(scene_read(store, "zero", &record) == ISOFT_STORE_FAILED && scene_says("damaged"));
	need(isoft_store_write(store, &lock, "zero, anew", 10, 0, &scene_failure));
	isoft_store_unlock(store, &lock);
	need(scene_read(store, "zero", &record) == ISOFT_STORE_OK && record.generation == 3);
	need(scene_has(store, "zero", "zero, anew") && scene_has(store, "one", "one, first"));
	isoft_store_close(store);
}

static void damaged_word(void)
{
	static const unsigned char garbage[8] = {0xa5, 0x5a, 0xa5, 0x5a, 0xff, 0xff, 0xff, 0xff};
	isoft_store *store = two_accounts();
	isoft_record record;
	isoft_lock lock;

	scene_patch(scene_path("tokens"), garbage, sizeof(garbage), ENTRY_0 + offsetof(isoft_entry, published));
	need(scene_read(store, "zero", &record) == ISOFT_STORE_FAILED && scene_says("damaged"));
	lock = scene_lock(store, "zero");
	need(isoft_store_write(store, &lock, "zero, anew", 10, 0, &scene_failure));
	isoft_store_unlock(store, &lock);
	need(scene_read(store, "zero", &record) == ISOFT_STORE_OK && record.generation > 2);
	scene_put(store, "zero", "zero, again");
	need(scene_has(store, "zero", "zero, again"));
	isoft_store_close(store);
}

/* The name in the record identifies the account of a damaged hash, and the next write repairs the hash. */
static void damaged_hash(void)
{
	static const unsigned char garbage[32] = {1, 2, 3};
	isoft_store *store = two_accounts();
	isoft_record record;

	scene_patch(scene_path("tokens"), garbage, sizeof(garbage), ENTRY_0);
	need(scene_has(store, "zero", "zero, second"));
	need(scene_read(store, "zero", &record) == ISOFT_STORE_OK && record.previous_key);
	scene_put(store, "zero", "zero, third");
	need(scene_read(store, "zero", &record) == ISOFT_STORE_OK && !record.previous_key && record.generation == 3);
	isoft_store_close(store);
}

/* Halves and entries of one account copied over those of another account. */
static void moved_records(void)
{
	isoft_store *store = two_accounts();
	size_t length;
	unsigned char *bytes = scene_load(scene_path("tokens"), &length);
	isoft_record record;

	scene_patch(scene_path("tokens"), bytes + isoft_layout_half(1, 0), 2 * ISOFT_HALF_SIZE, isoft_layout_half(0, 0));
	need_right_or_refused(store, "zero", "zero, second");
	need(scene_read(store, "zero", &record) == ISOFT_STORE_FAILED);
	scene_patch(scene_path("tokens"), bytes + isoft_layout_entry(1), sizeof(isoft_entry), isoft_layout_entry(0));
	need_right_or_refused(store, "one", "one, first");
	need(scene_read(store, "zero", &record) != ISOFT_STORE_OK);
	walk_through(store);
	scene_save(scene_path("tokens"), bytes, length);
	/* The older half copied over the newer half. */
	scene_patch(scene_path("tokens"), bytes + isoft_layout_half(0, 1), ISOFT_HALF_SIZE, isoft_layout_half(0, 2));
	need(scene_read(store, "zero", &record) == ISOFT_STORE_FAILED && scene_says("damaged"));
	free(bytes);
	isoft_store_close(store);
}

/* An old record of the same account and generation, copied from the slot that the account had before. */
static void moved_home(void)
{
	isoft_store *store = scene_open();
	isoft_lock lock;
	isoft_record record;
	size_t length;
	unsigned char *bytes;

	scene_put(store, "mover", "before");
	bytes = scene_load(scene_path("tokens"), &length);
	lock = scene_lock(store, "mover");
	need(isoft_store_erase(store, &lock, &scene_failure));
	isoft_store_unlock(store, &lock);
	scene_put(store, "new tenant", "x");
	scene_put(store, "mover", "after");
	need(scene_read(store, "mover", &record) == ISOFT_STORE_OK && record.generation == 1);
	scene_patch(scene_path("tokens"), bytes + isoft_layout_half(0, 1), ISOFT_HALF_SIZE, isoft_layout_half(1, 1));
	need(scene_read(store, "mover", &record) == ISOFT_STORE_FAILED && scene_says("damaged"));
	free(bytes);
	isoft_store_close(store);
}

/* A writer was killed after it sealed and before it published: the next lock publishes the record with its `due`. */
static void sealed_not_published(void)
{
	isoft_store *store = two_accounts();
	isoft_entry entry;
	size_t length;
	unsigned char *bytes = scene_load(scene_path("tokens"), &length);
	isoft_lock lock;
	isoft_record record;

	memcpy(&entry, bytes + ENTRY_0, sizeof(entry));
	free(bytes);
	scene_put_due(store, "zero", "zero, third", 777);
	scene_patch(scene_path("tokens"), &entry, sizeof(entry), ENTRY_0);
	need(scene_has(store, "zero", "zero, second"));
	lock = scene_lock(store, "zero");
	need(scene_has(store, "zero", "zero, third") && scene_next_due(store) == 777);
	isoft_store_unlock(store, &lock);
	need(scene_read(store, "zero", &record) == ISOFT_STORE_OK && record.generation == 3);

	/* The same with a torn half: the next lock ignores the half, and the next write overwrites it. */
	scene_patch(scene_path("tokens"), &entry, sizeof(entry), ENTRY_0);
	damage_half(0, 3);
	lock = scene_lock(store, "zero");
	need(scene_has(store, "zero", "zero, second"));
	need(isoft_store_write(store, &lock, "zero, other third", 17, 0, &scene_failure));
	isoft_store_unlock(store, &lock);
	need(scene_has(store, "zero", "zero, other third"));
	isoft_store_close(store);
}

static void truncation(void)
{
	isoft_store_config config = scene_config();
	isoft_store *store = two_accounts();
	size_t length;
	unsigned char *bytes = scene_load(scene_path("tokens"), &length);

	for (size_t size = 0; size < length; size += ISOFT_PAGE) {
		isoft_store *fresh;
		isoft_record record;

		need(truncate(scene_path("tokens"), (off_t)size) == 0);
		need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_FAILED && scene_says("cut short"));
		need(scene_read(store, "zero", &record) == ISOFT_STORE_FAILED && scene_says("cut short"));
		need(isoft_store_open(&fresh, &config, true, &scene_failure) == ISOFT_STORE_FAILED && scene_says("cut short"));
		scene_save(scene_path("tokens"), bytes, length);
		need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_OK);
		need(scene_has(store, "zero", "zero, second"));
	}
	need(truncate(scene_path("tokens"), 10) == 0);
	need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_FAILED && scene_says("10 bytes"));
	free(bytes);
	isoft_store_close(store);
}

static unsigned char *whole;
static size_t whole_length, copied;
static int sleeps;

/* Copies the backup over the store, a third at each sleep of the reader. */
static void copy_on(void)
{
	sleeps++;
	copied += whole_length / 3 + 1;
	copied = copied > whole_length ? whole_length : copied;
	scene_save(scene_path("tokens"), whole, copied);
}

static void copied_back(void)
{
	isoft_store_config config = scene_config();
	isoft_store *store = two_accounts(), *fresh;

	whole = scene_load(scene_path("tokens"), &whole_length);
	faults_while_asleep(copy_on);
	need(truncate(scene_path("tokens"), 0) == 0);
	need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_OK && sleeps == 3);
	need(scene_has(store, "zero", "zero, second"));
	copied = 0;
	need(truncate(scene_path("tokens"), 8) == 0);
	need(isoft_store_open(&fresh, &config, false, &scene_failure) == ISOFT_STORE_OK && sleeps == 6);
	need(scene_has(fresh, "one", "one, first"));
	faults_while_asleep(NULL);
	free(whole);
	isoft_store_close(fresh);
	isoft_store_close(store);
}

static void replaced(void)
{
	isoft_store *store = two_accounts();
	size_t length;
	unsigned char *backup = scene_load(scene_path("tokens"), &length);
	isoft_record record;
	isoft_lock lock;

	scene_put(store, "zero", "zero, third");
	scene_put(store, "two", "not in the backup");
	scene_save(scene_path("restored"), backup, length);
	lock = scene_lock(store, "two");
	need(rename(scene_path("restored"), scene_path("tokens")) == 0);
	/* The lock is that of a slot which the restored store has not given to this account. */
	need(!isoft_store_write(store, &lock, "x", 1, 0, &scene_failure) && scene_says("replaced"));
	need(scene_read(store, "two", &record) == ISOFT_STORE_MISSING);
	/* isoft_store_follow() gives the account a slot in the restored store and moves the lock to it. */
	need(isoft_store_follow(store, &lock, 0, &scene_failure));
	need(isoft_store_write(store, &lock, "two, saved", 10, 0, &scene_failure) && scene_has(store, "two", "two, saved"));
	need(isoft_store_erase(store, &lock, &scene_failure));
	isoft_store_unlock(store, &lock);
	need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_OK);
	need(scene_has(store, "zero", "zero, second") && scene_has(store, "one", "one, first"));
	need(scene_read(store, "two", &record) == ISOFT_STORE_MISSING);

	/* The store was replaced while the account was locked, and the slot is the same: the new file is written. */
	lock = scene_lock(store, "zero");
	scene_save(scene_path("restored"), backup, length);
	need(rename(scene_path("restored"), scene_path("tokens")) == 0);
	need(isoft_store_write(store, &lock, "zero, to the new", 16, 0, &scene_failure));
	isoft_store_unlock(store, &lock);
	isoft_store_close(store);
	store = scene_open();
	need(scene_has(store, "zero", "zero, to the new"));
	isoft_store_close(store);
	free(backup);
}

static void removed(void)
{
	isoft_store *store = two_accounts(), *fresh;
	isoft_record record;
	isoft_lock lock;

	need(unlink(scene_path("tokens")) == 0);
	need(scene_has(store, "zero", "zero, second"));
	need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_MISSING);
	need(scene_read(store, "zero", &record) == ISOFT_STORE_MISSING);
	need(scene_next_due(store) == 0 && isoft_store_backoff(store, "zero").failures == 0);
	need(isoft_store_lock(store, "zero", 0, &lock, &scene_failure) == ISOFT_STORE_FAILED && lock.descriptor == -1);
	fresh = scene_open();
	scene_put(fresh, "zero", "made anew");
	need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_OK && scene_has(store, "zero", "made anew"));
	isoft_store_close(fresh);
	isoft_store_close(store);
}

static void refused(const char *message)
{
	isoft_store_config config = scene_config();
	isoft_store *store;

	need(isoft_store_open(&store, &config, true, &scene_failure) == ISOFT_STORE_FAILED);
	need(scene_failure.kind == ISOFT_FAILURE_STORE && scene_says(message));
}

static void newer_format(void)
{
	uint32_t format = 7;
	isoft_store *store = two_accounts();

	scene_patch(scene_path("tokens"), &format, sizeof(format), offsetof(isoft_header, format));
	need(isoft_store_check(store, &scene_failure) == ISOFT_STORE_FAILED && scene_says("format 7"));
	refused("format 7");
	need(scene_says("upgrade the extension"));
	isoft_store_close(store);
}

static void not_a_store(void)
{
	isoft_store_close(two_accounts());
	scene_patch(scene_path("tokens"), "<?php", 5, 0);
	refused("not a token store");
	need(unlink(scene_path("tokens")) == 0 && symlink("key", scene_path("tokens")) == 0);
	refused("symlink");
	need(unlink(scene_path("tokens")) == 0 && symlink("nowhere", scene_path("tokens")) == 0);
	refused("symlink");
	need(unlink(scene_path("tokens")) == 0 && mkfifo(scene_path("tokens"), 0600) == 0);
	refused("not a plain file");
	need(unlink(scene_path("tokens")) == 0 && mkdir(scene_path("tokens"), 0700) == 0);
	refused("tokens");
}

static int write_into_mapping(void *with)
{
	isoft_store *store = scene_open();

	(void)with;
	scene_put(store, "zero", "x");
	signal(SIGSEGV, SIG_DFL);
	/* Finds the handle's mapping of the records in the address space. */
	for (FILE *maps = fopen("/proc/self/maps", "r");;) {
		char line[512], flags[8];
		unsigned long from, to;

		if (!fgets(line, sizeof(line), maps)) {
			return 3;
		}
		if (strstr(line, "/tokens") && sscanf(line, "%lx-%lx %7s", &from, &to, flags) == 3 && to - from > 65536) {
			need(strncmp(flags, "r--s", 4) == 0);
			*(volatile char *)(from + HALVES_0) = 1;
			return 4;
		}
	}
}

static void stray_pointers(void)
{
	if (access("/proc/self/maps", R_OK) == -1) {
		scene_skip("needs /proc");
	}
	need(scene_wait(scene_fork(write_into_mapping, NULL)) == -SIGSEGV);
}

static const scene_test tests[] = {
	{"each flipped byte of the header is refused or harmless", flips_in_header},
	{"each flipped bit of the index hides no account", flips_in_index},
	{"an account that is added after a search met a damaged cell makes the index whole", index_is_repaired},
	{"each flipped byte of the entries is refused or harmless", flips_in_entries},
	{"each flipped byte of both halves is refused or harmless", flips_in_halves},
	{"each flipped byte of the shared area is harmless", flips_in_shared_area},
	{"a published word with a flipped bit is not valid", published_word},
	{"a damaged record is reported, and a new record can be written", damaged_record},
	{"a damaged published word is reported, and a new record can be written", damaged_word},
	{"a record with a damaged hash is found", damaged_hash},
	{"a record copied over another record does not open", moved_records},
	{"an old record of the same account from another slot does not open", moved_home},
	{"a record that was sealed but not published is published by the next lock", sealed_not_published},
	{"a file truncated at any page is reported", truncation},
	{"a backup that is being copied back is waited for", copied_back},
	{"a replaced file is detected", replaced},
	{"a removed file is detected", removed},
	{"a newer format is refused", newer_format},
	{"a file that is not a store is refused", not_a_store},
	{"records cannot be written through the mapping", stray_pointers},
};

SCENE_MAIN(tests)
