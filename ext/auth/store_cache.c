#include "php_infusionsoft.h"

#include "auth/store_cache.h"

#include "auth/fleet_setting.h"
#include "support/assert.h"
#include "support/clock.h"
#include "support/interrupt.h"
#include "support/pause.h"

/* How often a process without a store looks for one. */
enum { LOOK_INTERVAL_S = 60 };

/* How often the file is compared with its path within a request: a queue worker may be one request for days. */
enum { COMPARE_INTERVAL_MS = 1000 };

typedef struct store_cache_entry {
	isoft_store *store;
	struct store_cache_entry *next;
} store_cache_entry;

struct isoft_store_cache {
	store_cache_entry *entries;
	isoft_store *current;       /* compared with its path in this request; NULL before its first use */
	int64_t compared_at;        /* time of that comparison, monotonic ms */
	isoft_store *recent;        /* used last, in this request or an earlier one */
	store_cache_entry *retired; /* replaced while a call may have been using them; closed at the next request */
	int64_t looked_at;          /* Unix seconds: when a store was last looked for without success */
};

static bool read_config(isoft_store_config *config, isoft_failure *failure)
{
	const isoft_settings *settings = isoft_settings_now();

	if (!isoft_fleet_setting_check(failure)) {
		return false;
	}
	if (settings->store_path[0] != '/'
#ifdef PHP_WIN32
		&& !IS_ABSOLUTE_PATH(settings->store_path, strlen(settings->store_path))
#endif
	) {
		return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.store_path must be an absolute path, not \"%s\"", settings->store_path);
	}
	config->directory = settings->store_path;
	config->key_file = settings->key_file;
	config->key = isoft_secret(ISOFT_SECRET_KEY);
	config->previous_keys = isoft_secret(ISOFT_SECRET_PREVIOUS_KEYS);
	config->accounts = (uint32_t)MIN(settings->max_accounts, UINT32_MAX);
	return true;
}

static isoft_store_cache *cache_of_thread(void)
{
	if (!ISOFT_G(store_cache)) {
		ISOFT_G(store_cache) = pecalloc(1, sizeof(isoft_store_cache), true);
	}
	return ISOFT_G(store_cache);
}

/* Removes the store of this config from the list and returns it; NULL if there is none. The caller then owns it. */
static isoft_store *take_matching(isoft_store_cache *cache, const isoft_store_config *config)
{
	for (store_cache_entry **link = &cache->entries; *link; link = &(*link)->next) {
		store_cache_entry *entry = *link;

		if (isoft_store_matches(entry->store, config)) {
			isoft_store *store = entry->store;

			*link = entry->next;
			pefree(entry, true);
			return store;
		}
	}
	return NULL;
}

/* Adds the store to the list; the cache then owns it. The store is now the current and the recent one. */
static void store_cache_add(isoft_store_cache *cache, isoft_store *store)
{
	store_cache_entry *entry = pemalloc(sizeof(*entry), true);

	ISOFT_ASSERT(store);
	entry->store = store;
	entry->next = cache->entries;
	cache->entries = entry;
	cache->current = store;
	cache->compared_at = isoft_clock_monotonic_ms();
	cache->recent = store;
}

/*
 * Closes a store that was replaced. In a signal's handler the call that it interrupted may be using the store, and so
 * may the calls of a batch that pause.
 */
static void store_cache_retire(isoft_store_cache *cache, isoft_store *store)
{
	store_cache_entry *entry;

	if (!isoft_interrupt_is_handled() && !isoft_pause_is_on()) {
		isoft_store_close(store);
		return;
	}
	entry = pemalloc(sizeof(*entry), true);
	entry->store = store;
	entry->next = cache->retired;
	cache->retired = entry;
}

isoft_store_status isoft_store_cache_open(bool create, isoft_store **store, isoft_failure *failure)
{
	isoft_store_cache *cache = cache_of_thread();
	isoft_store_config config = {0};
	isoft_store_status status = ISOFT_STORE_MISSING;

	if (cache->current && isoft_clock_monotonic_ms() - cache->compared_at < COMPARE_INTERVAL_MS) {
		*store = cache->current;
		return ISOFT_STORE_OK;
	}
	if (!read_config(&config, failure)) {
		return ISOFT_STORE_FAILED;
	}
	*store = take_matching(cache, &config);
	if (*store) {
		status = isoft_store_check(*store, failure);
		if (status != ISOFT_STORE_OK) {
			cache->current = NULL;
			cache->recent = NULL;
			store_cache_retire(cache, *store);
		}
	}
	if (status == ISOFT_STORE_MISSING) {
		status = isoft_store_open(store, &config, create, failure);
	}
	if (status == ISOFT_STORE_OK) {
		store_cache_add(cache, *store);
	}
	return status;
}

isoft_store *isoft_store_cache_peek(void)
{
	isoft_store_cache *cache = cache_of_thread();
	isoft_failure ignored;
	isoft_store *store;
	int64_t now;

	if (cache->recent) {
		return cache->recent;
	}
	now = isoft_clock_wall();
	if (now < cache->looked_at + LOOK_INTERVAL_S && now >= cache->looked_at) {
		return NULL;
	}
	cache->looked_at = now;
	return isoft_store_cache_open(false, &store, &ignored) == ISOFT_STORE_OK ? store : NULL;
}

bool isoft_store_cache_is_used(void)
{
	return ISOFT_G(store_cache) && ISOFT_G(store_cache)->current;
}

static void close_entries(store_cache_entry **entries)
{
	while (*entries) {
		store_cache_entry *entry = *entries;

		*entries = entry->next;
		isoft_store_close(entry->store);
		pefree(entry, true);
	}
}

void isoft_store_cache_rinit(void)
{
	if (ISOFT_G(store_cache)) {
		ISOFT_G(store_cache)->current = NULL;
		close_entries(&ISOFT_G(store_cache)->retired);
	}
}

void isoft_store_cache_forget(void)
{
	if (ISOFT_G(store_cache)) {
		ISOFT_G(store_cache)->current = NULL;
		ISOFT_G(store_cache)->recent = NULL;
		ISOFT_G(store_cache)->looked_at = 0;
	}
}

void isoft_store_cache_free(isoft_store_cache *cache)
{
	if (!cache) {
		return;
	}
	close_entries(&cache->entries);
	close_entries(&cache->retired);
	pefree(cache, true);
}
