/*
 * Configurable: the settings that an application may give with infusionsoft_configure().
 *
 * Not among them are the addresses and the authorities (base_url, token_url, authorize_url, ca_file, ca_path):
 * php.ini's secrets go there, which a script must not be able to read.
 *
 * Ownership: all is static. No lock, no bailout.
 */
#ifndef ISOFT_SUPPORT_CONFIGURABLE_H
#define ISOFT_SUPPORT_CONFIGURABLE_H

#include "php.h"

#include "support/secret_names.h"
#include "support/setting_rules.h"

typedef enum {
	ISOFT_SET_CLIENT_ID,
	ISOFT_SET_CLIENT_SECRET,
	ISOFT_SET_API_KEY,
	ISOFT_SET_ACCOUNT,
	ISOFT_SET_STORE_PATH,
	ISOFT_SET_KEY_FILE,
	ISOFT_SET_KEY,
	ISOFT_SET_PREVIOUS_KEYS,
	ISOFT_SET_SHARED_STORE,
	ISOFT_SET_MAX_ACCOUNTS,
	ISOFT_SET_REFRESH_MARGIN,
	ISOFT_SET_KEEPALIVE,
	ISOFT_SET_CONNECT_TIMEOUT_MS,
	ISOFT_SET_TIMEOUT_MS,
	ISOFT_SET_RETRIES,
	ISOFT_SET_MAX_WAIT_MS,
	ISOFT_SET_PRIORITY,
	ISOFT_CONFIGURABLES
} isoft_configurable_id;

typedef struct {
	const char *name; /* without "infusionsoft." */
	isoft_setting_kind kind;
	isoft_secret_name secret; /* of a SECRET */
} isoft_configurable;

/* By id. */
extern const isoft_configurable isoft_configurables[ISOFT_CONFIGURABLES];

/* Returns the id of a name with or without "infusionsoft."; ISOFT_CONFIGURABLES if an application may not give it. */
isoft_configurable_id isoft_configurable_find(const char *name);

/* Returns the nearest name, or NULL. */
const char *isoft_configurable_suggest(const char *name);

#endif
