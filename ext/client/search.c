#include "php_infusionsoft.h"

#include "client/search.h"

#include "client/send.h"
#include "keap/page_token.h"
#include "keap/url.h"
#include "support/array.h"
#include "support/exceptions.h"

/* If Keap ignores the filter, a search must not read the whole account. */
enum { PAGES_MAX = 200 };

static void look_through(const isoft_search *search, HashTable *page)
{
	zval *entries = isoft_array_member(page, search->list);
	zval *entry;

	if (!entries || Z_TYPE_P(entries) != IS_ARRAY) {
		return;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(entries), entry) {
		if (Z_TYPE_P(entry) == IS_ARRAY) {
			search->look(search->context, entry);
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* Writes the query of the page with this token; NULL: of the first page. */
static void search_query(const isoft_search *search, const zval *token, smart_str *query)
{
	smart_str_free(query);
	if (search->filter) {
		isoft_query_add(query, "filter", search->filter, strlen(search->filter));
	}
	if (search->fields) {
		isoft_query_add(query, "fields", search->fields, strlen(search->fields));
	}
	isoft_query_add(query, "page_size", "1000", 4);
	if (token) {
		isoft_query_add(query, "page_token", Z_STRVAL_P(token), Z_STRLEN_P(token));
	}
	smart_str_0(query);
}

static void search_throw(const isoft_search *search, const char *fault)
{
	isoft_failure failure;

	isoft_fail(
		&failure, ISOFT_FAILURE_API, "The search in Keap's %s was stopped: Keap's reply %s", search->list, fault);
	failure.status = 200;
	isoft_throw(&failure);
}

/*
 * Writes the query of the next page, and in `more` whether this page is not the last. Returns false with an exception
 * thrown.
 */
static bool turn_page(
	const isoft_search *search, HashTable *page, isoft_page_tokens *tokens, smart_str *query, bool *more)
{
	zval token;
	const char *fault = isoft_page_token_read(tokens, page, &token);

	if (fault) {
		search_throw(search, fault);
		return false;
	}
	*more = Z_TYPE(token) == IS_STRING;
	if (*more) {
		isoft_page_token_add(tokens, &token);
		search_query(search, &token, query);
	}
	zval_ptr_dtor(&token);
	return true;
}

bool isoft_search_run(const isoft_search *search)
{
	smart_str query = {0};
	isoft_page_tokens tokens = {0};
	char fault[64];
	bool more = true, sent = true;

	search_query(search, NULL, &query);
	for (int pages = 0; sent && more; pages++) {
		const isoft_call call = {.account = search->account,
			.operation = search->operation,
			.method = "GET",
			.path = search->path,
			.query = ZSTR_VAL(query.s),
			.repeatable = true};
		zval page;

		if (pages == PAGES_MAX) {
			snprintf(fault, sizeof(fault), "still names a next page after %d pages", PAGES_MAX);
			search_throw(search, fault);
			sent = false;
			break;
		}
		sent = isoft_send_for_array(&call, &page);
		if (sent) {
			look_through(search, Z_ARRVAL(page));
			sent = turn_page(search, Z_ARRVAL(page), &tokens, &query, &more);
			zval_ptr_dtor(&page);
		}
	}
	isoft_page_tokens_free(&tokens);
	smart_str_free(&query);
	return sent;
}
