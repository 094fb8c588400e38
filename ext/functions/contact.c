#include "php_infusionsoft.h"

#include "client/custom_fields.h"
#include "client/search.h"
#include "client/send.h"
#include "functions/arguments.h"
#include "keap/contact.h"
#include "keap/contact_schema.h"
#include "keap/ids.h"
#include "keap/url.h"
#include "support/exceptions.h"
#include "support/suggest.h"

#define CONTACTS "/rest/v2/contacts"

static const char *option(const void *names, size_t index)
{
	return ((const char *const *)names)[index];
}

static bool check_duplicate_option(const zend_string *given, uint32_t position)
{
	const char *nearest;

	for (const char *const *known = isoft_duplicate_options; *known; known++) {
		if (zend_string_equals_cstr(given, *known, strlen(*known))) {
			return true;
		}
	}
	nearest = isoft_suggest(ZSTR_VAL(given), option, isoft_duplicate_options);
	zend_argument_value_error(position, "must be \"Email\", \"EmailAndName\", \"EmailAndNameAndCompany\" or null%s%s%s",
		nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
	return false;
}

/* Checks and writes the query of a call that replies with a contact. False: thrown, and the query is empty. */
static bool write_query(smart_str *query, const zend_string *duplicate_option, uint32_t option_position,
	HashTable *fields, uint32_t fields_position)
{
	zend_string *joined;

	if (duplicate_option && !check_duplicate_option(duplicate_option, option_position)) {
		return false;
	}
	if (!isoft_fields(fields, fields_position, &joined)) {
		return false;
	}
	if (duplicate_option) {
		isoft_query_add(query, "duplicate_option", ZSTR_VAL(duplicate_option), ZSTR_LEN(duplicate_option));
	}
	if (joined) {
		isoft_query_add(query, "fields", ZSTR_VAL(joined), ZSTR_LEN(joined));
		zend_string_release(joined);
	}
	smart_str_0(query);
	return true;
}

static const char *text_of(const smart_str *query)
{
	return query->s ? ZSTR_VAL(query->s) : NULL;
}

/* Everything is checked before Keap is asked what the names of custom fields mean. False: thrown. */
static bool build_body(HashTable *contact, const char *account, zval *body)
{
	HashTable *by_id;
	isoft_failure failure;
	bool built = isoft_contact_body(contact, body, &failure);

	if (built && isoft_custom_fields_has_names(contact)) {
		zval_ptr_dtor(body);
		by_id = isoft_custom_fields_by_id(contact, account, 1);
		if (!by_id) {
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

PHP_FUNCTION(infusionsoft_contact_create)
{
	HashTable *contact, *fields = NULL;
	zend_string *duplicate_option = NULL, *account_name = NULL;
	const char *account;
	smart_str query = {0};
	zval body;

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_ARRAY_HT(contact)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(duplicate_option)
		Z_PARAM_ARRAY_HT_OR_NULL(fields)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 4);
	if (!account || !write_query(&query, duplicate_option, 2, fields, 3)) {
		RETURN_THROWS();
	}
	if (build_body(contact, account, &body)) {
		isoft_send_for_array(
			&(isoft_call){
				.account = account,
				.method = "POST",
				.path = CONTACTS,
				.query = text_of(&query),
				.body = &body,
				.body_position = 1,
				.repeatable = duplicate_option && isoft_contact_can_be_matched(Z_ARRVAL(body)),
			},
			return_value);
		isoft_custom_fields_invalidate_on_rejection(contact, account);
		zval_ptr_dtor(&body);
	}
	smart_str_free(&query);
}

PHP_FUNCTION(infusionsoft_contact_get)
{
	zend_string *account_name = NULL;
	zval *id_given;
	HashTable *fields = NULL;
	const char *account;
	smart_str query = {0};
	char id[ISOFT_ID_SIZE], path[64];

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ZVAL(id_given)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_NULL(fields)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 3);
	if (!account || !isoft_id_argument(id, id_given, "contact id", 1) || !write_query(&query, NULL, 0, fields, 2)) {
		RETURN_THROWS();
	}
	snprintf(path, sizeof(path), CONTACTS "/%s", id);
	isoft_send_for_array(
		&(isoft_call){.account = account, .method = "GET", .path = path, .query = text_of(&query), .repeatable = true},
		return_value);
	smart_str_free(&query);
}

PHP_FUNCTION(infusionsoft_contact_delete)
{
	zend_string *account_name = NULL;
	zval *id_given, reply;
	const char *account;
	char id[ISOFT_ID_SIZE], path[64];

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ZVAL(id_given)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 2);
	if (!account || !isoft_id_argument(id, id_given, "contact id", 1)) {
		RETURN_THROWS();
	}
	snprintf(path, sizeof(path), CONTACTS "/%s", id);
	if (isoft_send(&(isoft_call){.account = account, .method = "DELETE", .path = path, .repeatable = true}, &reply)) {
		zval_ptr_dtor(&reply);
	}
}

static zend_long id_of(HashTable *contact)
{
	zval *id = zend_hash_str_find(contact, "id", 2);

	return id ? zval_get_long(id) : 0;
}

/* The contact with the address that is searched for and, of several, the lowest id. */
typedef struct {
	const zend_string *email;
	zval *best;
} address_search;

static void take_best(void *context, zval *contact)
{
	address_search *search = context;

	if (id_of(Z_ARRVAL_P(contact)) && isoft_contact_has_email(Z_ARRVAL_P(contact), search->email)
		&& (Z_TYPE_P(search->best) == IS_NULL || id_of(Z_ARRVAL_P(contact)) < id_of(Z_ARRVAL_P(search->best)))) {
		zval_ptr_dtor(search->best);
		ZVAL_COPY(search->best, contact);
	}
}

PHP_FUNCTION(infusionsoft_contact_find)
{
	zend_string *email, *account_name = NULL;
	const char *account;
	isoft_failure failure;
	smart_str filter = {0};

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(email)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 2);
	if (!account) {
		RETURN_THROWS();
	}
	if (!isoft_contact_email_check(email, &failure)) {
		isoft_throw_argument(&failure, 1);
		RETURN_THROWS();
	}
	smart_str_appends(&filter, "email==");
	smart_str_append(&filter, email);
	smart_str_0(&filter);
	RETVAL_NULL();
	if (!isoft_search_run(&(isoft_search){
			.account = account,
			.path = CONTACTS,
			.filter = ZSTR_VAL(filter.s),
			.list = "contacts",
			.look = take_best,
			.context = &(address_search){.email = email, .best = return_value},
		})) {
		zval_ptr_dtor(return_value);
		ZVAL_UNDEF(return_value);
	}
	smart_str_free(&filter);
}
