/* Carry-over: a store of format 1 becomes one of format 2, whatever happens meanwhile. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "faults.h"
#include "scene.h"
#include "store/handle.h"
#include "store/header.h"
#include "store/seal.h"

enum { ACCOUNTS = 100, OLD_SEGMENTS = 2, OLD_HEAD = 5 * ISOFT_PAGE, HASHES = 8 };

static const char *name_of(int account)
{
	static char names[4][32];
	char *name = names[account % 4];

	snprintf(name, sizeof(names[0]), "account %d", account);
	return name;
}

static size_t old_segment(uint32_t segment)
{
	return OLD_HEAD + (size_t)segment * ISOFT_SEGMENT_SIZE;
}

static size_t old_entry(uint32_t slot)
{
	return old_segment(slot / ISOFT_SEGMENT_SLOTS) + slot % ISOFT_SEGMENT_SLOTS * sizeof(isoft_entry);
}

static size_t old_half(uint32_t slot, uint64_t generation)
{
	return old_segment(slot / ISOFT_SEGMENT_SLOTS) + ISOFT_PAGE
		+ (slot % ISOFT_SEGMENT_SLOTS * 2 + (generation & 1)) * ISOFT_HALF_SIZE;
}

static isoft_keys *keys_of_scene(void)
{
	isoft_store_config config = scene_config();
	isoft_paths paths;
	isoft_keys *keys;

	need(isoft_paths_resolve(&paths, &config, &scene_failure));
	keys = isoft_keys_load(&config, &paths, &scene_failure);
	need(keys != NULL);
	return keys;
}

/* Puts the record of an account into a file of format 1. */
static void lay_account(unsigned char *bytes, const isoft_key *key, int account, uint32_t slot)
{
	isoft_entry entry = {.published = isoft_word_make((uint64_t)account + 1, true), .due = 5000 + account};
	isoft_half half;

	isoft_key_hash_name(key, name_of(account), entry.hash);
	isoft_seal(&half, key, slot, (uint64_t)account + 1, name_of(account), entry.due, name_of(account),
		strlen(name_of(account)));
	memcpy(bytes + old_entry(slot), &entry, sizeof(entry));
	memcpy(bytes + old_half(slot, (uint64_t)account + 1), &half, sizeof(half));
}

/* Makes a store of format 1, with accounts in every slot but the first, and their lock files. */
static void make_old_store(void)
{
	size_t length = old_segment(OLD_SEGMENTS);
	unsigned char *bytes = calloc(1, length);
	isoft_header *header = (isoft_header *)bytes;
	isoft_keys *keys;

	unlink(scene_path("tokens"));
	isoft_store_close(scene_open()); /* makes the key */
	keys = keys_of_scene();
	strcpy(header->magic, ISOFT_MAGIC);
	header->format = 1;
	header->byte_order = ISOFT_BYTE_ORDER;
	header->shared_size = 4 * ISOFT_PAGE;
	header->segment_slots = ISOFT_SEGMENT_SLOTS;
	header->half_size = ISOFT_HALF_SIZE;
	header->key_id = isoft_keys_present(keys)->id;
	header->segments = isoft_word_make(OLD_SEGMENTS, true);
	for (int i = 0; i < ACCOUNTS; i++) {
		char lock[32];

		lay_account(bytes, isoft_keys_present(keys), i, (uint32_t)i + 1);
		snprintf(lock, sizeof(lock), "lock-%d", i + 1);
		scene_save(scene_path(lock), "", 0);
	}
	unlink(scene_path("tokens"));
	scene_save(scene_path("tokens"), bytes, length);
	isoft_keys_free(keys);
	free(bytes);
}

static void need_accounts(isoft_store *store)
{
	isoft_record record;

	for (int i = 0; i < ACCOUNTS; i++) {
		need(scene_has(store, name_of(i), name_of(i)));
		need(scene_read(store, name_of(i), &record) == ISOFT_STORE_OK && record.generation == (uint64_t)i + 1
			&& !record.previous_key);
	}
	need(scene_read(store, "unknown", &record) == ISOFT_STORE_MISSING);
}

static void carried(void)
{
	isoft_store *store;

	make_old_store();
	store = scene_open();
	need_accounts(store);
	need(scene_next_due(store) == 5000);
	need(access(scene_path("lock-1"), F_OK) == -1 && access(scene_path("lock-100"), F_OK) == -1);
	scene_put(store, name_of(7), "new");
	scene_put(store, "another", "in the first slot");
	need(scene_has(store, name_of(7), "new") && scene_has(store, "another", "in the first slot"));
	isoft_store_close(store);
	store = scene_open();
	need(scene_has(store, "another", "in the first slot") && scene_has(store, name_of(99), name_of(99)));
	isoft_store_close(store);
}

static void damaged_hash_of_old(void)
{
	static const unsigned char garbage[HASHES] = {1, 2, 3};
	isoft_store *store;

	make_old_store();
	scene_patch(scene_path("tokens"), garbage, sizeof(garbage), old_entry(4));
	store = scene_open();
	need(scene_has(store, name_of(3), name_of(3)) && scene_has(store, name_of(4), name_of(4)));
	isoft_store_close(store);
}

typedef struct {
	fault_kind kind;
	int at;
} plan;

static int open_old(void *with)
{
	plan *own = with;

	faults_set(own->kind, own->at, 0);
	isoft_store_close(scene_open());
	return 0;
}

