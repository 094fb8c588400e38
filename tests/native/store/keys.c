/* Keys as text and as files: wrong, short, missing, readable by other users, and replaced by new keys. */
#define _GNU_SOURCE

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults.h"
#include "scene.h"

static const char KEY_A[] = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
static const char KEY_A_BARE[] = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
static const char KEY_B[] = "/+7dzLuqmYh3ZlVEMyIRAP/u3cy7qpmId2ZVRDMiEQA=";

static bool opens(const char *key, const char *previous, isoft_store **store)
{
	isoft_store_config config = scene_config();

	config.key = key;
	config.previous_keys = previous;
	return isoft_store_open(store, &config, true, &scene_failure) == ISOFT_STORE_OK;
}

static isoft_store *open_under(const char *key, const char *previous)
{
	isoft_store *store = NULL;

	need(opens(key, previous, &store));
	return store;
}

static void text(void)
{
	static const char *const bad[] = {"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=", "AAECAwQF", "x",
		"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8==", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8h",
		"AAECAwQFBgcICQoLDA0ODxAREhMUFRYX\nBkaGxwdHh8=",
		"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE\xbe\xbe\xae\xc3"
		"BAQEBAQE=",
		" AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"};
	isoft_store *store = open_under(KEY_A, NULL);

	scene_put(store, "default", "x");
	isoft_store_close(store);
	need(access(scene_path("key"), F_OK) == -1);
	store = open_under(KEY_A_BARE, "");
	need(scene_has(store, "default", "x"));
	isoft_store_close(store);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		need(!opens(bad[i], NULL, &store) && scene_failure.kind == ISOFT_FAILURE_CONFIGURATION);
		need(!strstr(scene_failure.message, "AAEC"));
		need(!opens(KEY_A, bad[i][0] == ' ' ? "z" : bad[i], &store));
		need(scene_failure.kind == ISOFT_FAILURE_CONFIGURATION && scene_says("previous_keys"));
	}
}

