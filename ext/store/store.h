/*
 * Store: the encrypted records of all accounts, in one file that every process on the machine maps.
 *
 * Promises
 * - A read takes no lock and makes no system call. It returns the last published record complete, or a status that says
 *   why it cannot.
 * - When a write returns true, the record is durable. A process may be killed at any instruction: the store then holds
 *   the old record or the new record, never a mixture.
 * - Without the key, an account name or a record in the file can neither be read nor be changed unnoticed.
 *
 * Ownership: one thread owns an isoft_store, and only that thread uses it. The caller of isoft_store_lock() owns the
 * isoft_lock. The caller owns the records it receives and wipes them with isoft_record_wipe().
 *
 * Locks: an account lock (a lock on a byte of lock-ranges, or on a file of the account's slot) excludes other writers
 * of the account. The table lock (file_lock.h) is taken inside, for a short time, while the table of slots changes.
 * Lock order: the account lock first, the table lock second. Range locks (range_lock.h) are taken alone.
 *
 * Bail-out: never; no function of this room calls Zend. No function calls back.
 *
 * Limits
 * - A user who can write into the directory can use the grants in it: the permissions of the directory decide.
 * - If an administrator truncates the file while it is mapped, a process that reads it before its next check is killed
 *   by SIGBUS.
 * - Network file systems and the upper layers of overlay file systems are not supported: they may lack flock or a
 *   coherent mapping.
 */
#ifndef ISOFT_STORE_STORE_H
#define ISOFT_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "support/attributes.h"
#include "support/failure.h"

enum {
	ISOFT_ACCOUNT_MAX = 128, /* bytes of an account name: at least 1, any byte except NUL */
	ISOFT_RECORD_MAX = 3840  /* bytes of a record */
};

/*
 * isoft_store_open() and isoft_store_matches() borrow the strings for the duration of the call only. NULL and "" both
 * mean "not set".
 */
typedef struct {
	const char *directory;
	const char *key_file;      /* not set: <directory>/key */
	const char *key;           /* base64 of 32 bytes, padding optional; takes precedence over the key file */
	const char *previous_keys; /* base64 or file:<path>, separated by commas */
	uint32_t accounts;         /* minimum number of accounts that the store has room for */
} isoft_store_config;

typedef enum {
	ISOFT_STORE_OK,
	ISOFT_STORE_MISSING, /* the account has no record, or there is no store yet */
	ISOFT_STORE_BUSY,    /* another holder still has the lock at the end of the wait; the failure is not filled */
	ISOFT_STORE_FAILED   /* the failure says why */
} isoft_store_status;

typedef struct isoft_store isoft_store;

typedef struct {
	uint64_t generation; /* counts the writes of this account; never decreases */
	bool previous_key;   /* sealed under a previous key: the next write seals it under the present key */
	size_t length;
	unsigned char bytes[ISOFT_RECORD_MAX];
} isoft_record;

/* The exclusive right to write one account. The kernel ties it to the open file, which a forked child shares. */
typedef struct {
	int descriptor; /* -1: not held */
	unsigned forks; /* isoft_fork_count() when the lock was taken; another count means a copy in a forked child */
	uint32_t slot;
	char account[ISOFT_ACCOUNT_MAX + 1];
} isoft_lock;

/*
 * Opens the store and writes the handle to *store; the caller frees it with isoft_store_close(). *store is NULL unless
 * the status is OK.
 *
 * If `create` is true, creates the key and the file if they do not exist, under the table lock, but never the
 * directory. If `create` is false and there is no store, returns MISSING; without the directory, FAILED. On a read-only
 * file system the store can be read, and every attempt to lock fails.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_store_open(
	isoft_store **store, const isoft_store_config *config, bool create, isoft_failure *failure);

/*
 * Returns whether the system lets this process write the store's file; if not, fills the failure with the reason and
 * the remedy. Makes a system call.
 */
ISOFT_MUST_CHECK bool isoft_store_may_write(const isoft_store *store, isoft_failure *failure);

/* Frees the handle; NULL is allowed. Changes nothing in the file. A lock that is still held keeps its descriptor. */
void isoft_store_close(isoft_store *store);

/* Returns whether the config names this store with the same keys. */
bool isoft_store_matches(const isoft_store *store, const isoft_store_config *config);

/*
 * Compares the file at the path with the mapped file, and maps again if the file was replaced, grew or was truncated.
 * Call it when a request first uses the store. Returns MISSING if the file is gone.
 *
 * After MISSING or FAILED (file truncated, damaged, or sealed under a key that this handle does not have) nothing is
 * mapped, and every later use tries to map again. Only isoft_store_open() reads the keys.
 */
isoft_store_status isoft_store_check(isoft_store *store, isoft_failure *failure);

/*
 * Copies the account's record to *record. Returns MISSING if the account has no record, FAILED if the record is damaged
 * or sealed under an unknown key. Takes no lock and makes no system call.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_store_read(
	isoft_store *store, const char *account, isoft_record *record, isoft_failure *failure);

/* Overwrites the bytes in use with zeros and sets the length to 0. */
void isoft_record_wipe(isoft_record *record);

