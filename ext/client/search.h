/*
 * Search: reads all pages of a Keap list that match a filter, and passes each entry to a callback.
 *
 * Each page is one call (client/send.h): its user code may run in between, and no lock may be held. The caller owns
 * what the members point to. May bail out; everything held here is Zend's memory then.
 */
#ifndef ISOFT_CLIENT_SEARCH_H
#define ISOFT_CLIENT_SEARCH_H

#include "php.h"

#include "support/attributes.h"

typedef struct {
	const char *account;
	const char *operation;
	const char *path;
	const char *filter; /* in Keap's syntax; NULL: all entries */
	const char *fields; /* the properties of the entries, joined with commas; NULL: Keap's default properties */
	const char *list;   /* the member of a page that holds its entries */
	void (*look)(void *context, zval *entry);
	void *context;
} isoft_search;

/* Returns false with an exception thrown. */
ISOFT_MUST_CHECK bool isoft_search_run(const isoft_search *search);

#endif
