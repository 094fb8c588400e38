#include "php_infusionsoft.h"

#include "auth/fleet_kept.h"

#ifdef ISOFT_REDIS

#include <sodium.h>
#include <stdlib.h>

#include "auth/fleet_grant.h"
#include "auth/fleet_link.h"
#include "auth/store_cache.h"
#include "support/fork.h"
#include "support/secrets.h"
#include "support/settings.h"

enum { COMMAND_MS = 250, SETTINGS_HASH = 16 };

struct isoft_fleet_kept {
	isoft_fleet *fleet;
	unsigned forks; /* when it was opened */
	unsigned char settings[SETTINGS_HASH];
};

static void add(crypto_generichash_state *state, const char *text)
{
	crypto_generichash_update(state, (const unsigned char *)text, strlen(text) + 1);
}

/* The setting may hold a password: it is compared by its hash. */
static void hash_settings(unsigned char hash[SETTINGS_HASH])
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, SETTINGS_HASH);
	add(&state, isoft_secret(ISOFT_SECRET_SHARED_STORE));
	add(&state, isoft_secret(ISOFT_SECRET_KEY));
	add(&state, isoft_settings_now()->store_path);
	add(&state, isoft_settings_now()->key_file);
	add(&state, isoft_settings_now()->ca_file);
	add(&state, isoft_settings_now()->ca_path);
	crypto_generichash_final(&state, hash, SETTINGS_HASH);
	sodium_memzero(&state, sizeof(state));
}

static isoft_fleet_kept *kept_of_thread(void)
{
	if (!ISOFT_G(fleet_kept)) {
		ISOFT_G(fleet_kept) = calloc(1, sizeof(isoft_fleet_kept));
	}
	return ISOFT_G(fleet_kept);
}

/* NULL with the failure filled. */
static isoft_fleet *opened(isoft_store *store, isoft_failure *failure)
{
	isoft_fleet *fleet = isoft_fleet_new(store, "", COMMAND_MS);

	if (!fleet) {
		isoft_fail(failure, ISOFT_FAILURE_TRANSPORT, "There is no memory for a connection to Redis");
	} else if (!isoft_fleet_connect(fleet, failure)) {
		isoft_fleet_close(fleet);
		fleet = NULL;
	}
	return fleet;
}

isoft_fleet *isoft_fleet_kept_link(bool *kept_on, isoft_failure *failure)
{
	isoft_fleet_kept *self = kept_of_thread();
	unsigned char settings[SETTINGS_HASH];
	isoft_store *store;

	*kept_on = false;
	if (!self || isoft_store_cache_open(false, &store, failure) != ISOFT_STORE_OK) {
		return NULL;
	}
	hash_settings(settings);
	*kept_on = self->fleet && self->forks == isoft_fork_count() && isoft_redis_is_usable(self->fleet->link.redis)
		&& memcmp(self->settings, settings, SETTINGS_HASH) == 0;
	if (!*kept_on) {
		isoft_fleet_close(self->fleet);
		self->fleet = opened(store, failure);
		self->forks = isoft_fork_count();
		memcpy(self->settings, settings, SETTINGS_HASH);
	}
	if (self->fleet) {
		self->fleet->link.store = store;
		isoft_fleet_set_deadline(self->fleet);
	}
	return self->fleet;
}

void isoft_fleet_kept_free(isoft_fleet_kept *kept)
{
	if (kept) {
		isoft_fleet_close(kept->fleet);
		free(kept);
	}
}

#else

void isoft_fleet_kept_free(isoft_fleet_kept *kept)
{
	(void)kept;
}

#endif
