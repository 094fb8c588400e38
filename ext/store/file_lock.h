/*
 * File lock: an exclusive lock that the kernel ends when its last holder dies.
 *
 * One small file a lock, made when first needed and never removed; opened for each taking and closed after it, so that
 * two threads of a process exclude each other and nothing is inherited but what is held during a fork. The lock belongs
 * to the open file: every process that shares the descriptor holds it.
 */
#ifndef ISOFT_STORE_FILE_LOCK_H
#define ISOFT_STORE_FILE_LOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "store/paths.h"
#include "store/store.h"

/*
 * Polls until `deadline` (monotonic milliseconds; at least one try). OK: *descriptor holds the lock of the file that is
 * at the path now, even if someone replaced or removed it meanwhile. BUSY when the wait is over.
 */
isoft_store_status isoft_file_lock(
	const isoft_paths *paths, const char *path, int64_t deadline, int *descriptor, isoft_failure *failure);

/* For everybody who shares it. */
void isoft_file_unlock(int descriptor);

/*
 * The table's lock: to create, to grow, to give slots out, to change hashes. Held briefly, so it is waited for on its
 * own terms; FAILED if it cannot be had even so. Taken while an account's lock is held, never the other way round.
 */
isoft_store_status isoft_table_lock(const isoft_paths *paths, int *descriptor, isoft_failure *failure);

#endif
