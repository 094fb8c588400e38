/*
 * Limit snapshot: what Keap's last replies reported of the limits of one credential, in memory that all workers of the
 * machine share.
 *
 * No lock: each process that gets a reply writes with atomics, so the figures of two replies can be mixed for a moment.
 * Ownership: the memory is the caller's and starts as zeros; any value in it is survived. The time is the caller's too.
 * No Zend: never bails out.
 */
#ifndef ISOFT_NET_LIMIT_SNAPSHOT_H
#define ISOFT_NET_LIMIT_SNAPSHOT_H

#include <stdint.h>

#include "net/limit_headers.h"
#include "support/atomic.h"

enum { ISOFT_LIMIT_WINDOWS = 4 };

/* Each is stored as the figure plus one; 0 means not known. A larger figure is stored as the largest that fits. */
typedef struct {
	isoft_atomic_u32 limit;
	isoft_atomic_u32 available;
	isoft_atomic_u32 used;
} isoft_limit_figures;

typedef struct {
	isoft_limit_figures windows[ISOFT_LIMIT_WINDOWS];
	isoft_atomic_u32 resets_at[ISOFT_LIMIT_WINDOWS]; /* Unix seconds */
	isoft_atomic_i64 seen_at;                        /* Unix seconds of the last reply; 0: no reply yet */
	isoft_atomic_u64 rate_key;                       /* of the credential; 0: of no credential yet */
} isoft_limit_snapshot;

_Static_assert(sizeof(isoft_limit_snapshot) == 80, "the struct has no padding");

/* The credentials are spread over buckets. In one, a new credential takes the place that was not used for longest. */
enum { ISOFT_LIMIT_BUCKETS = 256, ISOFT_LIMIT_BUCKET_SIZE = 5 };

typedef struct {
	isoft_limit_snapshot snapshots[ISOFT_LIMIT_BUCKET_SIZE];
} isoft_limit_bucket;

unsigned isoft_limit_snapshot_bucket(uint64_t rate_key);

/* Returns the snapshot of this rate key, else the one that it is to take over. */
isoft_limit_snapshot *isoft_limit_snapshot_place(isoft_limit_bucket *bucket, uint64_t rate_key);

/* Stores the windows that the headers report, and leaves the others unchanged. `now`: Unix seconds. */
void isoft_limit_snapshot_put(
	isoft_limit_snapshot *snapshot, uint64_t rate_key, int64_t now, const isoft_limit_headers *limits);

/*
 * Fills `limits` with the windows that are known, and returns when the last reply was seen (Unix seconds), or 0 if
 * nothing is known of this rate key. `expires_at` is when a window resets, and is always later than `now`. A window
 * that has reset since then reports 0 used. Keap's minutes begin at full minutes, its days at 00:00 UTC.
 */
int64_t isoft_limit_snapshot_get(
	isoft_limit_snapshot *snapshot, uint64_t rate_key, int64_t now, isoft_limit_headers *limits);

#endif