static void key_is_what_base64_says(void)
{
	const char *const texts[] = {KEY_A, KEY_A_BARE, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\r\n"};
	unsigned char master[32];
	isoft_store *store = open_under(KEY_A, NULL);

	for (int i = 0; i < 32; i++) {
		master[i] = (unsigned char)i;
	}
	scene_put(store, "default", "x");
	isoft_store_close(store);
	scene_save(scene_path("key"), master, sizeof(master));
	store = open_under(NULL, NULL);
	need(scene_has(store, "default", "x"));
	isoft_store_close(store);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		scene_save(scene_path("key"), texts[i], strlen(texts[i]));
		store = open_under(NULL, NULL);
		need(scene_has(store, "default", "x"));
		isoft_store_close(store);
	}
	scene_save(scene_path("key"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=\n", 45);
	need(!opens(NULL, NULL, &store) && scene_says("45 bytes") && !scene_says("AAEC"));
}

static void wrong(void)
{
	isoft_store *store = open_under(KEY_A, NULL);

	scene_put(store, "default", "x");
	isoft_store_close(store);
	need(!opens(KEY_B, NULL, &store) && scene_failure.kind == ISOFT_FAILURE_STORE && scene_says("another key"));
	need(scene_says("previous_keys"));
	store = open_under(KEY_B, KEY_A);
	need(scene_has(store, "default", "x"));
	isoft_store_close(store);
}

static void missing(void)
{
	isoft_store *store = scene_open();
	unsigned char *key;
	size_t length;

	scene_put(store, "default", "x");
	isoft_store_close(store);
	key = scene_load(scene_path("key"), &length);
	need(length == 32 && unlink(scene_path("key")) == 0);
	need(!opens(NULL, NULL, &store) && scene_failure.kind == ISOFT_FAILURE_STORE && scene_says("restore the key file"));
	need(access(scene_path("key"), F_OK) == -1);
	scene_save(scene_path("key"), key, 31);
	need(!opens(NULL, NULL, &store) && scene_says("31 bytes"));
	scene_save(scene_path("key"), "", 0);
	need(!opens(NULL, NULL, &store) && scene_says("0 bytes"));
	scene_save(scene_path("key"), "0123456789abcdef0123456789abcdefX", 33);
	need(!opens(NULL, NULL, &store) && scene_says("33 bytes"));
	scene_save(scene_path("key"), "0123456789abcdef0123456789abcdef", 32);
	need(!opens(NULL, NULL, &store) && scene_says("another key"));
	need(!strstr(scene_failure.message, "0123456789abcdef"));
	scene_save(scene_path("key"), key, 32);
	store = scene_open();
	need(scene_has(store, "default", "x"));
	isoft_store_close(store);
	free(key);
}

static void modes(void)
{
	isoft_store *store = scene_open();
	const char *path = scene_path("key"), *moved = scene_path("moved");

	isoft_store_close(store);
	need(chmod(path, 0644) == 0 && !opens(NULL, NULL, &store) && scene_says("go= "));
	need(chmod(path, 0640) == 0 && !opens(NULL, NULL, &store) && scene_says("go= "));
	need(chmod(path, 0400) == 0 && opens(NULL, NULL, &store));
	isoft_store_close(store);
	need(rename(path, moved) == 0 && symlink("moved", path) == 0);
	need(!opens(NULL, NULL, &store) && scene_says("symlink"));
	need(unlink(path) == 0 && mkfifo(path, 0600) == 0);
	need(!opens(NULL, NULL, &store) && scene_says("not a plain file"));
}

static void elsewhere(void)
{
	isoft_store_config config = scene_config();
	isoft_store *store;
	char key[512];

	need(mkdir(scene_path("keys"), 0700) == 0);
	snprintf(key, sizeof(key), "%s", scene_path("keys/master"));
	config.key_file = key;
	store = scene_open_with(&config);
	scene_put(store, "default", "x");
	need(scene_size(key) == 32 && access(scene_path("key"), F_OK) == -1);
	isoft_store_close(store);
	need(chmod(key, 0440) == 0);
	store = scene_open_with(&config);
	need(scene_has(store, "default", "x"));
	isoft_store_close(store);
	need(chmod(key, 0644) == 0);
	need(isoft_store_open(&store, &config, true, &scene_failure) == ISOFT_STORE_FAILED && scene_says("chmod 0400 "));
	need(chmod(key, 0660) == 0);
	need(isoft_store_open(&store, &config, true, &scene_failure) == ISOFT_STORE_FAILED);
	config.key_file = "keys/master";
	need(isoft_store_open(&store, &config, true, &scene_failure) == ISOFT_STORE_FAILED);
	need(scene_failure.kind == ISOFT_FAILURE_CONFIGURATION);
}

static void previous_lists(void)
{
	isoft_store *store = open_under(KEY_A, NULL);
	unsigned char master[32];
	char list[1024];

	scene_put(store, "default", "x");
	isoft_store_close(store);
	for (int i = 0; i < 32; i++) {
		master[i] = (unsigned char)i;
	}
	scene_save(scene_path("old"), master, sizeof(master));
	snprintf(list, sizeof(list), " , file:%s ,\t%s,", scene_path("old"), KEY_B);
	store = open_under("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY", list);
	need(scene_has(store, "default", "x"));
	isoft_store_close(store);
	snprintf(list, sizeof(list), "file:%s", scene_path("nowhere"));
	need(!opens(KEY_A, list, &store) && scene_failure.kind == ISOFT_FAILURE_STORE && scene_says("nowhere"));
	need(!opens(KEY_A, "file:relative", &store) && scene_failure.kind == ISOFT_FAILURE_CONFIGURATION);
	list[0] = '\0';
	for (int i = 0; i < 17; i++) {
		unsigned char other[32] = {(unsigned char)(i + 1)};

		strcat(list, ",");
		sodium_bin2base64(list + strlen(list), 64, other, 32, sodium_base64_VARIANT_ORIGINAL);
	}
	need(!opens(KEY_A, list, &store) && scene_failure.kind == ISOFT_FAILURE_CONFIGURATION && scene_says("15 keys"));
	store = open_under(KEY_A, KEY_A);
	need(scene_has(store, "default", "x"));
	isoft_store_close(store);
}

static void rotation(void)
{
	isoft_store *store = open_under(KEY_A, NULL), *old;
	isoft_record record;

	scene_put(store, "moved", "one");
	scene_put(store, "left", "two");
	isoft_store_close(store);
	old = open_under(KEY_A, NULL);

	store = open_under(KEY_B, KEY_A);
	need(scene_read(store, "moved", &record) == ISOFT_STORE_OK && record.previous_key);
	scene_put(store, "moved", "one again");
	need(scene_read(store, "moved", &record) == ISOFT_STORE_OK && !record.previous_key);
	need(scene_read(store, "left", &record) == ISOFT_STORE_OK && record.previous_key);
	isoft_store_close(store);

	/* A handle that has only the old key reports the key, not a missing account. */
	need(isoft_store_check(old, &scene_failure) == ISOFT_STORE_FAILED && scene_says("another key"));
	need(scene_read(old, "moved", &record) == ISOFT_STORE_FAILED);
	isoft_store_close(old);
	need(!opens(KEY_A, NULL, &store));

	/* The old key was removed too early: the account that still needs it is reported and can be authorized again. */
	store = open_under(KEY_B, NULL);
	need(scene_has(store, "moved", "one again"));
	need(scene_read(store, "left", &record) == ISOFT_STORE_FAILED && scene_says("previous_keys"));
	scene_put(store, "left", "authorized anew");
	need(scene_has(store, "left", "authorized anew"));
	isoft_store_close(store);

	/* The lost key is configured again: reads and iterations still give the newer record. */
	store = open_under(KEY_B, KEY_A);
	need(scene_has(store, "left", "authorized anew"));
	for (uint32_t position = 0, found = 0;;) {
		char account[ISOFT_ACCOUNT_MAX + 1];
		isoft_store_status status = isoft_store_next(store, &position, account, &record, &scene_failure);

		if (status == ISOFT_STORE_MISSING) {
			need(found == 2);
			break;
		}
		need(status == ISOFT_STORE_OK && ++found && !record.previous_key);
	}
	isoft_store_close(store);
}

/* Two configurations are in use at once. Each has the key of the other as a previous key and reads its records. */
static void staged_rotation(void)
{
	isoft_store *old = open_under(KEY_A, KEY_B), *new = open_under(KEY_B, KEY_A);

	for (int i = 0; i < 10; i++) {
		char text_of_round[32];

		snprintf(text_of_round, sizeof(text_of_round), "round %d", i);
		scene_put(i % 2 ? old : new, "default", text_of_round);
		need(isoft_store_check(old, &scene_failure) == ISOFT_STORE_OK && scene_has(old, "default", text_of_round));
		need(isoft_store_check(new, &scene_failure) == ISOFT_STORE_OK && scene_has(new, "default", text_of_round));
	}
	isoft_store_close(old);
	isoft_store_close(new);
}

static int rotate(void *with)
{
	isoft_store *store = open_under(KEY_B, KEY_A);
	isoft_lock lock = scene_lock(store, "default");

	faults_set(*(fault_kind *)with, ((int *)with)[1], 0);
	need(isoft_store_write(store, &lock, "new", 3, 0, &scene_failure));
	return 0;
}

static void killed_during_rotation(void)
{
	for (int kind = FAULT_DIE_BEFORE; kind <= FAULT_DIE_AFTER; kind++) {
		int fault[2] = {kind, 1}, status = -9;

		for (; status == -9; fault[1]++) {
			isoft_store *store;

			unlink(scene_path("tokens"));
			store = open_under(KEY_A, NULL);
			scene_put(store, "default", "old");
			isoft_store_close(store);
			status = scene_wait(scene_fork(rotate, fault));
			need(status == 0 || status == -9);
			store = open_under(KEY_B, KEY_A);
			need(scene_has(store, "default", "new") || (status == -9 && scene_has(store, "default", "old")));
			scene_put(store, "default", "newer");
			isoft_store_close(store);
			store = open_under(KEY_B, NULL);
			need(scene_has(store, "default", "newer"));
			isoft_store_close(store);
		}
		need(fault[1] > 5);
	}
}

static const scene_test tests[] = {
	{"a key as text is base64 of 32 bytes, padded or not", text},
	{"a key as text, as a file of bytes and as a file of text are the same key", key_is_what_base64_says},
	{"a wrong key is distinguished from damage", wrong},
	{"a missing or short key is refused, and no new key is created", missing},
	{"a key that other users can read, or a symlink to a key, is refused", modes},
	{"a key file may lie in another directory", elsewhere},
	{"previous keys are accepted as text and as files", previous_lists},
	{"a write seals the record under the new key", rotation},
	{"two configurations with swapped keys work at once", staged_rotation},
	{"a writer killed while it seals a record under a new key loses nothing", killed_during_rotation},
};

SCENE_MAIN(tests)
