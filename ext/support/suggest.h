/*
 * Nearest: the known name that somebody who wrote another one probably meant. No Zend, no allocation.
 */
#ifndef ISOFT_SUPPORT_SUGGEST_H
#define ISOFT_SUPPORT_SUGGEST_H

#include <stddef.h>

/* Case does not count. NULL where none is near enough to be worth saying. `next` gives the known names by index, NULL
 * at the end. */
const char *isoft_suggest(const char *name, const char *(*next)(const void *names, size_t index), const void *names);

#endif