/*
 * Takes the account lock and completes the write of a killed writer. Waits at most `wait_ms` milliseconds; 0 means one
 * try. Returns BUSY if another holder still has the lock then.
 *
 * An account that the store does not know gets a slot, and loses it again if no record is written before the unlock.
 * A damaged record prevents neither the lock nor the write of a new record. Returns FAILED, never MISSING, if the store
 * is gone or its file system is read-only. Unless the status is OK, the lock is not held.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_store_lock(
	isoft_store *store, const char *account, int64_t wait_ms, isoft_lock *lock, isoft_failure *failure);

/*
 * Moves a held lock to the store that is at the path now, after the file was replaced. If the account has another slot
 * in the new store, takes the lock of that slot and then releases the old lock. Returns false, with the old lock still
 * held, if the new lock is not available within `wait_ms` milliseconds or the store cannot be used.
 */
bool isoft_store_follow(isoft_store *store, isoft_lock *lock, int64_t wait_ms, isoft_failure *failure);

/*
 * Releases the lock for all processes that share it. In a forked child that did not call isoft_store_inherit(), does
 * what isoft_store_leave() does.
 */
void isoft_store_unlock(isoft_store *store, isoft_lock *lock);

/* Gives up the lock in this process only. A process that shares it (the exchange) still holds it. */
void isoft_store_leave(isoft_store *store, isoft_lock *lock);

/*
 * Publishes the bytes as the account's next generation. The caller holds the account lock. `due` is the time of the
 * next refresh in Unix seconds, 0 for never.
 *
 * Returns false with the failure filled. The old record is then still published, with one exception: if the last sync
 * failed, the new record is published but not durable.
 */
ISOFT_MUST_CHECK bool isoft_store_write(
	isoft_store *store, const isoft_lock *lock, const void *bytes, size_t length, int64_t due, isoft_failure *failure);

/*
 * Removes the account's record and overwrites its bytes in the file. The caller holds the account lock. Returns false
 * with the failure filled. The record may then be removed but not yet overwritten; the next lock of the account
 * overwrites it.
 */
ISOFT_MUST_CHECK bool isoft_store_erase(isoft_store *store, const isoft_lock *lock, isoft_failure *failure);

/* The back-off after failed refreshes. All processes share it; it is not durable. */
typedef struct {
	int64_t until;     /* Unix seconds, 0: no back-off */
	uint32_t failures; /* consecutive failures */
} isoft_backoff;

/* Takes no lock. Returns {0, 0} if the account or the store is missing. */
isoft_backoff isoft_store_backoff(isoft_store *store, const char *account);

/* The caller holds the account lock. */
bool isoft_store_set_backoff(isoft_store *store, const isoft_lock *lock, isoft_backoff backoff, isoft_failure *failure);

/*
 * A `due` further ahead than this counts as one that has come: it was written before the clock was set back, and an
 * unused refresh token expires after 45 days.
 */
enum { ISOFT_DUE_AHEAD_MAX_S = 30 * 24 * 3600 };

/*
 * Returns a time (Unix seconds) before which no account is due, 0 if no account has a `due` or the file cannot be read.
 * `now` is in Unix seconds. If the time has come, it is the earliest `due` of all accounts. This is a hint: verify it
 * against the record. What another process writes is seen 10 s later at the latest.
 *
 * The time is in the shared area. Only the process that finds it passed reads all accounts, and moves it on before: the
 * others do not for a second, so that not all of them refresh what is due. Does not touch the mapping: unlike all other
 * functions it may be called although the file was truncated. Takes the lock of a range for some microseconds.
 */
int64_t isoft_store_next_due(isoft_store *store, int64_t now);

/*
 * Iterates over the accounts. Copies the first record at or after *position, with its account name, and sets *position
 * to the next slot. Start with *position = 0. Returns MISSING at the end. Returns FAILED with an empty name for a
 * damaged record; the next call continues behind it. Takes no lock.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_store_next(isoft_store *store, uint32_t *position,
	char account[ISOFT_ACCOUNT_MAX + 1], isoft_record *record, isoft_failure *failure);

/* Like isoft_store_next(), but passes over the accounts that are not due at `now`, and opens no record of theirs. */
ISOFT_MUST_CHECK isoft_store_status isoft_store_next_of_due(isoft_store *store, uint32_t *position, int64_t now,
	char account[ISOFT_ACCOUNT_MAX + 1], isoft_record *record, isoft_failure *failure);

/*
 * For the forked exchange process: makes the inherited handle and lock usable in this process, as if it had opened and
 * taken them itself. Writes the descriptors that must stay open to `descriptors` and returns their number, at most 4.
 */
int isoft_store_inherit(isoft_store *store, const isoft_lock *lock, int descriptors[4]);

#endif
