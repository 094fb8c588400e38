#include "php_infusionsoft.h"

#include <math.h>

#include "auth/credential.h"
#include "auth/stats.h"
#include "auth/store_cache.h"
#include "client/fake.h"
#include "client/seen_limits.h"
#include "functions/arguments.h"
#include "support/exceptions.h"

static void add_known(zval *array, const char *name, int64_t value, bool known)
{
	if (known) {
		add_assoc_long(array, name, (zend_long)value);
	} else {
		add_assoc_null(array, name);
	}
}

static void add_window(zval *limits, const char *name, const isoft_limit_window *window)
{
	zval entry;

	array_init_size(&entry, 4);
	add_known(&entry, "limit", window->limit, window->limit >= 0);
	add_known(&entry, "available", window->available, window->available >= 0);
	add_known(&entry, "used", window->used, window->used >= 0);
	add_known(&entry, "resets_at", window->expires_at, window->expires_at >= 0);
	add_assoc_zval(limits, name, &entry);
}

/* Reads no limits while calls are faked. Returns false with an exception thrown. */
static bool fill_limits(zval *result, const char *account)
{
	uint64_t rate_key = 0;
	int64_t seen_at = 0;
	isoft_limit_headers limits;
	isoft_failure failure;

	if (!isoft_fake_is_on() && !isoft_credential_rate_key(account, &rate_key, &failure)) {
		isoft_throw(&failure);
		return false;
	}
	isoft_limit_headers_init(&limits);
	if (rate_key) {
		seen_at = isoft_seen_limits_get(rate_key, &limits);
	}
	array_init_size(result, 5);
	add_window(result, "day", &limits.day);
	add_window(result, "minute", &limits.minute);
	add_window(result, "tenant_minute", &limits.tenant_minute);
	add_window(result, "tenant_day", &limits.tenant_day);
	add_known(result, "seen_at", seen_at, seen_at > 0);
	return true;
}

PHP_FUNCTION(infusionsoft_limits)
{
	zend_string *account_name = NULL;
	const char *account;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 1);
	if (!account || !fill_limits(return_value, account)) {
		RETURN_THROWS();
	}
}

static void add_counts(zval *stats, const isoft_stats *sum)
{
	static const char *const names[] = {[ISOFT_STAT_CALLS] = "calls",
		[ISOFT_STAT_RETRIES] = "retries",
		[ISOFT_STAT_REFRESHES] = "refreshes",
		[ISOFT_STAT_REFRESH_FAILURES] = "refresh_failures",
		[ISOFT_STAT_RATE_LIMITED] = "rate_limited",
		[ISOFT_STAT_WAITS] = "waits",
		[ISOFT_STAT_WAITED_MS] = "waited_ms"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		add_assoc_long(stats, names[i], (zend_long)sum->counts[i]);
	}
}

static void add_failures(zval *stats, const uint64_t *counts)
{
	static const char *const names[ISOFT_STATS_FAILURES] = {[ISOFT_FAILURE_NONE] = "abandoned",
		[ISOFT_FAILURE_VALUE] = "value",
		[ISOFT_FAILURE_CONFIGURATION] = "configuration",
		[ISOFT_FAILURE_STORE] = "store",
		[ISOFT_FAILURE_AUTHORIZATION] = "authorization",
		[ISOFT_FAILURE_TRANSPORT] = "transport",
		[ISOFT_FAILURE_API] = "api",
		[ISOFT_FAILURE_RATE_LIMIT] = "rate_limit"};
	zval failures;

	array_init_size(&failures, ISOFT_STATS_FAILURES);
	for (int kind = 0; kind < ISOFT_STATS_FAILURES; kind++) {
		add_assoc_long(&failures, names[kind], (zend_long)counts[kind]);
	}
	add_assoc_zval(stats, "failures", &failures);
}

/*
 * Adds the latency, in milliseconds, that `rank` replies do not exceed; null when there are no replies. Assumes that
 * the replies between two bounds of the histogram are spread evenly.
 */
static void add_percentile(zval *latency, const char *name, const uint64_t *counts, double rank)
{
	double below = 0, from = 0;

	for (int i = 0; i < ISOFT_STATS_BOUNDS && rank > 0; i++) {
		double count = (double)counts[i], to = isoft_stats_bounds[i];

		if (below + count >= rank) {
			add_assoc_double(latency, name, round(10 * (from + (to - from) * (rank - below) / count)) / 10);
			return;
		}
		below += count;
		from = to;
	}
	if (rank > 0) {
		add_assoc_double(latency, name, from);
	} else {
		add_assoc_null(latency, name);
	}
}

static void add_latency(zval *stats, const uint64_t *counts)
{
	zval latency, histogram;
	double replies = 0;

	array_init_size(&latency, 4);
	array_init_size(&histogram, ISOFT_STATS_BOUNDS + 1);
	for (int i = 0; i <= ISOFT_STATS_BOUNDS; i++) {
		replies += (double)counts[i];
		if (i < ISOFT_STATS_BOUNDS) {
			add_index_long(&histogram, isoft_stats_bounds[i], (zend_long)counts[i]);
		} else {
			add_assoc_long(&histogram, "more", (zend_long)counts[i]);
		}
	}
	add_percentile(&latency, "p50", counts, 0.50 * replies);
	add_percentile(&latency, "p95", counts, 0.95 * replies);
	add_percentile(&latency, "p99", counts, 0.99 * replies);
	add_assoc_zval(&latency, "histogram", &histogram);
	add_assoc_zval(stats, "latency_ms", &latency);
}

static void fill_stats(zval *result)
{
	isoft_store *store;
	isoft_failure ignored;
	isoft_stats sum;

	/* Opens a store that another process created a moment ago. A failure means: count without a store. */
	isoft_store_cache_open(false, &store, &ignored);
	isoft_stats_sum(&sum);
	array_init(result);
	add_known(result, "since", sum.since, sum.since != 0);
	add_counts(result, &sum);
	add_failures(result, &sum.counts[ISOFT_STAT_FAILURES]);
	add_latency(result, &sum.counts[ISOFT_STAT_LATENCY]);
}

PHP_FUNCTION(infusionsoft_stats)
{
	ZEND_PARSE_PARAMETERS_NONE();
	fill_stats(return_value);
}
