/*
 * Stats: what the workers did, counted in the shared pages (pages.h) by all of them, and summed up for whoever asks.
 *
 * In shards by process, so that workers seldom write the same cache line. No lock, no system call but the first time in
 * a process, no Zend call, nothing is thrown.
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
	ISOFT_STAT_FAILURES, /* the first of several, by isoft_failure_kind */
	ISOFT_STAT_LATENCY =
		ISOFT_STAT_FAILURES + ISOFT_STATS_FAILURES, /* the first of several: the bounds', and what is over */
	ISOFT_STATS = ISOFT_STAT_LATENCY + ISOFT_STATS_BOUNDS + 1
} isoft_stat;

typedef struct {
	int64_t since; /* Unix seconds; 0: nothing was counted yet */
	uint64_t counts[ISOFT_STATS];
} isoft_stats;

/* Milliseconds, each included in what is counted for it. */
extern const uint32_t isoft_stats_bounds[ISOFT_STATS_BOUNDS];

void isoft_stats_add(isoft_stat stat, uint64_t count);
void isoft_stats_add_latency(int64_t nanoseconds);

void isoft_stats_sum(isoft_stats *sum);

#endif
