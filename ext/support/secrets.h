/*
 * Secrets: the settings that no one may read back.
 *
 * php.ini's values are kept once per process, a pool's or a virtual host's once per thread, both in memory that is
 * wiped before it is freed. To PHP these settings are always "": ini_get, ini_get_all, get_cfg_var, reflection and
 * phpinfo have nothing to show. A secret is borrowed until the request ends.
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

/* This thread's values where they differ from php.ini's: NULL = as there. */
typedef struct {
	char *values[ISOFT_SECRETS];
} isoft_secret_overrides;

/* The value in force, "" where it is not set. */
const char *isoft_secret(isoft_secret_name name);

/* Keeps the value to itself and refuses it, so that the ini entry stays "". */
ZEND_INI_MH(isoft_secret_on_modify);

/* phpinfo: "set" or "not set". */
ZEND_INI_DISP(isoft_secret_display);

void isoft_secret_overrides_wipe(isoft_secret_overrides *overrides);

/* At the end of the process. */
void isoft_secrets_wipe(void);

#endif
