/*
 * Scene: the process and the folder in which each test of the store runs, and helpers for the tests.
 *
 * A test runs in its own process group and its own empty folder with mode 0700. The test passes if its function
 * returns. Afterwards its remaining processes are killed and its folder is removed. A helper that fails ends the test
 * as failed and prints the place.
 *
 * Ownership: the caller owns stores, locks and loaded bytes. Locks: scene_lock() takes an account lock; scene_put() and
 * scene_put_due() take and release it. Bail-out: never; makes no Zend call.
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

/* Runs all tests, or those whose name contains $TEST. Returns the exit status for main(). */
int scene_main(const scene_test *tests, size_t count);

#define SCENE_MAIN(tests) \
	int main(void) \
	{ \
		return scene_main(tests, sizeof(tests) / sizeof((tests)[0])); \
	}

/* The exit status of the process of a failed test. */
enum { SCENE_FAILED = 1 };

/* The folder of the test; scene_main() sets it. */
extern char scene_folder[256];

/* Ends the test as failed unless the condition holds. */
#define need(condition) scene_need(condition, #condition, __FILE__, __LINE__)
void scene_need(bool holds, const char *text, const char *file, int line);

/* Ends the test as skipped. */
_Noreturn void scene_skip(const char *reason);
void scene_need_root(void);

/* The helpers below fill this failure. */
extern isoft_failure scene_failure;

/* Returns whether the message of scene_failure contains the text. */
bool scene_says(const char *text);

/* Returns <folder>/<name>, or the folder if the name is "". The result is valid for the next three calls. */
const char *scene_path(const char *name);

/* The configuration of the store in the folder, with room for 64 accounts and the key file in the same folder. */
isoft_store_config scene_config(void);
isoft_store *scene_open(void);
isoft_store *scene_open_with(const isoft_store_config *config);

isoft_lock scene_lock(isoft_store *store, const char *account);

/* Lock the account, write the text as its record, unlock. */
void scene_put(isoft_store *store, const char *account, const char *text);
void scene_put_due(isoft_store *store, const char *account, const char *text, int64_t due);

isoft_store_status scene_read(isoft_store *store, const char *account, isoft_record *record);

/* Returns whether the account's record is this text. */
bool scene_has(isoft_store *store, const char *account, const char *text);

/* Returns the hint of the earliest due time as it is in the file now. */
int64_t scene_next_due(isoft_store *store);

/*
 * scene_text() makes a long text that is different for each number. scene_number() returns the number of a record with
 * such a text, and -1 if the record is any other text or mixed from two texts.
 */
enum { SCENE_TEXT_SIZE = 2100 };
void scene_text(char text[SCENE_TEXT_SIZE], int number);
int scene_number(const isoft_record *record);

/* Starts a child process that runs `work` and exits with the status that `work` returns. */
pid_t scene_fork(int (*work)(void *), void *with);

/* Waits for the child to end. Returns its exit status, or the negative number of the signal that killed it. */
int scene_wait(pid_t child);

/* Wakes another process: scene_signal_send() writes one byte into a pipe, scene_signal_wait() reads it. */
typedef struct {
	int ends[2];
} scene_signal;

scene_signal scene_signal_make(void);
void scene_signal_send(scene_signal signal);
void scene_signal_wait(scene_signal signal);

/* Read or write whole files; scene_patch() overwrites a part. The caller frees the bytes of scene_load(). */
unsigned char *scene_load(const char *path, size_t *length);
void scene_save(const char *path, const void *bytes, size_t length);
void scene_patch(const char *path, const void *bytes, size_t length, size_t offset);
size_t scene_size(const char *path);

#endif
