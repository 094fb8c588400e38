/* The snapshot of Keap's limits: figures, resets of windows, several credentials, and random memory. */
#include "net/limit_snapshot.h"

#include <stdlib.h>
#include <string.h>

#include "../check.h"

enum { MINUTE = 60, DAY = 86400 };

/* 15 seconds past noon of some day. */
static const int64_t NOON = INT64_C(20000) * DAY + DAY / 2 + 15;

static isoft_limit_headers headers(void)
{
	isoft_limit_headers limits;

	isoft_limit_headers_init(&limits);
	return limits;
}

static bool is(isoft_limit_window window, int64_t limit, int64_t available, int64_t used, int64_t resets_at)
{
	return window.limit == limit && window.available == available && window.used == used
		&& window.expires_at == resets_at;
}

static bool is_unknown(isoft_limit_window window)
{
	return is(window, -1, -1, -1, -1);
}

static void figures(void)
{
	isoft_limit_snapshot snapshot = {0};
	isoft_limit_headers told = headers(), known;

	check(isoft_limit_snapshot_get(&snapshot, 7, NOON, &known) == 0 && is_unknown(known.day),
		"a zeroed snapshot knows nothing");
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	check(isoft_limit_snapshot_get(&snapshot, 7, NOON, &known) == 0, "headers without figures change nothing");

	told.day = (isoft_limit_window){1000, 0, 1000, -1};
	told.tenant_minute = (isoft_limit_window){-1, INT64_C(1) << 40, -1, NOON + 100};
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	check(isoft_limit_snapshot_get(&snapshot, 7, NOON + 1, &known) == NOON, "the snapshot returns when it was seen");
	check(is(known.day, 1000, 0, 1000, NOON - 15 + DAY / 2),
		"a day resets at 00:00 UTC, and 0 available is kept as a figure");
	check(is(known.tenant_minute, -1, UINT32_MAX - 1, -1, NOON + 100),
		"Keap's reset time is used, and a figure that is too large becomes the largest that fits");
	check(is_unknown(known.minute) && is_unknown(known.tenant_day), "windows that were not reported are not known");

	told = headers();
	told.minute = (isoft_limit_window){500, 450, 50, -1};
	isoft_limit_snapshot_put(&snapshot, 7, NOON + 3, &told);
	check(isoft_limit_snapshot_get(&snapshot, 7, NOON + 3, &known) == NOON + 3
			&& is(known.minute, 500, 450, 50, NOON + 45) && is(known.day, 1000, 0, 1000, NOON - 15 + DAY / 2),
		"a report of one window leaves the others unchanged");
}

static void ends(void)
{
	isoft_limit_snapshot snapshot = {0};
	isoft_limit_headers told = headers(), known;

	told.minute = (isoft_limit_window){500, 450, 50, -1};
	told.day = (isoft_limit_window){-1, 9, -1, -1};
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	isoft_limit_snapshot_get(&snapshot, 7, NOON + 44, &known);
	check(known.minute.used == 50, "figures are kept until the last second of the minute");
	isoft_limit_snapshot_get(&snapshot, 7, NOON + 45, &known);
	check(is(known.minute, 500, 500, 0, NOON + 45 + MINUTE), "when the minute is over, 0 is used");
	isoft_limit_snapshot_get(&snapshot, 7, NOON + DAY, &known);
	check(is(known.day, -1, -1, 0, NOON - 15 + DAY + DAY / 2), "without a limit, available is not known after a reset");
	isoft_limit_snapshot_get(&snapshot, 7, NOON - 10 * MINUTE, &known);
	check(known.minute.used == 0, "a minute in the future, after the clock was set back, is not the present one");

	told.minute.expires_at = NOON + 1000;
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	isoft_limit_snapshot_get(&snapshot, 7, NOON, &known);
	check(known.minute.expires_at == NOON + 45, "a reset time too far ahead for a minute is ignored");
	told.minute.expires_at = NOON - 1;
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	isoft_limit_snapshot_get(&snapshot, 7, NOON, &known);
	check(is(known.minute, 500, 450, 50, NOON + 45), "a reset time in the past is ignored");
}

static void credentials(void)
{
	isoft_limit_snapshot snapshot = {0};
	isoft_limit_headers told = headers(), known;

	told.day = (isoft_limit_window){1000, 900, 100, -1};
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	check(isoft_limit_snapshot_get(&snapshot, 8, NOON, &known) == 0 && is_unknown(known.day),
		"figures of another credential are not returned");
	told = headers();
	isoft_limit_snapshot_put(&snapshot, 8, NOON, &told);
	check(isoft_limit_snapshot_get(&snapshot, 7, NOON, &known) == NOON,
		"a credential without figures does not take the snapshot over");
	told.minute = (isoft_limit_window){500, 450, 50, -1};
	isoft_limit_snapshot_put(&snapshot, 8, NOON, &told);
	check(isoft_limit_snapshot_get(&snapshot, 8, NOON, &known) == NOON && is_unknown(known.day)
			&& known.minute.used == 50,
		"a credential that takes the snapshot over sees no figures of the other");
	check(isoft_limit_snapshot_get(&snapshot, 7, NOON, &known) == 0, "the credential before it has lost the snapshot");
}

static bool is_sane(isoft_limit_window window)
{
	return window.limit >= -1 && window.available >= -1 && window.used >= -1 && window.expires_at >= -1
		&& (window.expires_at == -1 || (window.expires_at > NOON && window.expires_at <= NOON + 2 * DAY));
}

static void rubbish(void)
{
	unsigned char bytes[sizeof(isoft_limit_snapshot)];
	isoft_limit_snapshot snapshot;
	isoft_limit_headers known;
	bool sane = true;

	srandom(1);
	for (int round = 0; round < 10000; round++) {
		for (size_t i = 0; i < sizeof(bytes); i++) {
			bytes[i] = (unsigned char)(round % 3 ? random() : random() % 2 * 255);
		}
		memcpy(&snapshot, bytes, sizeof(snapshot));
		isoft_limit_snapshot_get(&snapshot, isoft_atomic_get_u64(&snapshot.rate_key), NOON, &known);
		sane = sane && is_sane(known.day) && is_sane(known.minute) && is_sane(known.tenant_minute)
			&& is_sane(known.tenant_day);
	}
	check(sane, "with random memory, figures are in range and resets are in the future");
}

static void buckets(void)
{
	isoft_limit_bucket bucket;
	isoft_limit_headers told, known;

	memset(&bucket, 0, sizeof(bucket));
	isoft_limit_headers_init(&told);
	told.day.limit = 100;
	told.day.available = 50;
	for (uint64_t key = 1; key <= ISOFT_LIMIT_BUCKET_SIZE + 1; key++) {
		isoft_limit_snapshot_put(isoft_limit_snapshot_place(&bucket, key), key, NOON + (int64_t)key, &told);
	}
	check(isoft_limit_snapshot_get(isoft_limit_snapshot_place(&bucket, 2), 2, NOON, &known) == NOON + 2,
		"a bucket has the snapshots of several credentials");
	check(isoft_limit_snapshot_get(isoft_limit_snapshot_place(&bucket, 1), 1, NOON, &known) == 0,
		"one too many takes the place of the oldest");
}

int main(void)
{
	buckets();
	figures();
	ends();
	credentials();
	rubbish();
	return check_end();
}
