/*
 * Key list: splits the setting that lists keys, separated by commas.
 *
 * Ownership: nothing is kept; items point into the caller's text.
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_KEY_LIST_H
#define ISOFT_STORE_KEY_LIST_H

#include <stddef.h>

#include "support/attributes.h"

/*
 * Returns the next item of the list without the blanks around it, writes its number of bytes to *length and moves *list
 * behind it. Returns NULL at the end. Skips empty items.
 */
ISOFT_MUST_CHECK const char *isoft_key_list_item(const char **list, size_t *length);

#endif
