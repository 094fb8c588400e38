#include "php_infusionsoft.h"

#include "auth/store_cache.h"

#include "support/clock.h"

/* How often a process that has no store looks whether there is one now. */
enum { LOOK_AGAIN_S = 60 };

/* A queue worker is one request for days: it too must notice that the store was replaced. */
enum { COMPARE_EVERY_MS = 1000 };

typedef struct opened {
	isoft_store *store;
	struct opened *next;
} opened;

struct isoft_store_cache {
	opened *stores;
	isoft_store *current; /* compared with its path lately; NULL before the first use in a request */
	int64_t compared_at;  /* when, on the monotonic clock */
	isoft_store *recent;  /* the one used last, in whatever request */
	int64_t looked_at;    /* when a store was last looked for and not found, or found unusable */
};

static bool read_config(isoft_store_config *config, isoft_failure *failure)
{
	const isoft_settings *settings = isoft_settings_now();

	if (*isoft_secret(ISOFT_SECRET_SHARED_STORE)) {
		return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.shared_store is set, but this version keeps grants on one machine only: remove the setting");
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
	config->accounts = (uint32_t)MIN(settings->max_accounts, 1 << 20);
	return true;
}

static isoft_store_cache *cache_of_thread(void)
{
	if (!ISOFT_G(store_cache)) {
		ISOFT_G(store_cache) = pecalloc(1, sizeof(isoft_store_cache), true);
	}
	return ISOFT_G(store_cache);
}

/* Takes the store that fits out of the list. */
static isoft_store *take_matching(isoft_store_cache *cache, const isoft_store_config *config)
{
	for (opened **link = &cache->stores; *link; link = &(*link)->next) {
		opened *found = *link;

		if (isoft_store_matches(found->store, config)) {
			isoft_store *store = found->store;

			*link = found->next;
			pefree(found, true);
			return store;
		}
	}
	return NULL;
}

static void keep(isoft_store_cache *cache, isoft_store *store)
{
	opened *entry = pemalloc(sizeof(*entry), true);

	entry->store = store;
	entry->next = cache->stores;
	cache->stores = entry;
	cache->current = store;
	cache->compared_at = isoft_clock_monotonic_ms();
	cache->recent = store;
}

isoft_store_status isoft_store_cache_open(bool create, isoft_store **store, isoft_failure *failure)
{
	isoft_store_cache *cache = cache_of_thread();
	isoft_store_config config = {0};
	isoft_store_status status = ISOFT_STORE_MISSING;

	if (cache->current && isoft_clock_monotonic_ms() - cache->compared_at < COMPARE_EVERY_MS) {
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
			isoft_store_close(*store);
		}
	}
	if (status == ISOFT_STORE_MISSING) {
		status = isoft_store_open(store, &config, create, failure);
	}
	if (status == ISOFT_STORE_OK) {
		keep(cache, *store);
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
	if (now < cache->looked_at + LOOK_AGAIN_S && now >= cache->looked_at) {
		return NULL;
	}
	cache->looked_at = now;
	return isoft_store_cache_open(false, &store, &ignored) == ISOFT_STORE_OK ? store : NULL;
}

void isoft_store_cache_rinit(void)
{
	if (ISOFT_G(store_cache)) {
		ISOFT_G(store_cache)->current = NULL;
	}
}

void isoft_store_cache_free(isoft_store_cache *cache)
{
	if (!cache) {
		return;
	}
	while (cache->stores) {
		opened *entry = cache->stores;

		cache->stores = entry->next;
		isoft_store_close(entry->store);
		pefree(entry, true);
	}
	pefree(cache, true);
}
