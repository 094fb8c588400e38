/* Records of accounts: written, read, counted, iterated and erased. */
#define _GNU_SOURCE

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "allocations.h"
#include "scene.h"
#include "store/layout.h"

static void round_trip(void)
{
	isoft_store *store = scene_open();
	isoft_record record;

	need(scene_read(store, "default", &record) == ISOFT_STORE_MISSING);
	scene_put(store, "default", "the first");
	need(scene_has(store, "default", "the first"));
	scene_put(store, "default", "the second");
	need(scene_has(store, "default", "the second"));
	isoft_store_close(store);
	store = scene_open();
	need(scene_has(store, "default", "the second"));
	isoft_store_close(store);
}

static void every_length(void)
{
	isoft_store *store = scene_open();
	unsigned char bytes[ISOFT_RECORD_MAX + 1];
	isoft_record record;
	isoft_lock lock = scene_lock(store, "default");

	randombytes_buf(bytes, sizeof(bytes));
	for (size_t length = 0; length <= ISOFT_RECORD_MAX; length += length < ISOFT_RECORD_MAX - 100 ? 61 : 1) {
		need(isoft_store_write(store, &lock, bytes, length, 0, &scene_failure));
		need(scene_read(store, "default", &record) == ISOFT_STORE_OK);
		need(record.length == length && memcmp(record.bytes, bytes, length) == 0);
	}
	need(!isoft_store_write(store, &lock, bytes, sizeof(bytes), 0, &scene_failure));
	need(scene_failure.kind == ISOFT_FAILURE_VALUE);
	need(scene_read(store, "default", &record) == ISOFT_STORE_OK && record.length == ISOFT_RECORD_MAX);
	isoft_record_wipe(&record);
	need(record.length == 0 && sodium_is_zero(record.bytes, ISOFT_RECORD_MAX));
	isoft_store_unlock(store, &lock);
	isoft_store_close(store);
}

static void no_allocation(void)
{
	int before = allocations();
	isoft_store *store = scene_open();
	isoft_record record;

	need(allocations() > before);
	scene_put(store, "default", "text");
	need(scene_read(store, "default", &record) == ISOFT_STORE_OK);
	before = allocations();
	for (int i = 0; i < 1000; i++) {
		need(scene_read(store, "default", &record) == ISOFT_STORE_OK);
	}
	need(allocations() == before);
	isoft_store_close(store);
}

static void generations(void)
{
	isoft_store *store = scene_open();
	isoft_store *other = scene_open();
	isoft_record record;

	for (uint64_t i = 1; i <= 50; i++) {
		scene_put(i % 3 ? store : other, "default", "x");
		need(scene_read(i % 2 ? store : other, "default", &record) == ISOFT_STORE_OK && record.generation == i);
	}
	isoft_store_close(store);
	isoft_store_close(other);
}

static void account_names(void)
{
	isoft_store *store = scene_open();
	isoft_record record;
	char name[ISOFT_ACCOUNT_MAX + 2];

	for (int byte = 1; byte < 256; byte++) {
		char text[8] = {(char)byte, (char)(byte ^ 0x55), 0};

		name[0] = (char)byte;
		name[1] = '\0';
		scene_put(store, name, text);
	}
	for (int byte = 1; byte < 256; byte++) {
		char text[8] = {(char)byte, (char)(byte ^ 0x55), 0};

		name[0] = (char)byte;
		need(scene_has(store, name, text));
	}
	memset(name, 'n', sizeof(name));
	name[ISOFT_ACCOUNT_MAX + 1] = '\0';
	need(scene_read(store, name, &record) == ISOFT_STORE_FAILED && scene_failure.kind == ISOFT_FAILURE_VALUE);
	need(scene_read(store, "", &record) == ISOFT_STORE_FAILED && scene_failure.kind == ISOFT_FAILURE_VALUE);
	name[ISOFT_ACCOUNT_MAX] = '\0';
	scene_put(store, name, "as long as can be");
	need(scene_has(store, name, "as long as can be"));
	name[ISOFT_ACCOUNT_MAX - 1] = '\0';
	need(scene_read(store, name, &record) == ISOFT_STORE_MISSING);
	isoft_store_close(store);
}

