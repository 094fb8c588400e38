/*
 * Settings: the infusionsoft.* settings in force for this thread now.
 *
 * Values can change between requests (pools, virtual hosts) and within one (ini_set, infusionsoft_configure): read them
 * when needed, and do not keep them.
 *
 * Ownership: strings are borrowed, and are valid until the setting changes or the request ends. No lock: a thread reads
 * its own values. isoft_settings_now() never bails out.
 */
#ifndef ISOFT_SUPPORT_SETTINGS_H
#define ISOFT_SUPPORT_SETTINGS_H

#include "php.h"

#include "support/admin_values.h"
#include "support/application_settings.h"
#include "support/secrets.h"
#include "support/sent_settings.h"

typedef struct {
	char *client_id;
	char *store_path;
	char *key_file;
	char *account;
	char *configured_account; /* the account of the configuration or application, not of ini_set(); owned, malloc */
	char *base_url;
	char *token_url;
	char *authorize_url;
	char *ca_file;
	char *ca_path;
	zend_long max_accounts;
	zend_long refresh_margin;
	zend_long connect_timeout_ms;
	zend_long timeout_ms;
	zend_long retries;
	zend_long max_wait_ms;
	bool keepalive;
	bool low_priority;
	bool strict_fake; /* no call reaches Keap: what infusionsoft_fake() does not answer is refused */
	bool configure;   /* the application may give settings */
	isoft_secret_overrides secrets;
	isoft_sent_settings sent;
	isoft_admin_values admin;
	isoft_application_settings application;
} isoft_settings;

void isoft_settings_minit(int type, int module_number);
void isoft_settings_mshutdown(int type, int module_number);

/* Call when a thread ends: frees what the struct owns. */
void isoft_settings_gshutdown(isoft_settings *settings);

/* Makes infusionsoft.api_key belong to this account, until the next one or the end of a request that set the account.
 */
void isoft_settings_set_configured_account(const char *account);

/* Returns the settings of this thread. Never NULL. */
const isoft_settings *isoft_settings_now(void);

/* Prints the table of settings for phpinfo; secrets as "set" or "not set". */
void isoft_settings_display(zend_module_entry *module);

#endif
