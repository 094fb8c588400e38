/*
 * Stats: counters of what all processes did, kept in the shared area (auth/shared_area).
 *
 * A thread sums its counts and adds them to the shared area at the end of the PHP request, and in long requests once a
 * second. A killed process loses what it has not added yet. A forked child starts with no counts: its parent adds its
 * own. The shared counters are split into 8 shards, chosen by process id, so that workers rarely wait for each other.
 *
 * Locks: a flush takes the lock of one shard for some microseconds; the caller may hold an account lock. Never
 * throws; bailout: none, but PHP ends the process if there is no memory for the counts.
 */
#ifndef ISOFT_AUTH_STATS_H
#define ISOFT_AUTH_STATS_H

#include <stdint.h>

enum { ISOFT_STATS_BOUNDS = 15, ISOFT_STATS_FAILURES = 8 };

typedef enum {
	ISOFT_STAT_CALLS,
	ISOFT_STAT_RETRIES,
	ISOFT_STAT_REFRESHES,
	ISOFT_STAT_REFRESH_FAILURES,
	ISOFT_STAT_RATE_LIMITED,
	ISOFT_STAT_WAITS,
	ISOFT_STAT_WAITED_MS,
	/* First of ISOFT_STATS_FAILURES counters, one per isoft_failure_kind. */
	ISOFT_STAT_FAILURES,
	/* First of ISOFT_STATS_BOUNDS + 1 counters: one per bound, and one above the last bound. */
	ISOFT_STAT_LATENCY = ISOFT_STAT_FAILURES + ISOFT_STATS_FAILURES,
	ISOFT_STATS = ISOFT_STAT_LATENCY + ISOFT_STATS_BOUNDS + 1
} isoft_stat;

typedef struct {
	int64_t since; /* Unix seconds of the first count; 0: nothing was counted */
	uint64_t counts[ISOFT_STATS];
} isoft_stats;

/* Upper bounds of the latency counters, in milliseconds; each bound is included. */
extern const uint32_t isoft_stats_bounds[ISOFT_STATS_BOUNDS];

typedef struct isoft_stats_pending isoft_stats_pending;

/* Adds to a counter of this thread. */
void isoft_stats_add(isoft_stat stat, uint64_t count);

/* Counts one latency in the counter of its bound. */
void isoft_stats_add_latency(int64_t nanoseconds);

/* Adds the counts of this thread to the shared area. Counts that cannot be written are kept. */
void isoft_stats_flush(void);

/* Does so if the last time was a second ago or more. Call when a call ends. */
void isoft_stats_flush_if_due(void);

/* Frees the counts of a thread that ends; NULL is allowed. */
void isoft_stats_free(isoft_stats_pending *pending);

/* Fills the sums of all shards and of this thread, and the earliest `since`. They are not read at one instant. */
void isoft_stats_sum(isoft_stats *sum);

#endif
