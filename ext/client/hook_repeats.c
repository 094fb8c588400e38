#include "php_infusionsoft.h"

#include "client/hook_repeats.h"

#include "SAPI.h"

#include <sodium.h>

#include "auth/store_cache.h"
#include "client/fake.h"
#include "store/hook_events.h"
#include "store/hook_keys.h"
#include "support/clock.h"
#include "support/fork.h"

enum { SAME_SECOND_S = 2 };

/* What waits for the end of the request: the events of one delivery. */
struct isoft_hook_handled {
	uint64_t *hashes;
	size_t count;
	uint64_t delivery; /* tells the delivery from another; 0: none yet */
	bool several;      /* more than one delivery came within the request */
	unsigned forks;    /* isoft_fork_count(): a forked child does not tell how the request ends */
};

static isoft_hook_handled *handled_of_thread(void)
{
	if (!ISOFT_G(hook_handled)) {
		ISOFT_G(hook_handled) = pecalloc(1, sizeof(isoft_hook_handled), true);
	}
	return ISOFT_G(hook_handled);
}

static void drop_hashes(isoft_hook_handled *handled)
{
	free(handled->hashes);
	handled->hashes = NULL;
	handled->count = 0;
}

static uint64_t hash_event(const unsigned char *key, const char *account, const zend_string *identity)
{
	static const unsigned char purpose[] = "event";
	crypto_generichash_state state;
	unsigned char hash[crypto_generichash_BYTES_MIN];
	uint64_t result;

	crypto_generichash_init(&state, key, ISOFT_SUBKEY_SIZE, sizeof(hash));
	crypto_generichash_update(&state, purpose, sizeof(purpose));
	crypto_generichash_update(&state, (const unsigned char *)account, strlen(account) + 1);
	crypto_generichash_update(&state, (const unsigned char *)ZSTR_VAL(identity), ZSTR_LEN(identity));
	crypto_generichash_final(&state, hash, sizeof(hash));
	sodium_memzero(&state, sizeof(state));
	memcpy(&result, hash, sizeof(result));
	return result;
}

static bool may_be_remembered(const isoft_hook_event *event, int64_t now)
{
	return event->identity && !event->repeated && event->at && event->at + SAME_SECOND_S <= now;
}

/* Keeps the hashes of the events that may be remembered. */
static void keep(const isoft_hook_event *events, const uint64_t *hashes, size_t count, uint64_t delivery, int64_t now)
{
	isoft_hook_handled *handled = handled_of_thread();

	handled->several |= handled->delivery && handled->delivery != delivery;
	handled->delivery = delivery;
	handled->forks = isoft_fork_count();
	drop_hashes(handled);
	if (handled->several) {
		return;
	}
	handled->hashes = safe_pemalloc(count, sizeof(*hashes), 0, true);
	for (size_t i = 0; i < count; i++) {
		if (may_be_remembered(&events[i], now)) {
			handled->hashes[handled->count++] = hashes[i];
		}
	}
}

/* Hashes the events, and returns a hash of all of them. */
static uint64_t hash_delivery(
	const isoft_store *store, const char *account, const isoft_hook_event *events, uint64_t *hashes, size_t count)
{
	isoft_hook_keys keys;
	uint64_t delivery = 1;

	isoft_hook_keys_of(store, &keys);
	for (size_t i = 0; i < count; i++) {
		hashes[i] = events[i].identity ? hash_event(keys.keys[0], account, events[i].identity) : 0;
		delivery = delivery * 31 + hashes[i];
	}
	isoft_hook_keys_wipe(&keys);
	return delivery;
}

void isoft_hook_repeats_check(const char *account, isoft_hook_event *events, size_t count)
{
	isoft_store *store = isoft_store_cache_peek();
	int64_t now = isoft_clock_wall();
	isoft_hook_events remembered;
	uint64_t *hashes, delivery;

	if (!count || !store || isoft_fake_is_on()) {
		return;
	}
	hashes = safe_pemalloc(count, sizeof(*hashes), 0, true);
	delivery = hash_delivery(store, account, events, hashes, count);
	isoft_hook_events_open(store, false, &remembered);
	for (size_t i = 0; i < count; i++) {
		events[i].repeated = events[i].identity && isoft_hook_events_has(&remembered, hashes[i], now);
	}
	isoft_hook_events_close(&remembered);
	keep(events, hashes, count, delivery, now);
	free(hashes);
}

static bool request_ends_well(void)
{
	int status = SG(sapi_headers).http_response_code;

	return EG(exit_status) == 0 && !CG(unclean_shutdown) && !(PG(connection_status) & PHP_CONNECTION_ABORTED)
		&& (status == 0 || (status >= 200 && status < 400));
}

static void remember(const isoft_hook_handled *handled)
{
	int64_t now = isoft_clock_wall();
	isoft_hook_events events;
	isoft_failure failure;
	isoft_store *store;

	if (isoft_store_cache_open(false, &store, &failure) != ISOFT_STORE_OK) {
		return;
	}
	isoft_hook_events_open(store, true, &events);
	for (size_t i = 0; i < handled->count; i++) {
		isoft_hook_events_remember(&events, handled->hashes[i], now);
	}
	isoft_hook_events_close(&events);
}

void isoft_hook_repeats_rshutdown(void)
{
	isoft_hook_handled *handled = ISOFT_G(hook_handled);

	if (!handled) {
		return;
	}
	if (handled->count && handled->forks == isoft_fork_count() && request_ends_well()) {
		remember(handled);
	}
	drop_hashes(handled);
	*handled = (isoft_hook_handled){0};
}

void isoft_hook_repeats_free(isoft_hook_handled *handled)
{
	if (handled) {
		drop_hashes(handled);
		free(handled);
	}
}
