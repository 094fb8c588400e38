/*
 * Atomic create: creates a file in a directory complete or not at all, and never replaces an existing file.
 *
 * The file is written and synced under a temporary name and then linked to its own name, so a process that opens the
 * name sees the finished file. A killed creator leaves a temporary file whose name begins with
 * ISOFT_TEMPORARY_PREFIX; nothing reads it, and isoft_atomic_create_sweep() removes it.
 *
 * Ownership: nothing is kept; all arguments are borrowed during the call.
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_ATOMIC_CREATE_H
#define ISOFT_STORE_ATOMIC_CREATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/permissions.h"

/*
 * Creates the file with the `length` bytes, followed by zeros up to `size` bytes; the disk space for `size` is
 * reserved. Returns true also if the file exists already. On false the failure is filled, and the reason is in errno.
 */
ISOFT_MUST_CHECK bool isoft_atomic_create(const isoft_permissions *permissions, const char *path, const void *bytes,
	size_t length, uint64_t size, isoft_failure *failure);

/* A file that is to replace another one. */
typedef struct {
	int descriptor; /* -1: none */
	char temporary[ISOFT_PATH_MAX];
} isoft_atomic_file;

/* Creates the temporary file with `size` zeros, for which disk space is reserved. On false the reason is in errno. */
ISOFT_MUST_CHECK bool isoft_atomic_begin(
	isoft_atomic_file *file, const isoft_permissions *permissions, const char *path, uint64_t size);

/* Syncs the file, puts it in the place of the one at the path, and closes it. On false the reason is in errno. */
ISOFT_MUST_CHECK bool isoft_atomic_replace(isoft_atomic_file *file, const char *path);

/* Removes the file, if it was begun and has not replaced the other. */
void isoft_atomic_abandon(isoft_atomic_file *file);

/*
 * Removes the temporary files in the directory. The caller holds the table lock. The lock files are created without
 * that lock: if the sweep removes the temporary file of a lock file, its creator tries again.
 */
void isoft_atomic_create_sweep(const char *directory);

#endif
