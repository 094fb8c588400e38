/*
 * Each history: what the pages of a list held so far, to notice a list that Keap gives again and again.
 *
 * A page is compared by the ids of its entries in any order; an entry without an id by all that it holds. The caller
 * owns the history. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_FUNCTIONS_EACH_HISTORY_H
#define ISOFT_FUNCTIONS_EACH_HISTORY_H

#include "php.h"

/* Starts all zeros. */
typedef struct {
	HashTable *seen;   /* the marks of the pages; NULL: none */
	unsigned repeated; /* pages in a row, up to the last one, that an earlier page held already */
	unsigned empty;    /* pages in a row, up to the last one, without entries */
} isoft_each_history;

/* Counts the page; NULL: it has no entries. */
void isoft_each_history_add(isoft_each_history *history, HashTable *entries);

void isoft_each_history_free(isoft_each_history *history);

#endif
