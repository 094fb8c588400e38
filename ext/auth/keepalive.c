#include "php_infusionsoft.h"

#include "auth/keepalive.h"

#include "zend_exceptions.h"
#include "zend_ini.h"

#include "auth/grant.h"
#include "auth/refresh.h"
#include "auth/script_end.h"
#include "auth/settle.h"
#include "auth/store_cache.h"
#include "support/atomic.h"
#include "support/clock.h"
#include "support/settings.h"

/* Refreshes that one request may start; the next request starts the rest. */
enum { STARTED_MAX = 8 };

/*
 * A command-line script waits for its exchange at its end (auth/script_end). One that has nothing to do with Keap
 * leaves a due refresh to other processes for this time, so that it seldom waits.
 */
enum { LEFT_TO_OTHERS_S = 15 * 60 };

/*
 * Calls a PHP function if it exists. A session handler of the script may throw or exit in it; the refresh is made all
 * the same. No lock is held here, so a bailout inside does no harm.
 */
static void call_quietly(const char *name)
{
	zend_function *function = zend_hash_str_find_ptr(CG(function_table), name, strlen(name));

	if (!function) {
		return;
	}
	zend_try {
		zend_call_known_function(function, NULL, NULL, NULL, 0, NULL, NULL);
	}
	zend_end_try();
	zend_clear_exception();
}

/* Returns whether another refresh may be started. A refresh in this process is the last one of this request. */
static bool refresh_account(isoft_store *store, const char *account, int64_t token_serial)
{
	if (isoft_refresh_in_background(store, account, token_serial)) {
		return true;
	}
	/* The refresh takes up to a minute here: end the response and the session first, so that no visitor waits. */
	call_quietly("session_write_close");
	call_quietly("fastcgi_finish_request");
	isoft_refresh_here(store, account, token_serial);
	return false;
}

/*
 * Gives the serial of the pair that is due. No lock: the refresh checks again under the lock. A reply that nobody has
 * decoded yet made the account due, and is decoded here.
 */
static bool is_due(isoft_store *store, const char *account, isoft_record *record, int64_t now, int64_t *token_serial)
{
	isoft_grant grant;

	if (isoft_settle_record(record, &grant) != ISOFT_SETTLED_DECODED) {
		return false;
	}
	if (grant.unread) {
		isoft_settle(store, account, 0);
	}
	if (!isoft_grant_is_of(&grant, isoft_settings_now()->client_id)) {
		return false;
	}
	*token_serial = grant.token_serial;
	return isoft_grant_refresh_is_due(&grant, now, isoft_settings_now()->refresh_margin);
}

static void refresh_due(isoft_store *store, int64_t now)
{
	char account[ISOFT_ACCOUNT_MAX + 1];
	isoft_record record;
	isoft_failure ignored;
	uint32_t position = 0;
	int started = 0;
	isoft_store_status status;

	while (started < STARTED_MAX
		&& (status = isoft_store_next_of_due(store, &position, now, account, &record, &ignored))
			!= ISOFT_STORE_MISSING) {
		int64_t token_serial = 0;
		bool due = status == ISOFT_STORE_OK && is_due(store, account, &record, now, &token_serial)
			&& !isoft_refresh_is_backed_off(store, account);

		if (status == ISOFT_STORE_OK) {
			isoft_record_wipe(&record);
		}
		if (due && !refresh_account(store, account, token_serial)) {
			return;
		}
		started += due;
	}
}

/*
 * Preloading is a request, the first of the process. Under FPM the master process runs it, and the master would reap
 * the forked exchange as an unknown child. At the end of a request nothing but its being the first identifies it. If
 * opcache.preload is set but has no effect, the first request of the process makes no keep-alive.
 */
static bool is_preloading(void)
{
	static isoft_atomic_u64 first_request_over; /* 0 or 1; of the process: its threads share it */
	uint64_t is_over = isoft_atomic_get_u64(&first_request_over);
	const char *script;

	if (is_over || !isoft_atomic_replace_u64(&first_request_over, &is_over, 1)) {
		return false;
	}
	script = zend_ini_string("opcache.preload", strlen("opcache.preload"), false);
	return script && *script;
}

void isoft_keepalive_rshutdown(void)
{
	isoft_store *store;
	isoft_failure ignored;
	int64_t due, now, left_to_others_s;

	if (!isoft_settings_now()->keepalive || is_preloading()) {
		return;
	}
	/* Asked first: the next line may open the store. */
	left_to_others_s = isoft_store_cache_is_used() || !isoft_script_end_is_process_end() ? 0 : LEFT_TO_OTHERS_S;
	store = isoft_store_cache_peek();
	now = isoft_clock_wall();
	due = store ? isoft_store_next_due(store, now) : 0;
	if (due && (due <= now - left_to_others_s || due > now + ISOFT_DUE_AHEAD_MAX_S)
		&& isoft_store_cache_open(false, &store, &ignored) == ISOFT_STORE_OK) {
		refresh_due(store, now);
	}
}
