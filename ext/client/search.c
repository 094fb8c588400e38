#include "php_infusionsoft.h"

#include "client/search.h"

#include "client/send.h"
#include "keap/url.h"
#include "support/exceptions.h"

/* A filter that Keap did not take exactly must not make a search go through everything there is, for ever. */
enum { PAGES_MAX = 200 };

static void look_through(const isoft_search *search, HashTable *page)
{
	zval *entries = zend_hash_str_find(page, search->list, strlen(search->list));
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

/* The query of the page with that token; NULL: of the first. */
static void write_query(const isoft_search *search, const zval *token, smart_str *query)
{
	smart_str_free(query);
	if (search->filter) {
		isoft_query_add(query, "filter", search->filter, strlen(search->filter));
	}
	isoft_query_add(query, "page_size", "1000", 4);
	if (token) {
		isoft_query_add(query, "page_token", Z_STRVAL_P(token), Z_STRLEN_P(token));
	}
	smart_str_0(query);
}

/* The query of the next page, or false where this page was the last. */
static bool turn_page(const isoft_search *search, HashTable *page, smart_str *query)
{
	zval *token = zend_hash_str_find(page, "next_page_token", strlen("next_page_token"));

	if (!token || Z_TYPE_P(token) != IS_STRING || !Z_STRLEN_P(token)) {
		return false;
	}
	write_query(search, token, query);
	return true;
}

static void throw_endless(const isoft_search *search)
{
	isoft_failure failure;

	isoft_fail(&failure, ISOFT_FAILURE_API, "Keap answered the search for one of its %s with over %d pages of them",
		search->list, PAGES_MAX);
	failure.status = 200;
	isoft_throw(&failure);
}

bool isoft_search_run(const isoft_search *search)
{
	smart_str query = {0};
	bool more = true, sent = true;

	write_query(search, NULL, &query);
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
