/*
 * Key list: keys as the setting lists them, separated by commas. Nothing is kept.
 */
#ifndef ISOFT_STORE_KEY_LIST_H
#define ISOFT_STORE_KEY_LIST_H

#include <stddef.h>

/*
 * The next item of the list, blanks around it left out, and *list behind it. NULL at the end; empty items are skipped.
 */
const char *isoft_key_list_item(const char **list, size_t *length);

#endif
