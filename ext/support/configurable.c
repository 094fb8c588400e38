#include "support/configurable.h"

#include "support/suggest.h"

const isoft_configurable isoft_configurables[ISOFT_CONFIGURABLES] = {
	[ISOFT_SET_CLIENT_ID] = {"client_id", ISOFT_SETTING_TEXT, 0},
	[ISOFT_SET_CLIENT_SECRET] = {"client_secret", ISOFT_SETTING_SECRET, ISOFT_SECRET_CLIENT_SECRET},
	[ISOFT_SET_API_KEY] = {"api_key", ISOFT_SETTING_SECRET, ISOFT_SECRET_API_KEY},
	[ISOFT_SET_ACCOUNT] = {"account", ISOFT_SETTING_TEXT, 0},
	[ISOFT_SET_STORE_PATH] = {"store_path", ISOFT_SETTING_TEXT, 0},
	[ISOFT_SET_KEY_FILE] = {"key_file", ISOFT_SETTING_TEXT, 0},
	[ISOFT_SET_KEY] = {"key", ISOFT_SETTING_SECRET, ISOFT_SECRET_KEY},
	[ISOFT_SET_PREVIOUS_KEYS] = {"previous_keys", ISOFT_SETTING_SECRET, ISOFT_SECRET_PREVIOUS_KEYS},
	[ISOFT_SET_SHARED_STORE] = {"shared_store", ISOFT_SETTING_SECRET, ISOFT_SECRET_SHARED_STORE},
	[ISOFT_SET_MAX_ACCOUNTS] = {"max_accounts", ISOFT_SETTING_NUMBER, 0},
	[ISOFT_SET_REFRESH_MARGIN] = {"refresh_margin", ISOFT_SETTING_NUMBER, 0},
	[ISOFT_SET_KEEPALIVE] = {"keepalive", ISOFT_SETTING_FLAG, 0},
	[ISOFT_SET_CONNECT_TIMEOUT_MS] = {"connect_timeout_ms", ISOFT_SETTING_TIMEOUT, 0},
	[ISOFT_SET_TIMEOUT_MS] = {"timeout_ms", ISOFT_SETTING_TIMEOUT, 0},
	[ISOFT_SET_RETRIES] = {"retries", ISOFT_SETTING_NUMBER, 0},
	[ISOFT_SET_MAX_WAIT_MS] = {"max_wait_ms", ISOFT_SETTING_NUMBER, 0},
	[ISOFT_SET_PRIORITY] = {"priority", ISOFT_SETTING_PRIORITY, 0},
};

static const char *without_prefix(const char *name)
{
	static const char prefix[] = "infusionsoft.";

	return strncmp(name, prefix, sizeof(prefix) - 1) == 0 ? name + sizeof(prefix) - 1 : name;
}

isoft_configurable_id isoft_configurable_find(const char *name)
{
	int id = 0;

	name = without_prefix(name);
	while (id < ISOFT_CONFIGURABLES && strcmp(isoft_configurables[id].name, name) != 0) {
		id++;
	}
	return (isoft_configurable_id)id;
}

static const char *name_at(const void *names, size_t index)
{
	(void)names;
	return index < ISOFT_CONFIGURABLES ? isoft_configurables[index].name : NULL;
}

const char *isoft_configurable_suggest(const char *name)
{
	return isoft_suggest(without_prefix(name), name_at, NULL);
}