static void unknown_accounts_leave_nothing(void)
{
	isoft_store *store = scene_open();
	size_t size = scene_size(scene_path("tokens"));
	isoft_lock lock;
	char name[32];

	for (int i = 0; i < 200; i++) {
		snprintf(name, sizeof(name), "typo %d", i);
		lock = scene_lock(store, name);
		need(lock.slot == 0);
		isoft_store_unlock(store, &lock);
		need(lock.descriptor == -1);
	}
	need(scene_size(scene_path("tokens")) == size);
	isoft_store_close(store);
}

static void walk(void)
{
	isoft_store *store = scene_open();
	bool seen[100] = {false};
	char account[ISOFT_ACCOUNT_MAX + 1], text[32];
	isoft_record record;
	uint32_t position = 0;
	int found = 0;

	need(isoft_store_next(store, &position, account, &record, &scene_failure) == ISOFT_STORE_MISSING);
	for (int i = 0; i < 100; i++) {
		snprintf(text, sizeof(text), "a%d", i);
		scene_put(store, text, text);
	}
	position = 0;
	while (isoft_store_next(store, &position, account, &record, &scene_failure) == ISOFT_STORE_OK) {
		int number = atoi(account + 1);

		need(!seen[number] && record.length == strlen(account) && memcmp(record.bytes, account, record.length) == 0);
		need(record.generation == 1 && !record.previous_key);
		seen[number] = true;
		found++;
	}
	need(found == 100 && account[0] == '\0');
	isoft_store_close(store);
}

static bool contains(const char *path, const char *text)
{
	size_t length;
	unsigned char *bytes = scene_load(path, &length);
	bool found = memmem(bytes, length, text, strlen(text)) != NULL;

	free(bytes);
	return found;
}

static void nothing_readable(void)
{
	isoft_store *store = scene_open();

	scene_put(store, "a very secret account", "a very secret refresh token");
	scene_put(store, "a very secret account", "another secret refresh token");
	need(!contains(scene_path("tokens"), "secret"));
	/* The lock of the account: of a byte of the one file, or of the other where there are no such locks. */
	need(!contains(scene_path(access(scene_path("lock-ranges"), F_OK) == 0 ? "lock-ranges" : "lock-0"), "secret"));
	isoft_store_close(store);
}

static void erase(void)
{
	size_t at;
	isoft_store *store = scene_open();
	isoft_store *other = scene_open();
	isoft_lock lock;
	isoft_record record;
	size_t length;
	unsigned char *bytes;

	scene_put_due(store, "default", "one", 5000);
	scene_put_due(store, "default", "two", 5000);
	need(scene_has(other, "default", "two"));
	lock = scene_lock(store, "default");
	need(isoft_store_set_backoff(store, &lock, (isoft_backoff){77, 7}, &scene_failure));
	need(isoft_store_erase(store, &lock, &scene_failure));
	need(scene_read(store, "default", &record) == ISOFT_STORE_MISSING);
	isoft_store_unlock(store, &lock);
	need(scene_read(store, "default", &record) == ISOFT_STORE_MISSING);
	need(scene_read(other, "default", &record) == ISOFT_STORE_MISSING);
	need(scene_next_due(store) == 0 && isoft_store_backoff(other, "default").failures == 0);
	bytes = scene_load(scene_path("tokens"), &length);
	/* After the header and the shared area, all bytes are zero except the published word of the slot. */
	at = isoft_layout_entry(0);
	need(sodium_is_zero(bytes + isoft_layout_size(0), at + 32 - isoft_layout_size(0)));
	need(sodium_is_zero(bytes + at + 40, length - at - 40));
	free(bytes);
	scene_put(other, "default", "again");
	need(scene_has(store, "default", "again"));
	need(scene_read(store, "default", &record) == ISOFT_STORE_OK && record.generation > 2);
	isoft_store_close(store);
	isoft_store_close(other);
}

