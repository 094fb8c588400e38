#include "php_infusionsoft.h"

#include "functions/each_page.h"

#include "support/array.h"
#include "support/exceptions.h"

/*
 * A token can be new each time although nothing else is: after so many pages without an entry, or with entries that
 * were read before, the list is taken for endless.
 */
enum { EMPTY_PAGES_MAX = 100, REPEATED_PAGES_MAX = 3 };

void isoft_each_page_throw(const isoft_operation *operation, const char *fault)
{
	isoft_failure failure;

	isoft_fail(&failure, ISOFT_FAILURE_API, "Keap's reply to %s %s", operation->id, fault);
	failure.status = 200;
	isoft_throw(&failure);
}

/* Returns false. */
static bool throw_bad_page(const isoft_each_context *context, const char *fault)
{
	isoft_each_page_throw(context->operation, fault);
	return false;
}

/* Returns false with an exception thrown. */
static bool find_entries(const isoft_each_context *context, zval *reply, zval **entries)
{
	const char *name = context->operation->entries;

	*entries = reply;
	if (*name && Z_TYPE_P(reply) == IS_ARRAY) {
		*entries = isoft_array_value(Z_ARRVAL_P(reply), name);
	}
	if (*entries && Z_TYPE_P(*entries) == IS_NULL) {
		*entries = NULL;
	}
	if (*entries && Z_TYPE_P(*entries) != IS_ARRAY) {
		return throw_bad_page(context, "holds something else where its list should be");
	}
	return true;
}

/* Whether the reply of API v1 names a next page. It does so after the last page too; that page is empty. */
static bool names_next(zval *reply)
{
	zval *next = Z_TYPE_P(reply) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(reply), "next") : NULL;

	return next && Z_TYPE_P(next) == IS_STRING && Z_STRLEN_P(next);
}

/* Returns false if the position is no integer. */
static bool read_offset(const isoft_page_position *here, zend_long *offset)
{
	switch (Z_TYPE_P(here)) {
		case IS_NULL:
			*offset = 0;
			return true;
		case IS_LONG:
			*offset = Z_LVAL_P(here);
			return true;
		default:
			return Z_TYPE_P(here) == IS_STRING
				&& is_numeric_string(Z_STRVAL_P(here), Z_STRLEN_P(here), offset, NULL, false) == IS_LONG;
	}
}

/* How many entries of a list of API v1 are left by its own count, which can change while the list is read. */
static zend_long missing_entries(zval *reply, zend_long read)
{
	zval *count = Z_TYPE_P(reply) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(reply), "count") : NULL;

	return count && Z_TYPE_P(count) == IS_LONG && Z_LVAL_P(count) > read ? Z_LVAL_P(count) - read : 0;
}

/* Adds the page to the history: only when nothing else is wrong with it, as it is requested again after a fault. */
static const isoft_each_history *remember_page(const isoft_each_context *context, const isoft_each_page *page)
{
	isoft_each_history_add(context->history, page->entries ? Z_ARRVAL_P(page->entries) : NULL);
	return context->history;
}

/* Returns false with an exception thrown. */
static bool find_next_offset(const isoft_each_context *context, zval *reply, isoft_each_page *page)
{
	zend_long offset, count = page->entries ? zend_hash_num_elements(Z_ARRVAL_P(page->entries)) : 0;
	bool known = read_offset(context->here, &offset) && offset <= ZEND_LONG_MAX - count;
	bool more = count && names_next(reply);

	if (more && !known) {
		return throw_bad_page(context, "names a next page, whose offset is larger than an integer can be");
	}
	if (remember_page(context, page)->repeated) {
		return throw_bad_page(context, "has the entries of an earlier page again: Keap ignores `offset` for this list");
	}
	if (more) {
		ZVAL_LONG(&page->next, offset + count);
	} else if (known && !names_next(reply)) {
		page->missing = missing_entries(reply, offset + count);
	}
	return true;
}

/* Writes why a list with ever-new tokens is taken for endless. Returns NULL if it is not. */
static const char *find_endless(const isoft_each_history *history, char *fault, size_t size)
{
	bool empty = history->empty >= EMPTY_PAGES_MAX;

	if (!empty && history->repeated < REPEATED_PAGES_MAX) {
		return NULL;
	}
	snprintf(fault, size, "names a next page after %u pages %s: the list would never end",
		empty ? history->empty : history->repeated, empty ? "without an entry" : "whose entries were read before");
	return fault;
}

/* Returns false with an exception thrown. */
static bool find_next_token(const isoft_each_context *context, zval *reply, isoft_each_page *page)
{
	const char *fault = NULL;
	char endless[128];

	if (Z_TYPE_P(reply) == IS_ARRAY) {
		fault = isoft_page_token_read(context->tokens, Z_ARRVAL_P(reply), &page->next);
	}
	if (!fault) {
		fault = find_endless(remember_page(context, page), endless, sizeof(endless));
		if (fault && Z_TYPE(page->next) == IS_NULL) {
			return true; /* the list does end */
		}
	}
	if (!fault) {
		return true;
	}
	zval_ptr_dtor(&page->next);
	return throw_bad_page(context, fault);
}

bool isoft_each_page_read(const isoft_each_context *context, zval *reply, isoft_each_page *page)
{
	memset(page, 0, sizeof(*page));
	ZVAL_NULL(&page->next);
	if (!find_entries(context, reply, &page->entries)) {
		return false;
	}
	switch (context->operation->paging) {
		case ISOFT_PAGING_TOKEN:
			return find_next_token(context, reply, page);
		case ISOFT_PAGING_OFFSET:
			return find_next_offset(context, reply, page);
		default:
			return true;
	}
}
