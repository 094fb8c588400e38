#include "php_infusionsoft.h"

#include "auth/heartbeat.h"

#ifdef ISOFT_REDIS

#include <stdlib.h>
#include <string.h>

#include "auth/fleet_kept.h"
#include "auth/fleet_link.h"
#include "auth/fleet_setting.h"
#include "auth/settle.h"
#include "auth/shared_area.h"
#include "auth/store_cache.h"
#include "store/box.h"
#include "support/clock.h"

/* Each account that is asked for costs a command: so many in 30 s, and as many that a machine misses. */
enum { EVERY_S = 30, ASKS_MAX = 1024 };

typedef char asked[ISOFT_BOX_NAME_TEXT + 1];

static int compare_asked(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Whether this process is the one that does it now. A clock that was set back ends the pause. */
static bool is_due(int64_t now)
{
	isoft_atomic_i64 copy, *at;
	isoft_shared_part part;
	int64_t last;
	bool due;

	at = isoft_shared_area_read(&part, offsetof(isoft_shared, heartbeat_at), &copy, sizeof(copy));
	last = isoft_atomic_get_i64(at);
	if (now >= last && now < last + EVERY_S) {
		return false;
	}
	at = isoft_shared_area_take(&part, offsetof(isoft_shared, heartbeat_at), &copy, sizeof(copy));
	last = isoft_atomic_get_i64(at);
	due = now < last || now >= last + EVERY_S;
	if (due) {
		isoft_atomic_set_i64(at, now);
		isoft_shared_area_write(&part, at, sizeof(*at));
	}
	isoft_shared_area_release(&part);
	return due;
}

/* The asks are sorted. */
static bool is_asked_for(isoft_store *store, const char *account, const asked *asks, size_t count)
{
	asked hash;

	isoft_box_hash_name(store, account, hash);
	return bsearch(hash, asks, count, sizeof(*asks), compare_asked) != NULL;
}

/* The names of the accounts are in their records. */
static void answer(isoft_fleet *fleet, isoft_store *store, const asked *asks, size_t count)
{
	char account[ISOFT_ACCOUNT_MAX + 1];
	isoft_record record;
	isoft_failure ignored;
	uint32_t position = 0;
	isoft_store_status status;
	bool settled;

	while (count && (status = isoft_store_next(store, &position, account, &record, &ignored)) != ISOFT_STORE_MISSING) {
		isoft_lock lock;

		if (status != ISOFT_STORE_OK) {
			continue;
		}
		isoft_record_wipe(&record);
		if (is_asked_for(store, account, asks, count)
			&& isoft_store_lock(store, account, 0, &lock, &ignored) == ISOFT_STORE_OK) {
			settled = isoft_settle_locked(store, &lock, &ignored);
			(void)settled; /* best effort: the pair of an unread reply is handed in by this */
			isoft_fleet_compare(fleet, &lock);
			isoft_store_unlock(store, &lock);
		}
	}
}

static bool read_asks(isoft_fleet *fleet, asked *asks, size_t *count)
{
	isoft_failure ignored;
	size_t newer, missed;

	if (!isoft_protocol_asks(&fleet->link, ISOFT_ASKS_NEWER, asks, ASKS_MAX, &newer, &ignored)) {
		return false;
	}
	isoft_fleet_set_deadline(fleet);
	if (!isoft_protocol_asks(&fleet->link, ISOFT_ASKS_MISSED, asks + newer, ASKS_MAX, &missed, &ignored)) {
		return false;
	}
	*count = newer + missed;
	qsort(asks, *count, sizeof(*asks), compare_asked);
	return true;
}

void isoft_heartbeat_rshutdown(void)
{
	asked *asks;
	isoft_fleet *fleet;
	isoft_failure ignored;
	size_t count;
	bool kept_on = true; /* Redis may have closed a connection that was kept: then it is asked once more */

	if (!isoft_fleet_is_on() || !isoft_store_cache_is_used() || !is_due(isoft_clock_wall())) {
		return;
	}
	asks = calloc(2 * ASKS_MAX, sizeof(*asks));
	while (asks && kept_on && (fleet = isoft_fleet_kept_link(&kept_on, &ignored)) != NULL) {
		if (read_asks(fleet, asks, &count)) {
			answer(fleet, fleet->link.store, asks, count);
			break;
		}
	}
	free(asks);
}

#else

void isoft_heartbeat_rshutdown(void)
{
}

#endif
