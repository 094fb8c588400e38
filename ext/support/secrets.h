/*
 * Secrets: settings whose values no script can read back.
 *
 * php.ini's values are stored once per process, those of a pool, of a virtual host, of a request or of the application
 * once per thread; they are wiped before they are freed. PHP itself always sees "" as the value: ini_get, ini_get_all,
 * get_cfg_var, reflection and phpinfo do not show it.
 *
 * Ownership: a returned secret is borrowed until the request ends. No lock: the values of the process are written at
 * startup only. isoft_secret() never bails out.
 */
#ifndef ISOFT_SUPPORT_SECRETS_H
#define ISOFT_SUPPORT_SECRETS_H

#include "php.h"
#include "php_ini.h"

#include "support/secret_names.h"

struct isoft_secret_retired;

/*
 * The values of this thread that replace php.ini's; NULL: there is none. The application's replaces a request's, and a
 * request's its pool's.
 */
typedef struct {
	char *of_application[ISOFT_SECRETS];  /* support/application_settings */
	struct isoft_secret_retired *retired; /* replaced by the application: lent until the request ends */
	char *of_pool[ISOFT_SECRETS];
	char *of_request[ISOFT_SECRETS]; /* of its virtual host, or sent with it (support/sent_settings) */
} isoft_secret_overrides;

/* Returns the value in force, and "" if the setting is not set. */
const char *isoft_secret(isoft_secret_name name);

/* The ini handler: stores the value here and returns FAILURE, so that the ini entry stays "". */
ZEND_INI_MH(isoft_secret_on_modify);

/* The phpinfo handler: prints "set" or "not set". */
ZEND_INI_DISP(isoft_secret_display);

/*
 * Sets the application's value; NULL: it has none any more. The earlier one is wiped when the request ends, since calls
 * may have borrowed it.
 */
void isoft_secret_set_of_application(isoft_secret_name name, const zend_string *value);

/* Wipes the application's values. Call when the request has ended. */
void isoft_secret_end_of_application(void);

/* Call when a thread ends. */
void isoft_secret_overrides_wipe(isoft_secret_overrides *overrides);

/* Call when the process ends. */
void isoft_secrets_wipe(void);

#endif
