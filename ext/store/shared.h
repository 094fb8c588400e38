/*
 * Shared: the part of the store that all processes write in place, without a lock.
 *
 * Every field is a lock-free atomic and a hint or a count: nothing here is durable, nothing here is a secret,
 * and any value in it must be survivable. A new field goes where there is room, with zero meaning "never used": files
 * made before it have zeros there. What all workers write often gets a cache line of its own.
 */
#ifndef ISOFT_STORE_SHARED_H
#define ISOFT_STORE_SHARED_H

#include <stdatomic.h>
#include <stdint.h>

#include "store/layout.h"
#include "store/names.h"
#include "store/store.h"

typedef struct {
	_Atomic int64_t next_due; /* the earliest `due` of all entries, 0 = none */
	unsigned char room_of_line[64 - sizeof(int64_t)];
	unsigned char pacing[64 * 64]; /* of net/pacing, whose it is; the store does not look into it */
	unsigned char limits[64 * 80]; /* of net/limit_snapshot */
	unsigned char stats[8 * 384];  /* of auth/stats */
	isoft_name_table names;
} isoft_shared;

_Static_assert(sizeof(isoft_shared) == ISOFT_SHARED_SIZE, "the shared area keeps its size within a format");
_Static_assert(ATOMIC_LLONG_LOCK_FREE == 2, "an atomic that takes a lock would live in one process only");

/*
 * The store's shared area; NULL where the store is not mapped. Good until the next isoft_store_check(), _lock(),
 * _write() or _close() of this handle, which may map again: ask again instead of keeping it. Private to the process
 * where the file system is read-only.
 */
isoft_shared *isoft_store_shared(isoft_store *store);

/* What the names in there are checked under. */
void isoft_store_names_key(const isoft_store *store, unsigned char key[ISOFT_NAMES_KEY_SIZE]);

#endif
