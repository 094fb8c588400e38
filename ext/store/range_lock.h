/*
 * Range lock: exclusive locks on ranges of bytes of one lock file, for changes that take microseconds.
 *
 * The kernel releases a lock when its holder dies. A holder that is stopped (in a debugger, in a frozen container) must
 * not stop all others: after 50 ms a caller goes on without the lock, and asks only once for the next second. So use it
 * only for what may be lost, such as clocks and counters. Each handle opens the file for itself, and again after a
 * fork: handles exclude each other, also those of two threads and of parent and child.
 *
 * Ownership: the store owns the ranges.
 * Locks: taken alone; no other lock may be taken while one is held.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_RANGE_LOCK_H
#define ISOFT_STORE_RANGE_LOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "store/paths.h"

typedef struct {
	int descriptor;    /* of the lock file; -1: not open */
	unsigned forks;    /* isoft_fork_count() when it was opened, or when that failed */
	int64_t failed_at; /* monotonic ms: when it could not be opened; 0: it could */
	int64_t held_at;   /* monotonic ms: when another holder kept the lock too long; 0: never */
} isoft_ranges;

void isoft_ranges_init(isoft_ranges *ranges);
void isoft_ranges_close(isoft_ranges *ranges);

/* Locks the range, and waits at most 50 ms. Nothing is locked if the file cannot be opened or created. */
void isoft_range_lock(isoft_ranges *ranges, const isoft_paths *paths, uint64_t offset, uint64_t length);

/* Unlocks the range, whether it could be locked or not. */
void isoft_range_unlock(isoft_ranges *ranges, uint64_t offset, uint64_t length);

#endif
