/*
 * Store: the encrypted records of all accounts, in one file that every process on the machine maps.
 *
 * Promises
 * - A read takes no lock and makes no system call. It gives the record last published, whole, or says why it cannot.
 * - A write is durable when it returns, or the old record is untouched. A process may be killed at any instruction.
 * - No account name and no record can be read from the file without the key, nor changed unnoticed.
 *
 * Ownership: an isoft_store belongs to one thread, an isoft_lock to whoever took it. Records given out are the caller's
 * to wipe. No Zend call is made anywhere in this room, so nothing here can bail out; nothing here calls back.
 *
 * Caveats
 * - Who can write into the directory can use the grants in it; the directory is the permission.
 * - A file cut short by hand while it is mapped kills (SIGBUS) a process that reads it before its next check.
 * - Network file systems and the upper layers of overlays are not promised: they may have neither flock nor a coherent
 *   mapping.
 */
#ifndef ISOFT_STORE_STORE_H
#define ISOFT_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "support/failure.h"

enum {
	ISOFT_ACCOUNT_MAX = 128, /* bytes of an account's name, at least 1, any but NUL */
	ISOFT_RECORD_MAX = 3840  /* bytes of a record */
};

/* Strings are borrowed during isoft_store_open() and isoft_store_matches() only. NULL and "" both mean "not set". */
typedef struct {
	const char *directory;
	const char *key_file;      /* not set: <directory>/key */
	const char *key;           /* base64 of 32 bytes, padding optional; wins over the file */
	const char *previous_keys; /* base64 or file:<path>, separated by commas */
	uint32_t accounts;         /* room the store has at least */
} isoft_store_config;

typedef enum {
	ISOFT_STORE_OK,
	ISOFT_STORE_MISSING, /* no such account, or no store yet */
	ISOFT_STORE_BUSY,    /* someone else holds the lock, and the wait is over */
	ISOFT_STORE_FAILED   /* the failure says what */
} isoft_store_status;

typedef struct isoft_store isoft_store;

typedef struct {
	uint64_t generation; /* counts the writes of this account; never goes back */
	bool previous_key;   /* sealed under a previous key: the next write moves it to the present one */
	size_t length;
	unsigned char bytes[ISOFT_RECORD_MAX];
} isoft_record;

/* The exclusive right to write one account. Held by an open file description: a forked child shares it. */
typedef struct {
	int descriptor; /* -1: not held */
	unsigned forks; /* isoft_fork_count() when it was taken: in a forked child the copy is not the child's lock */
	uint32_t slot;
	char account[ISOFT_ACCOUNT_MAX + 1];
} isoft_lock;

/*
 * Opens the store, making key and file first where `create` is true and they are not there (never the directory).
 * Without `create`, MISSING where there is no store yet. Where the file system is read-only the store can be read, and
 * every lock is refused.
 */
isoft_store_status isoft_store_open(
	isoft_store **store, const isoft_store_config *config, bool create, isoft_failure *failure);

/* Closes what this thread has open; never touches shared state. A lock still held is left to whoever else shares it. */
void isoft_store_close(isoft_store *store);

/* Whether this is the store that the config names, under the same keys. */
bool isoft_store_matches(const isoft_store *store, const isoft_store_config *config);

/*
 * Compares the path with what is mapped and maps again where the file was replaced, grew or was cut. To be called when
 * a request first uses the store. MISSING where the file is gone. After MISSING or FAILED (cut, damaged, moved to a key
 * that this handle does not have) nothing is mapped, and every use tries again; keys are read only when opening.
 */
isoft_store_status isoft_store_check(isoft_store *store, isoft_failure *failure);

/*
 * Copies the account's record out. MISSING: none; FAILED: damage or a wrong key. Takes no lock, makes no system call.
 */
isoft_store_status isoft_store_read(
	isoft_store *store, const char *account, isoft_record *record, isoft_failure *failure);

/* Wipes the bytes that are in use. */
void isoft_record_wipe(isoft_record *record);

/*
 * Takes the account's lock, waiting at most `wait_ms` (0: one try), and finishes what a killed writer left. An account
 * that the store does not know yet gets a slot, which it loses again if nothing is written before the unlock. BUSY when
 * the wait is over. A damaged record does not keep the lock from being taken, nor a new record from being written.
 * FAILED, never MISSING, where the store is gone or its file system is read-only. The lock is not held unless OK.
 */
isoft_store_status isoft_store_lock(
	isoft_store *store, const char *account, int64_t wait_ms, isoft_lock *lock, isoft_failure *failure);

/*
 * Where the store was replaced while the account was locked: sees to it that the lock is that of the account's slot in
 * the store that is there now, and lets go of the old one only then. False, with the old lock still held, where that
 * cannot be had within `wait_ms`.
 */
bool isoft_store_follow(isoft_store *store, isoft_lock *lock, int64_t wait_ms, isoft_failure *failure);

/* The lock ends for everybody who shares it. */
void isoft_store_unlock(isoft_store *store, isoft_lock *lock);

/* The lock ends for this process alone: whoever else shares it (the exchange) still holds it. */
void isoft_store_leave(isoft_store *store, isoft_lock *lock);

/*
 * Under the lock: publishes the record as the next generation. `due` (Unix seconds, 0 = never) feeds the hint. False:
 * the old record is still there, or, where the disk failed in the last step of all, the new one without being durable.
 */
bool isoft_store_write(
	isoft_store *store, const isoft_lock *lock, const void *bytes, size_t length, int64_t due, isoft_failure *failure);

/* Under the lock: the account has no record any more, and nothing of the old ones is left in the file. */
bool isoft_store_erase(isoft_store *store, const isoft_lock *lock, isoft_failure *failure);

/*
 * Back-off after failed refreshes, shared by all processes, not durable. Reading takes no lock; setting needs the lock.
 */
typedef struct {
	int64_t until;     /* Unix seconds, 0 = none */
	uint32_t failures; /* in a row */
} isoft_backoff;

isoft_backoff isoft_store_backoff(isoft_store *store, const char *account);
bool isoft_store_set_backoff(isoft_store *store, const isoft_lock *lock, isoft_backoff backoff, isoft_failure *failure);

/*
 * The earliest `due` of all accounts, 0 for none: a hint, to be verified against the record. No lock, no system call.
 */
int64_t isoft_store_next_due(const isoft_store *store);

/*
 * Walks the accounts: gives the first record at or after *position, with its name, and moves *position behind it.
 * MISSING at the end. A damaged record gives FAILED and moves on as well (its name is then empty).
 */
isoft_store_status isoft_store_next(isoft_store *store, uint32_t *position, char account[ISOFT_ACCOUNT_MAX + 1],
	isoft_record *record, isoft_failure *failure);

/*
 * For the forked exchange: this process goes on with the inherited store and lock as if it had opened them.
 * `descriptors` gets those that must stay open (at most 4); their number is returned.
 */
int isoft_store_inherit(isoft_store *store, const isoft_lock *lock, int descriptors[4]);

#endif
