/*
 * Setting rules: which values a setting takes, in php.ini and from the application.
 *
 * Ownership: values are borrowed; a rule is static. No lock. Bailout: only if there is no memory.
 */
#ifndef ISOFT_SUPPORT_SETTING_RULES_H
#define ISOFT_SUPPORT_SETTING_RULES_H

#include "php.h"

typedef enum {
	ISOFT_SETTING_TEXT,
	ISOFT_SETTING_SECRET,
	ISOFT_SETTING_NUMBER,
	ISOFT_SETTING_TIMEOUT,
	ISOFT_SETTING_PRIORITY,
	ISOFT_SETTING_FAKE,
	ISOFT_SETTING_FLAG
} isoft_setting_kind;

/* Returns NULL if the value may be set; otherwise what it must be, such as "a number, at least 0". */
const char *isoft_setting_rule_broken(isoft_setting_kind kind, zend_string *value);

#endif
