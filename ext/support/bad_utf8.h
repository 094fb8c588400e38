/*
 * Bad UTF-8: finds the string in a value that JSON cannot hold.
 *
 * Ownership: the place is written into the caller's buffer. Takes no lock, runs no user code. May bail out (memory).
 */
#ifndef ISOFT_SUPPORT_BAD_UTF8_H
#define ISOFT_SUPPORT_BAD_UTF8_H

#include "php.h"

/*
 * Looks for the first string that is not valid UTF-8, as a value or as a key, in arrays and plain objects. Writes its
 * place, such as "addresses[0].line1", as printable ASCII; "" if the value itself is that string. Returns false if
 * there is none, or if an object of a class holds it.
 */
bool isoft_bad_utf8_find(zval *value, char *place, size_t size);

#endif
