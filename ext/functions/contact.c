#include "php_infusionsoft.h"

#include "client/custom_fields.h"
#include "client/search.h"
#include "client/send.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "functions/contact.h"
#include "keap/contact.h"
#include "keap/contact_plain.h"
#include "keap/contact_schema.h"
#include "keap/ids.h"
#include "keap/url.h"
#include "support/array.h"
#include "support/exceptions.h"
#include "support/suggest.h"

static const char *duplicate_option_at(const void *names, size_t index)
{
	return ((const char *const *)names)[index];
}

bool isoft_contact_check_option(const zend_string *option, uint32_t position, bool or_null)
{
	char tail[ISOFT_SUGGEST_TAIL_SIZE];

	for (const char *const *known = isoft_duplicate_options; *known; known++) {
		if (zend_string_equals_cstr(option, *known, strlen(*known))) {
			return true;
		}
	}
	zend_argument_value_error(position, "must be \"Email\", \"EmailAndName\"%s \"EmailAndNameAndCompany\"%s%s",
		or_null ? "," : " or", or_null ? " or null" : "",
		isoft_suggest_tail(tail, isoft_suggest(ZSTR_VAL(option), duplicate_option_at, isoft_duplicate_options)));
	return false;
}

/* Writes the query of a call that returns a contact. */
static void contact_write_query(smart_str *query, const char *duplicate_option, const zend_string *fields)
{
	if (duplicate_option) {
		isoft_query_add(query, "duplicate_option", duplicate_option, strlen(duplicate_option));
	}
	if (fields) {
		isoft_query_add(query, "fields", ZSTR_VAL(fields), ZSTR_LEN(fields));
	}
	smart_str_0(query);
}

HashTable *isoft_contact_given(HashTable *contact, uint32_t position)
{
	isoft_failure failure;
	HashTable *given = isoft_contact_plain(contact, &failure);

	if (!given) {
		isoft_throw_argument(&failure, position);
	}
	return given;
}

isoft_due isoft_contact_due(const zend_string *fields)
{
	const char *name = fields ? ZSTR_VAL(fields) : "id";
	size_t length;

	for (; *name; name += length + (name[length] == ',')) {
		length = strcspn(name, ",");
		if (length == strlen("id") && memcmp(name, "id", length) == 0) {
			return ISOFT_DUE_ID;
		}
	}
	return ISOFT_DUE_ARRAY;
}

bool isoft_contact_build_body(HashTable *contact, const char *account, zval *body)
{
	HashTable *by_id;
	isoft_failure failure;
	bool built = isoft_contact_body(contact, body, &failure);

	if (built && isoft_custom_fields_has_names(contact)) {
		zval_ptr_dtor(body);
		by_id = isoft_custom_fields_by_id(contact, account, 1);
		if (!by_id) {
			ZVAL_UNDEF(body);
			return false;
		}
		built = isoft_contact_body(by_id, body, &failure);
		zend_array_release(by_id);
	}
	if (!built) {
		isoft_throw_argument(&failure, 1);
	}
	return built;
}

bool isoft_contact_post(
	const char *account, HashTable *contact, zval *body, const char *option, const zend_string *fields, zval *result)
{
	smart_str query = {0};
	bool created;

	contact_write_query(&query, option, fields);
	created = isoft_send_for_array(
		&(isoft_call){
			.account = account,
			.operation = "createContact",
			.method = "POST",
			.path = ISOFT_CONTACTS,
			.query = isoft_query_text(&query),
			.body = body,
			.body_position = 1,
			.due = isoft_contact_due(fields),
			.repeatable = option && !isoft_contact_missing_for_match(Z_ARRVAL_P(body), option),
		},
		result);
	isoft_custom_fields_invalidate_on_rejection(contact, account);
	smart_str_free(&query);
	return created;
}

/* Returns false with an exception thrown. */
static bool contact_create(
	const char *account, HashTable *contact, const char *option, const zend_string *fields, zval *result)
{
	HashTable *given = isoft_contact_given(contact, 1);
	zval body;
	bool created;

	if (!given) {
		return false;
	}
	created = isoft_contact_build_body(given, account, &body);
	if (created) {
		created = isoft_contact_post(account, given, &body, option, fields, result);
		zval_ptr_dtor(&body);
	}
	zend_array_release(given);
	return created;
}

