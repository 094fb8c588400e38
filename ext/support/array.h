/*
 * Array: members of PHP arrays, past references.
 */
#ifndef ISOFT_SUPPORT_ARRAY_H
#define ISOFT_SUPPORT_ARRAY_H

#include "php.h"

/* The member of that name, borrowed and dereferenced; NULL where there is none. */
zval *isoft_array_member(HashTable *array, const char *name);

/* The same, and NULL also where the value is null. */
zval *isoft_array_value(HashTable *array, const char *name);

#endif
