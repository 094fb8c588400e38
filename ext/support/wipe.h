/*
 * Wipe: PHP strings and arrays that held a secret, zeroed before they are freed. Strings that someone else refers to
 * are left alone.
 */
#ifndef ISOFT_SUPPORT_WIPE_H
#define ISOFT_SUPPORT_WIPE_H

#include "php.h"

void isoft_wipe_string(zend_string *string);

/* Every string in the value, at any depth, then the value itself. */
void isoft_wipe_value(zval *value);

#endif
