/*
 * Each page: finds the entries and the position of the next page in one page of a list, and notices a list that Keap
 * would never end, gives again from its beginning, or ends early.
 *
 * The caller owns what is in the structures. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_FUNCTIONS_EACH_PAGE_H
#define ISOFT_FUNCTIONS_EACH_PAGE_H

#include "php.h"

#include "functions/each_history.h"
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
	isoft_each_history *history;     /* of the pages before; the page is added */
} isoft_each_context;

typedef struct {
	zval *entries;            /* borrowed from the reply; NULL when it has none, as Keap leaves out an empty list */
	isoft_page_position next; /* null: this page is the last. Owned. */
	zend_long missing;        /* of the last page: how many more entries Keap counts */
} isoft_each_page;

/* Reads the page in the reply. Returns false with an exception thrown; nothing is owned then. */
ISOFT_MUST_CHECK bool isoft_each_page_read(const isoft_each_context *context, zval *reply, isoft_each_page *page);

/* Throws an ApiException; the fault continues "Keap's reply to OPERATION". */
void isoft_each_page_throw(const isoft_operation *operation, const char *fault);

#endif