/* At each call that changes a file. */
static void killed(void)
{
	static const fault_kind kinds[] = {FAULT_DIE_BEFORE, FAULT_DIE_WITHIN, FAULT_DIE_AFTER};

	for (size_t kind = 0; kind < sizeof(kinds) / sizeof(kinds[0]); kind++) {
		plan with = {kinds[kind], 1};
		int status;

		do {
			isoft_store *store;

			make_old_store();
			status = scene_wait(scene_fork(open_old, &with));
			need(status == 0 || status == -SIGKILL);
			store = scene_open();
			need_accounts(store);
			scene_put(store, "another", "x");
			isoft_store_close(store);
			with.at += with.at > 12 && with.at < 100 ? 17 : 1; /* the files of the locks are removed one by one */
		} while (status != 0);
		need(with.at > 20);
	}
}

static int hold_lock(void *with)
{
	scene_signal *signals = with;
	int lock = open(scene_path("lock-8"), O_RDONLY), tokens = open(scene_path("tokens"), O_RDWR);
	isoft_keys *keys = keys_of_scene();
	uint64_t word = isoft_word_make(9, true);
	isoft_half half;

	need(lock != -1 && flock(lock, LOCK_EX) == 0);
	scene_signal_send(signals[0]);
	scene_signal_wait(signals[1]);
	/* The exchange of the old version ends: it stores the next generation of account 7. */
	isoft_seal(&half, isoft_keys_present(keys), 8, 9, name_of(7), 0, "from the exchange", 17);
	need(pwrite(tokens, &half, sizeof(half), (off_t)old_half(8, 9)) == sizeof(half));
	need(pwrite(tokens, &word, sizeof(word), (off_t)(old_entry(8) + offsetof(isoft_entry, published))) == sizeof(word));
	close(lock);
	return 0;
}

static scene_signal signals[2];

/* The exchange ends as soon as the carry-over waits. */
static void end_exchange(void)
{
	faults_while_asleep(NULL);
	scene_signal_send(signals[1]);
}

/* Opens the store while an exchange of the old version holds a lock. The function runs when the carry-over waits. */
static isoft_store *open_beside_an_exchange(void (*when_it_waits)(void))
{
	isoft_store *store;
	pid_t holder;

	make_old_store();
	signals[0] = scene_signal_make();
	signals[1] = scene_signal_make();
	holder = scene_fork(hold_lock, signals);
	scene_signal_wait(signals[0]);
	faults_while_asleep(when_it_waits);
	store = scene_open();
	need(scene_wait(holder) == 0);
	return store;
}

static void exchange_is_waited_for(void)
{
	isoft_store *store = open_beside_an_exchange(end_exchange);

	need(scene_has(store, name_of(7), "from the exchange") && scene_has(store, name_of(8), name_of(8)));
	isoft_store_close(store);
}

/* While the carry-over waits, the old version finds a format that it does not know. */
static void look_at_mark(void)
{
	isoft_header header;
	int tokens = open(scene_path("tokens"), O_RDONLY);

	need(pread(tokens, &header, sizeof(header), 0) == sizeof(header));
	need(header.format == 2 && header.shared_size == 4 * ISOFT_PAGE);
	close(tokens);
	end_exchange();
}

static void mark(void)
{
	isoft_store *store = open_beside_an_exchange(look_at_mark);

	need(scene_has(store, name_of(1), name_of(1)));
	isoft_store_close(store);
}

static int open_and_read(void *with)
{
	isoft_store *store = scene_open();

	need_accounts(store);
	isoft_store_close(store);
	return with != NULL;
}

static void many_at_once(void)
{
	pid_t children[8];

	make_old_store();
	for (int i = 0; i < 8; i++) {
		children[i] = scene_fork(open_and_read, NULL);
	}
	for (int i = 0; i < 8; i++) {
		need(scene_wait(children[i]) == 0);
	}
}

static void wrong_key(void)
{
	isoft_store_config config = scene_config();
	isoft_store *store;
	isoft_header header;
	int tokens;

	make_old_store();
	config.key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
	need(isoft_store_open(&store, &config, false, &scene_failure) == ISOFT_STORE_FAILED && scene_says("another key"));
	tokens = open(scene_path("tokens"), O_RDONLY);
	need(pread(tokens, &header, sizeof(header), 0) == sizeof(header) && header.format == 1);
	close(tokens);
	store = scene_open();
	need_accounts(store);
	isoft_store_close(store);
}

static void full_disk(void)
{
	isoft_store_config config = scene_config();
	isoft_store *store;
	isoft_header header;
	int tokens;

	make_old_store();
	faults_set(FAULT_ERROR, 1, ENOSPC);
	need(isoft_store_open(&store, &config, false, &scene_failure) == ISOFT_STORE_FAILED);
	need(scene_says("the disk is full"));
	faults_set(FAULT_NONE, 0, 0);
	tokens = open(scene_path("tokens"), O_RDONLY);
	need(pread(tokens, &header, sizeof(header), 0) == sizeof(header) && header.format == 1);
	close(tokens);
	store = scene_open();
	need_accounts(store);
	isoft_store_close(store);
}

static const scene_test tests[] = {
	{"a store of format 1 is carried over with all its accounts", carried},
	{"an account whose hash is damaged is found by the name in its record", damaged_hash_of_old},
	{"a process killed at any call of the carry-over loses nothing", killed},
	{"an exchange of the old version is waited for, and its outcome carried over", exchange_is_waited_for},
	{"while it is waited for, the old version finds a newer format", mark},
	{"processes that open an old store at once carry it over once", many_at_once},
	{"a store under another key is left as it is", wrong_key},
	{"without room for the new file the old store is left as it is", full_disk},
};

SCENE_MAIN(tests)