static const char *neighbour(int number)
{
	static char name[32];

	snprintf(name, sizeof(name), "neighbour %d", number);
	return name;
}

/* With so many accounts, many share a way through the index: one that is removed must not end it for those behind. */
static void neighbours_in_the_index(void)
{
	enum { NEIGHBOURS = 240 };
	isoft_store *store = scene_open(), *other;
	isoft_record record;

	for (int i = 0; i < NEIGHBOURS; i++) {
		scene_put(store, neighbour(i), neighbour(i));
	}
	for (int i = 0; i < NEIGHBOURS; i += 2) {
		isoft_lock lock = scene_lock(store, neighbour(i));

		need(isoft_store_erase(store, &lock, &scene_failure));
		isoft_store_unlock(store, &lock);
	}
	other = scene_open();
	for (int i = 0; i < NEIGHBOURS; i++) {
		need(scene_read(other, neighbour(i), &record) == (i % 2 ? ISOFT_STORE_OK : ISOFT_STORE_MISSING));
	}
	for (int i = 0; i < NEIGHBOURS; i += 2) {
		scene_put(other, neighbour(i), neighbour(i));
	}
	isoft_store_close(store);
	store = scene_open();
	for (int i = 0; i < NEIGHBOURS; i++) {
		need(scene_has(store, neighbour(i), neighbour(i)));
	}
	isoft_store_close(store);
	isoft_store_close(other);
}

static void erase_then_write(void)
{
	isoft_store *store = scene_open();
	isoft_lock lock;

	scene_put(store, "default", "one");
	lock = scene_lock(store, "default");
	need(isoft_store_erase(store, &lock, &scene_failure));
	need(isoft_store_erase(store, &lock, &scene_failure));
	need(isoft_store_write(store, &lock, "two", 3, 0, &scene_failure));
	isoft_store_unlock(store, &lock);
	need(scene_has(store, "default", "two"));
	isoft_store_close(store);
}

/* Another account gets the slot of an erased account: a handle that cached the slot must not return the new record. */
static void reused_slot(void)
{
	isoft_store *store = scene_open();
	isoft_store *other = scene_open();
	isoft_record record;
	isoft_lock lock;

	scene_put(store, "old", "of the old");
	need(scene_has(other, "old", "of the old"));
	lock = scene_lock(store, "old");
	need(isoft_store_erase(store, &lock, &scene_failure));
	isoft_store_unlock(store, &lock);
	scene_put(store, "new", "of the new");
	lock = scene_lock(store, "new");
	need(isoft_store_set_backoff(store, &lock, (isoft_backoff){1, 9}, &scene_failure));
	isoft_store_unlock(store, &lock);
	need(isoft_store_backoff(other, "old").failures == 0);
	need(scene_read(other, "old", &record) == ISOFT_STORE_MISSING);
	need(scene_has(other, "new", "of the new"));
	scene_put(store, "old", "back");
	need(scene_has(other, "old", "back"));
	lock = scene_lock(store, "old");
	need(lock.slot == 1 && isoft_store_erase(store, &lock, &scene_failure));
	isoft_store_unlock(store, &lock);
	scene_put(store, "third", "where the old was");
	scene_put(other, "old", "in a third place");
	need(scene_has(store, "old", "in a third place") && scene_has(store, "third", "where the old was"));
	isoft_store_close(store);
	isoft_store_close(other);
}

static void next_due(void)
{
	isoft_store *store = scene_open();
	isoft_store *other = scene_open();

	need(scene_next_due(store) == 0);
	scene_put_due(store, "a", "x", 3000);
	scene_put_due(store, "b", "x", 2000);
	scene_put_due(store, "c", "x", 0);
	need(scene_next_due(other) == 2000);
	scene_put_due(other, "b", "x", 4000);
	need(scene_next_due(store) == 3000);
	scene_put_due(other, "a", "x", 0);
	need(scene_next_due(store) == 4000);
	scene_put_due(other, "b", "x", 0);
	need(scene_next_due(store) == 0);
	isoft_store_close(store);
	isoft_store_close(other);
}

