/*
 * File lock: an exclusive lock on a file, which the kernel releases when its last holder dies.
 *
 * A lock is that of a whole file or of one byte of it. Its file is created when it is first needed and never removed.
 * It is opened for each lock and closed at the unlock. Two threads of one process therefore exclude each other, and a
 * forked child inherits only the locks that are held at the fork. The lock belongs to the open file: every process that
 * shares the descriptor holds it.
 *
 * Ownership: the caller owns the descriptor and ends it with isoft_file_unlock().
 * Locks: the table lock may be taken while an account lock is held, never the other way round.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_FILE_LOCK_H
#define ISOFT_STORE_FILE_LOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "store/layout.h"
#include "store/os.h"
#include "store/paths.h"
#include "store/store.h"

/*
 * Opens a lock file, and creates it if it does not exist. Returns FAILED if it cannot be had or has the wrong
 * permissions.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_lock_file_open(
	const isoft_paths *paths, const char *path, isoft_os_access access, int *descriptor, isoft_failure *failure);

/* What is locked. */
typedef struct {
	char path[ISOFT_PATH_MAX];
	bool is_byte;  /* else the whole file */
	uint64_t byte; /* its offset; the file need not be so long */
} isoft_lock_place;

/* Where the account in this slot is locked, in a store that locks in this way. */
void isoft_lock_place_of(isoft_lock_place *place, const isoft_paths *paths, isoft_lock_way way, uint32_t slot);

/*
 * Polls for the lock until `deadline` (monotonic milliseconds), at least once. OK: *descriptor holds the lock of the
 * file that is at the path now, even if the file was replaced or removed during the wait. Returns BUSY after the
 * deadline; the failure is then not filled.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_file_lock(
	const isoft_paths *paths, const isoft_lock_place *place, int64_t deadline, int *descriptor, isoft_failure *failure);

/* Releases the lock for all processes that share the descriptor, and closes it. */
void isoft_file_unlock(int descriptor);

/*
 * Takes the table lock, which guards creating and growing the store, allocating slots and changing hashes. It is held
 * for a short time only, so the wait does not count against the caller's deadline. Returns FAILED, never BUSY, if it
 * cannot be taken.
 */
ISOFT_MUST_CHECK isoft_store_status isoft_table_lock(const isoft_paths *paths, int *descriptor, isoft_failure *failure);

#endif
