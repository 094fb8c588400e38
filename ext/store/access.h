/*
 * Access: what the user of this process may do, and what a directory holds, for advice about owner and mode.
 *
 * Windows decides by its own lists: there everything is allowed.
 *
 * Ownership: nothing is kept. Locks: takes no lock. Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_ACCESS_H
#define ISOFT_STORE_ACCESS_H

#include <stdbool.h>
#include <stdint.h>

/* Returns the effective group id of this process. */
uint32_t isoft_access_group(void);

/* Returns whether the group is one of this process. The superuser has all. */
bool isoft_access_has_group(uint32_t group);

/* Returns whether the effective user may search the directory. */
bool isoft_access_may_search(const char *directory);

/* Returns whether the directory has an access control list beside its mode, for itself or for new files. */
bool isoft_access_has_list(const char *directory);

typedef enum { ISOFT_CONTENT_KNOWN, ISOFT_CONTENT_OTHER, ISOFT_CONTENT_UNKNOWN } isoft_content;

/* KNOWN: `is_known` returned true for all names in the directory. UNKNOWN: it cannot be listed. */
isoft_content isoft_access_content(const char *directory, bool (*is_known)(const char *name));

#endif
