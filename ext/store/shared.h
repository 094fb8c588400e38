/*
 * Shared: the area of the store that all processes change: clocks, limits, counters, and ids found by name.
 *
 * It is read and written by system calls, never through a mapping: where the disk is full or the file was truncated, a
 * write through a mapping ends the process. A change is made under the lock of its range (store/range_lock.h).
 *
 * Every field is a hint or a count. Nothing in the area is durable or secret, and the code must tolerate any value in
 * it. Put a new field where there is room, and let zero mean "never used": older files have zeros there. The fields are
 * atomics, because without a store the same struct is memory that processes share (auth/shared_area.h).
 *
 * Ownership: the caller owns the bytes.
 * Locks: isoft_store_shared_take() takes the lock of the range, and isoft_store_shared_release() releases it.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_SHARED_H
#define ISOFT_STORE_SHARED_H

#include <stdint.h>

#include "store/layout.h"
#include "store/names.h"
#include "store/store.h"

typedef struct {
	isoft_atomic_i64 due_from;     /* Unix seconds: no account is due before (store/next_due); 0: not known */
	isoft_atomic_i64 heartbeat_at; /* Unix seconds: when this machine last asked Redis (auth/heartbeat) */
	unsigned char unused[48];
	unsigned char stats[8 * 384]; /* auth/stats owns these bytes */
	isoft_name_table names;
	unsigned char limits[256 * 5 * 80];     /* net/limit_snapshot owns these bytes */
	unsigned char leases[1024];             /* net/lease owns these bytes */
	unsigned char pacing[256 * ISOFT_PAGE]; /* net/pacing owns these bytes; the store does not read them */
} isoft_shared;

_Static_assert(sizeof(isoft_shared) == ISOFT_SHARED_SIZE, "the shared area keeps its size within a format");

/*
 * Copies `length` bytes of the area from `offset` on. Returns false if the area cannot be used: the store is not open
 * or on a read-only file system, the file was truncated, or a write failed within the last 10 s (the disk is full).
 */
ISOFT_MUST_CHECK bool isoft_store_shared_read(isoft_store *store, size_t offset, void *bytes, size_t length);

/* Locks the range and reads it. If it returns false, nothing is locked. */
ISOFT_MUST_CHECK bool isoft_store_shared_take(isoft_store *store, size_t offset, void *bytes, size_t length);

/* Writes bytes of a range that was taken. Returns false if they could not be written. */
bool isoft_store_shared_write(isoft_store *store, size_t offset, const void *bytes, size_t length);

/* Unlocks a range that was taken. */
void isoft_store_shared_release(isoft_store *store, size_t offset, size_t length);

/* Copies the key under which the entries of `names` are authenticated. */
void isoft_store_names_key(const isoft_store *store, unsigned char key[ISOFT_NAMES_KEY_SIZE]);

#endif