static void backoff(void)
{
	isoft_store *store = scene_open();
	isoft_store *other = scene_open();
	isoft_lock lock;
	isoft_backoff seen;

	need(isoft_store_backoff(store, "default").until == 0);
	scene_put_due(store, "default", "x", 1234);
	lock = scene_lock(store, "default");
	need(isoft_store_set_backoff(store, &lock, (isoft_backoff){1700000000, 3}, &scene_failure));
	isoft_store_unlock(store, &lock);
	seen = isoft_store_backoff(other, "default");
	need(seen.until == 1700000000 && seen.failures == 3);
	need(isoft_store_backoff(other, "another").failures == 0);
	need(scene_has(other, "default", "x") && scene_next_due(other) == 1234);
	isoft_store_close(store);
	isoft_store_close(other);
}

static void matches(void)
{
	isoft_store_config config = scene_config(), twin = config, changed;
	isoft_store *store = scene_open();
	char slashed[300];

	snprintf(slashed, sizeof(slashed), "%s//", config.directory);
	twin.directory = slashed;
	twin.key_file = twin.key = twin.previous_keys = "";
	twin.accounts = 4000;
	need(isoft_store_matches(store, &config) && isoft_store_matches(store, &twin));
	twin.key_file = scene_path("key");
	need(isoft_store_matches(store, &twin));
	changed = config;
	changed.directory = "/";
	need(!isoft_store_matches(store, &changed));
	changed = config;
	changed.key_file = "/etc/other";
	need(!isoft_store_matches(store, &changed));
	changed = config;
	changed.key = "x";
	need(!isoft_store_matches(store, &changed));
	changed = config;
	changed.previous_keys = "x";
	need(!isoft_store_matches(store, &changed));
	isoft_store_close(store);
}

static void missing_store(void)
{
	isoft_store_config config = scene_config();
	isoft_store *store;

	need(isoft_store_open(&store, &config, false, &scene_failure) == ISOFT_STORE_MISSING && !store);
	need(access(scene_path("key"), F_OK) == -1 && access(scene_path("lock-table"), F_OK) == -1);
	config.directory = scene_path("nowhere");
	for (int create = 0; create < 2; create++) {
		need(isoft_store_open(&store, &config, create, &scene_failure) == ISOFT_STORE_FAILED && !store);
		need(scene_says("To make it, run: ") && scene_says("nowhere"));
	}
	config.directory = "relative";
	need(isoft_store_open(&store, &config, true, &scene_failure) == ISOFT_STORE_FAILED);
	need(scene_failure.kind == ISOFT_FAILURE_CONFIGURATION);
}

static const scene_test tests[] = {
	{"a record is read back by the same handle and by a new handle", round_trip},
	{"records of every length up to the maximum are read back", every_length},
	{"a warm read allocates no memory", no_allocation},
	{"each write is the next generation, from any handle", generations},
	{"an account name may be any 1 to 128 bytes without NUL", account_names},
	{"a lock without a write leaves no slot in use", unknown_accounts_leave_nothing},
	{"an iteration gives every account once", walk},
	{"the files contain no readable name or record", nothing_readable},
	{"an erased account leaves no data in the file", erase},
	{"accounts are found although others beside them in the index were removed", neighbours_in_the_index},
	{"the lock can be used for a write after an erase", erase_then_write},
	{"a cached slot that now belongs to another account is not used", reused_slot},
	{"the earliest due time is reported", next_due},
	{"all handles share the back-off", backoff},
	{"a handle recognises its settings", matches},
	{"without `create`, no store is created", missing_store},
};

SCENE_MAIN(tests)
