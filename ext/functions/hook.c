#include "php_infusionsoft.h"

#include "client/hook_mark.h"
#include "client/hook_repeats.h"
#include "functions/arguments.h"
#include "functions/hook_headers.h"
#include "functions/hook_marked.h"
#include "keap/hook_delivery.h"
#include "keap/hook_url.h"
#include "support/array.h"
#include "support/exceptions.h"

static bool check_url(const zend_string *url)
{
	isoft_failure failure;

	if (isoft_hook_url_check(url, &failure)) {
		return true;
	}
	isoft_throw_argument(&failure, 1);
	return false;
}

PHP_FUNCTION(infusionsoft_hook_url)
{
	zend_string *url, *account_name = NULL;
	const char *account;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(url)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 2);
	if (!account || !check_url(url)) {
		RETURN_THROWS();
	}
	url = isoft_hook_marked(account, url);
	if (!url) {
		RETURN_THROWS();
	}
	RETURN_STR(url);
}

/* Returns false with an exception thrown unless the address has the account's mark. */
static bool check_mark(const char *account, const zend_string *url)
{
	isoft_hook_url read;
	isoft_failure failure;
	bool fits;

	isoft_hook_url_read(url, &read);
	fits = isoft_hook_mark_check(account, &read, &failure);
	isoft_hook_url_free(&read);
	if (!fits) {
		isoft_throw(&failure);
	}
	return fits;
}

/* Fills the events with what tells them apart, and the list with what the script gets of each. */
static void make_events(isoft_hook_event *events, zval *list, const isoft_hook_delivery *delivery)
{
	zval *object, *at;
	size_t count = 0;

	ZEND_HASH_FOREACH_VAL(delivery->objects, object) {
		zval event;

		isoft_hook_event_make(&event, delivery, object);
		at = isoft_array_value(Z_ARRVAL(event), "at");
		events[count++] = (isoft_hook_event){
			.identity = isoft_hook_event_identity(delivery, object),
			.at = at ? Z_LVAL_P(at) : 0,
		};
		add_next_index_zval(list, &event);
	}
	ZEND_HASH_FOREACH_END();
}

/* Adds the events that are no repeats, and each of them once. */
static void add_new_events(zval *result, const isoft_hook_event *events, HashTable *list)
{
	HashTable given;
	size_t number = 0;
	zval *event;

	zend_hash_init(&given, 8, NULL, NULL, false);
	ZEND_HASH_FOREACH_VAL(list, event) {
		const isoft_hook_event *facts = &events[number++];

		if (!facts->repeated && (!facts->identity || zend_hash_add_empty_element(&given, facts->identity))) {
			Z_TRY_ADDREF_P(event);
			add_next_index_zval(result, event);
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_hash_destroy(&given);
}

static void read_events(zval *result, const char *account, const isoft_hook_delivery *delivery)
{
	size_t count = zend_hash_num_elements(delivery->objects);
	isoft_hook_event *events = safe_emalloc(count, sizeof(*events), sizeof(*events));
	zval list;

	array_init(&list);
	make_events(events, &list, delivery);
	isoft_hook_repeats_check(account, events, count);
	add_new_events(result, events, Z_ARRVAL(list));
	for (size_t i = 0; i < count; i++) {
		if (events[i].identity) {
			zend_string_release(events[i].identity);
		}
	}
	efree(events);
	zval_ptr_dtor(&list);
}

/* Returns false with an exception thrown. The body of a verification may be anything. */
static bool receive_body(zval *events, const char *account, const zend_string *body, bool verifies)
{
	isoft_hook_delivery delivery;
	isoft_failure failure;

	if (isoft_hook_delivery_read(&delivery, body, &failure)) {
		read_events(events, account, &delivery);
		isoft_hook_delivery_free(&delivery);
		return true;
	}
	if (!verifies) {
		isoft_throw_argument(&failure, 3);
	}
	return verifies;
}

/* Returns false with an exception thrown. */
static bool receive(zval *result, const char *account, HashTable *headers, const zend_string *body)
{
	zval answer, events;
	bool verifies;

	array_init(&answer);
	if (!isoft_hook_headers_answer(&answer, headers, 2)) {
		zval_ptr_dtor(&answer);
		return false;
	}
	array_init(&events);
	verifies = zend_hash_num_elements(Z_ARRVAL(answer)) > 0;
	array_init(result);
	add_assoc_bool(result, "verify", verifies);
	add_assoc_zval(result, "headers", &answer);
	add_assoc_zval(result, "events", &events);
	return receive_body(isoft_array_member(Z_ARRVAL_P(result), "events"), account, body, verifies);
}

PHP_FUNCTION(infusionsoft_hook_receive)
{
	zend_string *url, *body, *account_name = NULL;
	HashTable *headers;
	const char *account;

	ZEND_PARSE_PARAMETERS_START(3, 4)
		Z_PARAM_STR(url)
		Z_PARAM_ARRAY_HT(headers)
		Z_PARAM_STR(body)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 4);
	if (!account || !check_mark(account, url) || !receive(return_value, account, headers, body)) {
		RETURN_THROWS();
	}
}
