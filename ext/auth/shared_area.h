/*
 * Shared area: the clocks, limits, counters and ids that all processes change (layout in store/shared.h).
 *
 * With a store they lie in its file: a part is copied, changed under the lock of its range, and written back. Without
 * one they lie in anonymous memory that a process shares with the children it forks after MINIT, as the FPM master does
 * with its workers; there the part is that memory, and its fields are changed as atomics. The same memory serves while
 * the store's area cannot be used (read-only file system, full disk, truncated file).
 *
 * Ownership: the caller owns the copy; the anonymous memory lives until the process ends. Locks: between take and
 * release the lock of the range is held; no other lock may be taken then, and no store be opened. Never throws;
 * bailout: none.
 */
#ifndef ISOFT_AUTH_SHARED_AREA_H
#define ISOFT_AUTH_SHARED_AREA_H

#include "store/shared.h"

typedef struct {
	void *bytes; /* of the part: the caller's copy, or the memory itself */
	size_t offset, length;
	isoft_store *store; /* whose file has the part; NULL: the part is anonymous memory */
	bool is_stand_in;   /* there is a store, but its area cannot be used now */
} isoft_shared_part;

/* Maps the anonymous memory. Called once per process, from MINIT, before the process forks. */
void isoft_shared_area_minit(void);

/* Lends a part to be read. `copy` has `length` bytes and must live as long as the part. Returns part->bytes. */
void *isoft_shared_area_read(isoft_shared_part *part, size_t offset, void *copy, size_t length);

/* Lends a part to be changed, with the lock of its range. The caller must call isoft_shared_area_release(). */
void *isoft_shared_area_take(isoft_shared_part *part, size_t offset, void *copy, size_t length);

/* Writes back `length` changed bytes at `changed`, which lies in the part. Returns false if they are lost. */
bool isoft_shared_area_write(const isoft_shared_part *part, const void *changed, size_t length);

void isoft_shared_area_release(const isoft_shared_part *part);

#endif
