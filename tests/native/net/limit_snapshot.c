/* What is kept of Keap's limits: figure by figure, over the ends of windows, of several credentials, and of memory full
 * of rubbish. */
#include "net/limit_snapshot.h"

#include <stdlib.h>
#include <string.h>

#include "../check.h"

enum { MINUTE = 60, DAY = 86400 };

/* A quarter of a minute past some noon. */
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
		"nothing is known at first");
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	check(isoft_limit_snapshot_get(&snapshot, 7, NOON, &known) == 0, "headers that tell nothing leave it so");

	told.day = (isoft_limit_window){1000, 0, 1000, -1};
	told.tenant_minute = (isoft_limit_window){-1, INT64_C(1) << 40, -1, NOON + 100};
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	check(isoft_limit_snapshot_get(&snapshot, 7, NOON + 1, &known) == NOON, "when it was seen");
	check(is(known.day, 1000, 0, 1000, NOON - 15 + DAY / 2), "a day ends at 00:00 UTC; nothing left is a figure too");
	check(is(known.tenant_minute, -1, UINT32_MAX - 1, -1, NOON + 100),
		"Keap's word on the end wins; what is too large is as large as fits");
	check(is_unknown(known.minute) && is_unknown(known.tenant_day), "what was not told is not known");

	told = headers();
	told.minute = (isoft_limit_window){500, 450, 50, -1};
	isoft_limit_snapshot_put(&snapshot, 7, NOON + 3, &told);
	check(isoft_limit_snapshot_get(&snapshot, 7, NOON + 3, &known) == NOON + 3
			&& is(known.minute, 500, 450, 50, NOON + 45) && is(known.day, 1000, 0, 1000, NOON - 15 + DAY / 2),
		"one window is told, the others stay");
}

static void ends(void)
{
	isoft_limit_snapshot snapshot = {0};
	isoft_limit_headers told = headers(), known;

	told.minute = (isoft_limit_window){500, 450, 50, -1};
	told.day = (isoft_limit_window){-1, 9, -1, -1};
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	isoft_limit_snapshot_get(&snapshot, 7, NOON + 44, &known);
	check(known.minute.used == 50, "to the last second of the minute");
	isoft_limit_snapshot_get(&snapshot, 7, NOON + 45, &known);
	check(is(known.minute, 500, 500, 0, NOON + 45 + MINUTE), "then nothing of the next is used");
	isoft_limit_snapshot_get(&snapshot, 7, NOON + DAY, &known);
	check(is(known.day, -1, -1, 0, NOON - 15 + DAY + DAY / 2), "without a limit nothing is said of what is left");
	isoft_limit_snapshot_get(&snapshot, 7, NOON - 10 * MINUTE, &known);
	check(known.minute.used == 0, "a minute that is yet to come, by a clock set back, is not this one");

	told.minute.expires_at = NOON + 1000;
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	isoft_limit_snapshot_get(&snapshot, 7, NOON, &known);
	check(known.minute.expires_at == NOON + 45, "an end that no minute has is not believed");
	told.minute.expires_at = NOON - 1;
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	isoft_limit_snapshot_get(&snapshot, 7, NOON, &known);
	check(is(known.minute, 500, 450, 50, NOON + 45), "... nor one that is past");
}

static void credentials(void)
{
	isoft_limit_snapshot snapshot = {0};
	isoft_limit_headers told = headers(), known;

	told.day = (isoft_limit_window){1000, 900, 100, -1};
	isoft_limit_snapshot_put(&snapshot, 7, NOON, &told);
	check(isoft_limit_snapshot_get(&snapshot, 8, NOON, &known) == 0 && is_unknown(known.day), "another's are not told");
	told = headers();
	isoft_limit_snapshot_put(&snapshot, 8, NOON, &told);
	check(isoft_limit_snapshot_get(&snapshot, 7, NOON, &known) == NOON,
		"one that has nothing to keep takes nothing over");
	told.minute = (isoft_limit_window){500, 450, 50, -1};
	isoft_limit_snapshot_put(&snapshot, 8, NOON, &told);
	check(isoft_limit_snapshot_get(&snapshot, 8, NOON, &known) == NOON && is_unknown(known.day)
			&& known.minute.used == 50,
		"one that takes it over finds nothing of the other's");
	check(isoft_limit_snapshot_get(&snapshot, 7, NOON, &known) == 0, "... who has lost it");
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
		isoft_limit_snapshot_get(&snapshot, atomic_load(&snapshot.rate_key), NOON, &known);
		sane = sane && is_sane(known.day) && is_sane(known.minute) && is_sane(known.tenant_minute)
			&& is_sane(known.tenant_day);
	}
	check(sane, "whatever is in snapshot, figures are figures and ends are ahead");
}

int main(void)
{
	figures();
	ends();
	credentials();
	rubbish();
	return check_end();
}
