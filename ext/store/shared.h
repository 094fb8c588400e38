/*
 * Shared: the area of the store that all processes write in place, without a lock.
 *
 * Every field is a lock-free atomic that holds a hint or a count. Nothing in the area is durable or secret, and the
 * code must tolerate any value in it. Put a new field where there is room, and let zero mean "never used": older files
 * have zeros there. A field that all workers write often gets a cache line of its own.
 *
 * Ownership: the store owns the area and lends it.
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_SHARED_H
#define ISOFT_STORE_SHARED_H

#include <stdatomic.h>
#include <stdint.h>

#include "store/layout.h"
#include "store/names.h"
#include "store/store.h"

typedef struct {
	unsigned char unused[64];
	unsigned char pacing[64 * 64]; /* net/pacing owns these bytes; the store does not read them */
	unsigned char limits[64 * 80]; /* net/limit_snapshot owns these bytes */
	unsigned char stats[8 * 384];  /* auth/stats owns these bytes */
	isoft_name_table names;
} isoft_shared;

_Static_assert(sizeof(isoft_shared) == ISOFT_SHARED_SIZE, "the shared area keeps its size within a format");
_Static_assert(ATOMIC_LLONG_LOCK_FREE == 2, "an atomic with a hidden lock does not work between processes");

/*
 * Returns the store's shared area, NULL if the store is not mapped. The pointer is valid until the next
 * isoft_store_check(), _lock(), _write() or _close() of this handle, which may map again: do not keep it, call again.
 * On a read-only file system the area is private to the process.
 */
isoft_shared *isoft_store_shared(isoft_store *store);

/* Copies the key under which the entries of `names` are authenticated. */
void isoft_store_names_key(const isoft_store *store, unsigned char key[ISOFT_NAMES_KEY_SIZE]);

#endif
