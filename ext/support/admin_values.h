/*
 * Admin values: which settings the administrator has set for this pool, virtual host or request (php_admin_value, a
 * [HOST=] or [PATH=] section of php.ini, the FastCGI parameter PHP_ADMIN_VALUE). An application cannot change those.
 *
 * A setting of scope "system" that a pool gets by php_value counts as well: PHP-FPM does not tell the two apart.
 *
 * No lock: a thread has its own state, in the settings. Never bails out.
 */
#ifndef ISOFT_SUPPORT_ADMIN_VALUES_H
#define ISOFT_SUPPORT_ADMIN_VALUES_H

#include <stdbool.h>
#include <stdint.h>

#include "php.h"
#include "php_ini.h"

/* Sets of bits, by isoft_configurable_id. */
typedef struct {
	uint32_t of_pool;
	uint32_t of_request;
} isoft_admin_values;

/* Called in the ini handler, after isoft_sent_setting_is_noted(). */
void isoft_admin_value_note(const zend_ini_entry *entry, int stage);

/* Whether the administrator has set the entry for this pool, virtual host or request. */
bool isoft_admin_value_is_set(const zend_ini_entry *entry);

/* Called when the request has ended. */
void isoft_admin_values_end(void);

#endif
