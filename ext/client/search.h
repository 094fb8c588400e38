/*
 * Search: all entries of a list that a filter lets through, page after page, shown to whoever looks for one of them.
 */
#ifndef ISOFT_CLIENT_SEARCH_H
#define ISOFT_CLIENT_SEARCH_H

#include "php.h"

typedef struct {
	const char *account;
	const char *path;
	const char *filter; /* as Keap writes it; NULL: everything */
	const char *list;   /* where a page has its entries */
	void (*look)(void *context, zval *entry);
	void *context;
} isoft_search;

/* False: thrown. */
bool isoft_search_run(const isoft_search *search);

#endif
