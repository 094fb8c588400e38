/*
 * Secrets: settings whose values no script can read back.
 *
 * php.ini's values are stored once per process, those of a pool, of a virtual host or of a request once per thread;
 * they are wiped before they are freed. PHP itself always sees "" as the value: ini_get, ini_get_all, get_cfg_var,
 * reflection and phpinfo do not show it.
 *
 * Ownership: a returned secret is borrowed until the request ends. No lock: the values of the process are written at
 * startup only. isoft_secret() never bails out.
 */
#ifndef ISOFT_SUPPORT_SECRETS_H
#define ISOFT_SUPPORT_SECRETS_H

#include "php.h"
#include "php_ini.h"

typedef enum {
	ISOFT_SECRET_CLIENT_SECRET,
	ISOFT_SECRET_API_KEY,
	ISOFT_SECRET_KEY,
	ISOFT_SECRET_PREVIOUS_KEYS,
	ISOFT_SECRET_SHARED_STORE,
	ISOFT_SECRETS
} isoft_secret_name;

/* The values of this thread that replace php.ini's; NULL: there is none. A request's replaces its pool's. */
typedef struct {
	char *of_pool[ISOFT_SECRETS];
	char *of_request[ISOFT_SECRETS]; /* of its virtual host, or sent with it (support/sent_settings) */
} isoft_secret_overrides;

/* Returns the value in force, and "" if the setting is not set. */
const char *isoft_secret(isoft_secret_name name);

/* The ini handler: stores the value here and returns FAILURE, so that the ini entry stays "". */
ZEND_INI_MH(isoft_secret_on_modify);

/* The phpinfo handler: prints "set" or "not set". */
ZEND_INI_DISP(isoft_secret_display);

/* Call when a thread ends. */
void isoft_secret_overrides_wipe(isoft_secret_overrides *overrides);

/* Call when the process ends. */
void isoft_secrets_wipe(void);

#endif
