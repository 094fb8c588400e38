/*
 * Scene: what every test of the store starts from.
 *
 * A test runs in a process group of its own, in an empty folder of its own with mode 0700, and passes by returning.
 * What it leaves behind, processes and files, is removed. Helpers end the test as failed, saying where, when what they
 * do fails.
 */
#ifndef TESTS_STORE_SCENE_H
#define TESTS_STORE_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "store/store.h"

typedef struct {
	const char *name;
	void (*run)(void);
} scene_test;

/* Runs them all; main() returns what this returns. */
int scene_main(const scene_test *tests, size_t count);

#define SCENE_MAIN(tests) \
	int main(void) \
	{ \
		return scene_main(tests, sizeof(tests) / sizeof((tests)[0])); \
	}

/* The test fails here unless the condition holds. */
#define need(condition) scene_need(condition, #condition, __FILE__, __LINE__)
void scene_need(bool holds, const char *what, const char *file, int line);

/* The test ends, neither passed nor failed. */
_Noreturn void scene_skip(const char *reason);
void scene_need_root(void);

/* The last failure that a helper below was given, for its message. */
extern isoft_failure scene_failure;

/* Whether the last failure's message has the text in it. */
bool scene_says(const char *text);

/* <folder>/<name>, in one of a few static buffers. The folder itself without a name. */
const char *scene_path(const char *name);

/* The store in the folder, with room for `accounts`; its key file beside it. */
isoft_store_config scene_config(void);
isoft_store *scene_open(void);
isoft_store *scene_open_with(const isoft_store_config *config);

isoft_lock scene_lock(isoft_store *store, const char *account);

/* Locks, writes, unlocks. */
void scene_put(isoft_store *store, const char *account, const char *text);
void scene_put_due(isoft_store *store, const char *account, const char *text, int64_t due);

isoft_store_status scene_read(isoft_store *store, const char *account, isoft_record *record);

/* Whether the account's record is this text. */
bool scene_has(isoft_store *store, const char *account, const char *text);

/*
 * A text that is long, different for each number, and all of one piece: scene_number() gives the number, or -1 for any
 * other.
 */
enum { SCENE_TEXT_ROOM = 2100 };
void scene_text(char text[SCENE_TEXT_ROOM], int number);
int scene_number(const isoft_record *record);

/* A child process that runs `work` and exits with what it returns. */
pid_t scene_fork(int (*work)(void *), void *with);

/* Waits for it: its exit status, or minus the signal. */
int scene_wait(pid_t child);

/* For "tell the other process": one byte through a pipe. */
typedef struct {
	int ends[2];
} scene_signal;

scene_signal scene_signal_make(void);
void scene_signal_send(scene_signal signal);
void scene_signal_wait(scene_signal signal);

/* Whole files. The bytes are the caller's to free. */
unsigned char *scene_load(const char *path, size_t *length);
void scene_save(const char *path, const void *bytes, size_t length);
void scene_patch(const char *path, const void *bytes, size_t length, size_t offset);
size_t scene_size(const char *path);

#endif
