/*
 * Suggest: finds the known name that is nearest to an unknown one, for "did you mean" in messages.
 *
 * Ownership: a suggestion points into the caller's list; nothing is allocated. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_SUPPORT_SUGGEST_H
#define ISOFT_SUPPORT_SUGGEST_H

#include <stddef.h>

/*
 * Returns the nearest known name, ignoring case, or NULL if no name is near enough. `next` returns the known name at an
 * index of `names`, and NULL after the last.
 */
const char *isoft_suggest(const char *name, const char *(*next)(const void *names, size_t index), const void *names);

/*
 * How many bytes of the name must be changed, added or removed, ignoring case, to make it the known name; SIZE_MAX if
 * one of them is long.
 */
size_t isoft_suggest_edits(const char *name, const char *known);

enum { ISOFT_SUGGEST_TAIL_SIZE = 96 };

/*
 * Writes `; did you mean "NAME"?`, the end of a message about an unknown name, and returns it; "" if the suggestion is
 * NULL.
 */
const char *isoft_suggest_tail(char tail[ISOFT_SUGGEST_TAIL_SIZE], const char *suggestion);

#endif
