#include "php_infusionsoft.h"

#include "client/search.h"

#include "client/send.h"
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

/* Writes the query of the next page. Returns false if this page is the last. */
static bool turn_page(const isoft_search *search, HashTable *page, smart_str *query)
{
	zval *token = isoft_array_member(page, "next_page_token");

	if (!token || Z_TYPE_P(token) != IS_STRING || !Z_STRLEN_P(token)) {
		return false;
	}
	search_query(search, token, query);
	return true;
}

static void throw_endless(const isoft_search *search)
{
	isoft_failure failure;

	isoft_fail(&failure, ISOFT_FAILURE_API,
		"The search in Keap's %s was stopped after %d pages, and Keap's reply still names a next page", search->list,
		PAGES_MAX);
	failure.status = 200;
	isoft_throw(&failure);
}

bool isoft_search_run(const isoft_search *search)
{
	smart_str query = {0};
	bool more = true, sent = true;

	search_query(search, NULL, &query);
	for (int pages = 0; sent && more; pages++) {
		const isoft_call call = {.account = search->account,
			.method = "GET",
			.path = search->path,
			.query = ZSTR_VAL(query.s),
			.repeatable = true};
		zval page;

		if (pages == PAGES_MAX) {
			throw_endless(search);
			sent = false;
			break;
		}
		sent = isoft_send_for_array(&call, &page);
		if (sent) {
			look_through(search, Z_ARRVAL(page));
			more = turn_page(search, Z_ARRVAL(page), &query);
			zval_ptr_dtor(&page);
		}
	}
	smart_str_free(&query);
	return sent;
}
