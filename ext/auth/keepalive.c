#include "php_infusionsoft.h"

#include "auth/keepalive.h"

#include "zend_exceptions.h"
#include "zend_ini.h"

#include "auth/grant.h"
#include "auth/refresh.h"
#include "auth/store_cache.h"
#include "support/clock.h"
#include "support/settings.h"

/* As many as one request may begin; the next request goes on. */
enum { AT_ONCE_MAX = 8 };

/* A hint further ahead is of a clock that was set back: to wait for it would outlast the 45 days of an idle refresh
 * token. */
enum { HINT_AHEAD_MAX_S = 30 * 24 * 3600 };

/* A session handler of the script's may throw, or exit: that is no reason to go on without the refresh. */
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

/* Whether another may be begun. In this process one is enough: the next request goes on. */
static bool refresh_account(isoft_store *store, const char *account, int64_t token_serial)
{
	if (isoft_refresh_in_background(store, account, token_serial)) {
		return true;
	}
	/* It takes time here: the visitor, and the next request of the session, must not wait. */
	call_quietly("session_write_close");
	call_quietly("fastcgi_finish_request");
	isoft_refresh_here(store, account, token_serial);
	return false;
}

static bool is_due(const isoft_record *record, int64_t now, int64_t *token_serial)
{
	isoft_grant grant;
	isoft_grant_state state;

	if (!isoft_grant_decode(record, &grant) || !isoft_grant_is_of(&grant, isoft_settings_now()->client_id)) {
		return false;
	}
	*token_serial = grant.token_serial;
	state = isoft_grant_state_at(&grant, now, isoft_settings_now()->refresh_margin);
	return state == ISOFT_GRANT_REFRESH_DUE || state == ISOFT_GRANT_EXPIRED;
}

static void refresh_due(isoft_store *store, int64_t now)
{
	char account[ISOFT_ACCOUNT_MAX + 1];
	isoft_record record;
	isoft_failure ignored;
	uint32_t position = 0;
	int begun = 0;
	isoft_store_status status;

	while (begun < AT_ONCE_MAX
		&& (status = isoft_store_next(store, &position, account, &record, &ignored)) != ISOFT_STORE_MISSING) {
		int64_t token_serial = 0;
		bool due = status == ISOFT_STORE_OK && is_due(&record, now, &token_serial)
			&& !isoft_refresh_is_backed_off(store, account);

		if (status == ISOFT_STORE_OK) {
			isoft_record_wipe(&record);
		}
		if (due && !refresh_account(store, account, token_serial)) {
			return;
		}
		begun += due;
	}
}

/*
 * Preloading is a request of its own, the first of the process; under FPM it is the master's, who would reap a child
 * that it never made. Nothing else tells it apart at its end. Where preloading is set but not in effect, one request
 * goes by without a look.
 */
static bool is_preloading(void)
{
	static bool first_is_over;
	const char *script;

	if (first_is_over) {
		return false;
	}
	first_is_over = true;
	script = zend_ini_string("opcache.preload", strlen("opcache.preload"), false);
	return script && *script;
}

void isoft_keepalive_rshutdown(void)
{
	isoft_store *store;
	isoft_failure ignored;
	int64_t due, now;

	if (!isoft_settings_now()->keepalive || is_preloading()) {
		return;
	}
	store = isoft_store_cache_peek();
	due = store ? isoft_store_next_due(store) : 0;
	now = isoft_clock_wall();
	if (due && (now >= due || due - now > HINT_AHEAD_MAX_S)
		&& isoft_store_cache_open(false, &store, &ignored) == ISOFT_STORE_OK) {
		refresh_due(store, now);
	}
}
