/*
 * Limit memory: what Keap's replies said last of a credential's limits, in memory that all workers of the machine
 * share.
 *
 * Written by whoever gets a reply, without a lock: figures of two replies may stand side by side for a moment. The
 * memory is the caller's, zero at first; any value in it must be survivable. No Zend, no clock of its own.
 */
#ifndef ISOFT_NET_LIMIT_SNAPSHOT_H
#define ISOFT_NET_LIMIT_SNAPSHOT_H

#include <stdatomic.h>
#include <stdint.h>

#include "net/limit_headers.h"

enum { ISOFT_LIMIT_WINDOWS = 4 };

/* Each is one more than the figure, 0: not known. What is larger than fits is as large as fits. */
typedef struct {
	_Atomic uint32_t limit;
	_Atomic uint32_t available;
	_Atomic uint32_t used;
} isoft_limit_figures;

typedef struct {
	isoft_limit_figures windows[ISOFT_LIMIT_WINDOWS];
	_Atomic uint32_t resets_at[ISOFT_LIMIT_WINDOWS]; /* Unix seconds */
	_Atomic int64_t seen_at;                         /* Unix seconds; 0: never */
	_Atomic uint64_t rate_key;                       /* of the credential; 0: of none yet */
} isoft_limit_snapshot;

_Static_assert(sizeof(isoft_limit_snapshot) == 80, "the size has no padding in it");
_Static_assert(ATOMIC_INT_LOCK_FREE == 2, "an atomic that takes a lock would live in one process only");

/* Keeps the windows that the headers tell of, and the others as they were. `now`: Unix seconds. */
void isoft_limit_snapshot_put(
	isoft_limit_snapshot *snapshot, uint64_t rate_key, int64_t now, const isoft_limit_headers *limits);

/*
 * What is known: when it was seen, or 0 where nothing is, and the windows, whose `expires_at` is when they reset, which
 * is always ahead. Of a window that has run out since, nothing is used. Keap counts minutes from full minutes, and days
 * from 00:00 UTC.
 */
int64_t isoft_limit_snapshot_get(
	isoft_limit_snapshot *snapshot, uint64_t rate_key, int64_t now, isoft_limit_headers *limits);

#endif
