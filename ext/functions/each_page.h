/*
 * Each page: finds the entries and the position of the next page in one page of a list, and notices a list that Keap
 * would never end, or that it gives again from its beginning.
 *
 * The caller owns what is in the structures. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_FUNCTIONS_EACH_PAGE_H
#define ISOFT_FUNCTIONS_EACH_PAGE_H

#include "php.h"

#include "keap/operation.h"
#include "keap/page_token.h"
#include "support/attributes.h"

/* The position of a page: a token (string), an offset (int), or null for the beginning of the list. */
typedef zval isoft_page_position;

/* What is known before the page is read. Borrowed. */
typedef struct {
	const isoft_operation *operation;
	const isoft_page_tokens *tokens;
	const isoft_page_position *here; /* the position that was requested */
	zval *previous;                  /* the entries of the page before; not an array: this page is the first */
} isoft_each_context;

/*
 * Writes the list in the reply, NULL when the reply has none, as Keap leaves out an empty list; and the position of the
 * next page, null when there is none. The entries are borrowed from the reply; the caller owns the position. Returns
 * false with an exception thrown.
 */
ISOFT_MUST_CHECK bool isoft_each_page_read(
	const isoft_each_context *context, zval *reply, zval **entries, isoft_page_position *next);

#endif
