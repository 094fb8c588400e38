/*
 * Array: reads members of PHP arrays, and follows references.
 *
 * Ownership: the returned value belongs to the array. No lock, no allocation: never bails out.
 */
#ifndef ISOFT_SUPPORT_ARRAY_H
#define ISOFT_SUPPORT_ARRAY_H

#include "php.h"

/* Returns the member with this name, dereferenced; NULL if the array has no such member. */
zval *isoft_array_member(HashTable *array, const char *name);

/* The same, and returns NULL also if the value is null. */
zval *isoft_array_value(HashTable *array, const char *name);

#endif
