/*
 * Nearest: the known name that somebody who wrote another one probably meant. No Zend, no allocation.
 */
#ifndef ISOFT_SUPPORT_SUGGEST_H
#define ISOFT_SUPPORT_SUGGEST_H

#include <stddef.h>

/* Case does not count. NULL where none is near enough to be worth saying. `next` gives the known names by index, NULL
 * at the end. */
const char *isoft_suggest(const char *name, const char *(*next)(const void *names, size_t index), const void *names);

enum { ISOFT_SUGGEST_TAIL_SIZE = 96 };

/*
 * Writes `; did you mean "NAME"?`, the end of a message about an unknown name, and returns it; "" where the suggestion
 * is NULL.
 */
const char *isoft_suggest_tail(char tail[ISOFT_SUGGEST_TAIL_SIZE], const char *suggestion);

#endif
