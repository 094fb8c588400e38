/*
 * Wipe: zeroes PHP strings and arrays that held a secret, and releases them. A string that is interned or has other
 * owners is released without being zeroed.
 *
 * Ownership: takes over the caller's reference. No lock. Releasing an object runs its destructor: pass strings and
 * arrays of decoded JSON only, then this never bails out.
 */
#ifndef ISOFT_SUPPORT_WIPE_H
#define ISOFT_SUPPORT_WIPE_H

#include "php.h"

void isoft_wipe_string(zend_string *string);

/* Zeroes each string in the value, at any depth, and releases the value, which is then UNDEF. */
void isoft_wipe_value(zval *value);

#endif
