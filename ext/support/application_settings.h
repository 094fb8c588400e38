/*
 * Application settings: what an application gives by infusionsoft_configure(), in force until the request of PHP ends.
 *
 * Each configuration replaces the earlier one of the request as a whole: a setting that it does not name is php.ini's
 * again. So nothing of one site stays in force for another site of the same process.
 *
 * Texts and numbers are values of the ini entries, which PHP sets back at the end of the request; secrets are kept as
 * php.ini's are (support/secrets).
 *
 * Ownership: given values are borrowed. No lock: a thread has its own state, in the settings. Bailout: if there is no
 * memory; the end of the request then cleans up.
 */
#ifndef ISOFT_SUPPORT_APPLICATION_SETTINGS_H
#define ISOFT_SUPPORT_APPLICATION_SETTINGS_H

#include <stdbool.h>

#include "php.h"
#include "php_ini.h"

#include "support/configurable.h"

typedef struct {
	bool is_used;                             /* by this request */
	zend_string *before[ISOFT_CONFIGURABLES]; /* values of changed ini entries; NULL: not changed */
	char *account_before;                     /* the configured account before the first configuration; malloc */
} isoft_application_settings;

/* Returns the ini entry of a setting. */
zend_ini_entry *isoft_application_setting_entry(isoft_configurable_id id);

/* Returns the value without the application's: php.ini's, the pool's or the request's. Borrowed; "" for a secret. */
const zend_string *isoft_application_setting_base(isoft_configurable_id id);

/* Returns the account to which php.ini's infusionsoft.api_key belongs. */
const char *isoft_application_settings_base_account(void);

/*
 * Makes the values the application's settings; NULL: the application does not give this one. They must have been
 * checked, and none may be one that the administrator has set.
 */
void isoft_application_settings_replace(zend_string *const values[ISOFT_CONFIGURABLES]);

/* Called when the request has ended, after PHP has set its ini entries back. */
void isoft_application_settings_end(void);

#endif
