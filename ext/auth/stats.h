/*
 * Stats: counters of what all processes did, kept in the shared area (auth/shared_area).
 *
 * The counters are split into 8 shards, chosen by process id, so that workers rarely write the same cache line.
 * isoft_stats_sum() adds the shards up.
 *
 * Locks: none; each counter is one relaxed atomic. A killed process loses at most the count it was about to add. A
 * forked child chooses its own shard at its first count; that is the only system call. Never throws; bailout: none.
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

/* Adds to a counter. */
void isoft_stats_add(isoft_stat stat, uint64_t count);

/* Counts one latency in the counter of its bound. */
void isoft_stats_add_latency(int64_t nanoseconds);

/* Fills the sums of all shards and the earliest `since`. The counters are not read at one instant. */
void isoft_stats_sum(isoft_stats *sum);

#endif