PHP_FUNCTION(infusionsoft_contact_create)
{
	HashTable *contact, *fields = NULL;
	zend_string *duplicate_option = NULL, *account_name = NULL, *joined;
	const char *account;
	bool created;

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_ARRAY_HT(contact)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(duplicate_option)
		Z_PARAM_ARRAY_HT_OR_NULL(fields)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	account = isoft_account(account_name, 4);
	if (!account || (duplicate_option && !isoft_contact_check_option(duplicate_option, 2, true))
		|| !isoft_fields(fields, 3, &joined)) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
	created =
		contact_create(account, contact, duplicate_option ? ZSTR_VAL(duplicate_option) : NULL, joined, return_value);
	if (joined) {
		zend_string_release(joined);
	}
	if (!created) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
}

bool isoft_contact_fetch(const char *account, const char *id, const zend_string *fields, zval *result)
{
	char path[ISOFT_CONTACT_PATH_SIZE];
	smart_str query = {0};
	bool got;

	snprintf(path, sizeof(path), ISOFT_CONTACTS "/%s", id);
	contact_write_query(&query, NULL, fields);
	got = isoft_send_for_array(&(isoft_call){.account = account,
								   .operation = "getContact",
								   .method = "GET",
								   .path = path,
								   .query = isoft_query_text(&query),
								   .due = isoft_contact_due(fields),
								   .repeatable = true},
		result);
	smart_str_free(&query);
	return got;
}

PHP_FUNCTION(infusionsoft_contact_get)
{
	zend_string *account_name = NULL, *joined;
	zval *id_argument;
	HashTable *fields = NULL;
	const char *account;
	char id[ISOFT_ID_SIZE];
	bool got;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ZVAL(id_argument)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_NULL(fields)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	account = isoft_account(account_name, 3);
	if (!account || !isoft_id_argument(id, id_argument, "contact id", 1) || !isoft_fields(fields, 2, &joined)) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
	got = isoft_contact_fetch(account, id, joined, return_value);
	if (joined) {
		zend_string_release(joined);
	}
	if (!got) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
}

/* Returns false with an exception thrown. */
static bool contact_delete(const char *account, const char *id)
{
	char path[ISOFT_CONTACT_PATH_SIZE];
	zval reply;

	snprintf(path, sizeof(path), ISOFT_CONTACTS "/%s", id);
	if (!isoft_send(
			&(isoft_call){
				.account = account, .operation = "deleteContact", .method = "DELETE", .path = path, .repeatable = true},
			&reply)) {
		return false;
	}
	zval_ptr_dtor(&reply);
	return true;
}

PHP_FUNCTION(infusionsoft_contact_delete)
{
	zend_string *account_name = NULL;
	zval *id_argument;
	const char *account;
	char id[ISOFT_ID_SIZE];

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ZVAL(id_argument)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	account = isoft_account(account_name, 2);
	if (!account || !isoft_id_argument(id, id_argument, "contact id", 1) || !contact_delete(account, id)) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
}

/* The contact's id as a number; 0 when it has none. */
static zend_long contact_number(HashTable *contact)
{
	zval *id = isoft_array_member(contact, "id");

	return id ? zval_get_long(id) : 0;
}

/* Of the contacts with the address, `best` is the one with the lowest id so far, or null. */
typedef struct {
	zend_string *email;
	zval *best;
} address_search;

static void contact_take_best(void *context, zval *contact)
{
	address_search *search = context;
	zend_long number = contact_number(Z_ARRVAL_P(contact));

	if (number && isoft_contact_has_email(Z_ARRVAL_P(contact), search->email)
		&& (Z_TYPE_P(search->best) == IS_NULL || number < contact_number(Z_ARRVAL_P(search->best)))) {
		zval_ptr_dtor(search->best);
		ZVAL_COPY(search->best, contact);
	}
}

/* Writes the contact, or null. Returns false with an exception thrown; the result is then UNDEF. */
static bool contact_find(const char *account, zend_string *email, zval *result)
{
	smart_str filter = {0};
	bool searched;

	smart_str_appends(&filter, "email==");
	smart_str_append(&filter, email);
	smart_str_0(&filter);
	ZVAL_NULL(result);
	searched = isoft_search_run(&(isoft_search){
		.account = account,
		.operation = "listContacts",
		.path = ISOFT_CONTACTS,
		.filter = ZSTR_VAL(filter.s),
		.list = "contacts",
		.look = contact_take_best,
		.context = &(address_search){.email = email, .best = result},
	});
	smart_str_free(&filter);
	if (!searched) {
		zval_ptr_dtor(result);
		ZVAL_UNDEF(result);
	}
	return searched;
}

PHP_FUNCTION(infusionsoft_contact_find)
{
	zend_string *email, *account_name = NULL;
	const char *account;
	isoft_failure failure;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(email)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	account = isoft_account(account_name, 2);
	if (!account) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
	if (!isoft_contact_email_check(email, &failure)) {
		isoft_throw_argument(&failure, 1);
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
	if (!contact_find(account, email, return_value)) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
}
