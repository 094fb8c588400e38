/*
 * Settings: php.ini, as it is in force for this thread now.
 *
 * Values may differ from request to request (pools, virtual hosts, ini_set), so nobody keeps them: they are read when
 * they are needed. Strings are borrowed until the request ends.
 */
#ifndef ISOFT_SUPPORT_SETTINGS_H
#define ISOFT_SUPPORT_SETTINGS_H

#include "php.h"

#include "support/secrets.h"

typedef struct {
	char *client_id;
	char *store_path;
	char *key_file;
	char *account;
	char *configured_account; /* as the configuration has it, whatever ini_set() says; owned */
	char *base_url;
	char *token_url;
	char *authorize_url;
	char *ca_file;
	zend_long max_accounts;
	zend_long refresh_margin;
	zend_long connect_timeout_ms;
	zend_long timeout_ms;
	zend_long retries;
	zend_long max_wait_ms;
	bool keepalive;
	isoft_secret_overrides secrets;
} isoft_settings;

void isoft_settings_minit(int type, int module_number);
void isoft_settings_mshutdown(int type, int module_number);

/* When a thread ends: what it owned itself. */
void isoft_settings_gshutdown(isoft_settings *settings);

/* The settings of this thread. */
const isoft_settings *isoft_settings_now(void);

/* For phpinfo: the table of the settings, secrets as "set" or "not set". */
void isoft_settings_display(zend_module_entry *module);

#endif
