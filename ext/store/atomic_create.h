/*
 * Place: puts a new file into a directory, whole or not at all, and never over one that is there.
 *
 * Written and synced under another name, then linked: whoever opens the name sees a finished file. A creator that is
 * killed leaves a file with ISOFT_ATOMIC_CREATE_PREFIX that means nothing and that isoft_atomic_create_sweep() removes.
 */
#ifndef ISOFT_STORE_ATOMIC_CREATE_H
#define ISOFT_STORE_ATOMIC_CREATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/permissions.h"

#define ISOFT_ATOMIC_CREATE_PREFIX "infusionsoft-new-"

/*
 * The bytes, then zeros up to `size`, for which the disk is made to have room. A file that is there already is success.
 */
bool isoft_atomic_create(const isoft_permissions *permissions, const char *path, const void *bytes, size_t length,
	uint64_t size, isoft_failure *failure);

/* To be called under the table's lock; a lock file just being made is simply made again by its creator. */
void isoft_atomic_create_sweep(const char *directory);

#endif
