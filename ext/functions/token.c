#include "php_infusionsoft.h"

#include <sodium.h>

#include "auth/credential.h"
#include "auth/grant_change.h"
#include "auth/refresh.h"
#include "auth/token_reply.h"
#include "client/fake.h"
#include "client/id_cache.h"
#include "client/trace.h"
#include "functions/arguments.h"
#include "functions/status.h"
#include "keap/url.h"
#include "net/endpoint.h"
#include "support/clock.h"
#include "support/exceptions.h"

/* Returns false with an exception thrown. */
static bool check_redirect_uri(const zend_string *uri, uint32_t position)
{
	isoft_failure failure;

	if (strlen(ZSTR_VAL(uri)) != ZSTR_LEN(uri)) {
		zend_argument_value_error(position, "must not contain NUL");
		return false;
	}
	if (isoft_redirect_check(ZSTR_VAL(uri), &failure)) {
		return true;
	}
	isoft_throw_argument(&failure, position);
	return false;
}

/* Returns the URL, which the caller owns; NULL with an exception thrown. */
static zend_string *build_authorize_url(const zend_string *redirect_uri, const zend_string *state)
{
	const isoft_settings *settings = isoft_settings_now();
	isoft_failure failure;
	smart_str url = {0};

	if (!*settings->client_id) {
		isoft_fail(&failure, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.client_id must be set in php.ini: it names the application registered with Keap");
		isoft_throw(&failure);
		return NULL;
	}
	if (!isoft_endpoint_check("infusionsoft.authorize_url", settings->authorize_url, &failure)) {
		isoft_throw(&failure);
		return NULL;
	}
	smart_str_appends(&url, settings->authorize_url);
	isoft_query_add(&url, "client_id", settings->client_id, strlen(settings->client_id));
	isoft_query_add(&url, "redirect_uri", ZSTR_VAL(redirect_uri), ZSTR_LEN(redirect_uri));
	isoft_query_add(&url, "response_type", "code", strlen("code"));
	isoft_query_add(&url, "scope", "full", strlen("full"));
	if (state) {
		isoft_query_add(&url, "state", ZSTR_VAL(state), ZSTR_LEN(state));
	}
	return smart_str_extract(&url);
}

PHP_FUNCTION(infusionsoft_authorize_url)
{
	zend_string *redirect_uri, *state = NULL, *account_name = NULL, *url;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(redirect_uri)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(state)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_redirect_uri(redirect_uri, 1) || !isoft_account(account_name, 3)) {
		RETURN_THROWS();
	}
	url = build_authorize_url(redirect_uri, state);
	if (!url) {
		RETURN_THROWS();
	}
	RETURN_STR(url);
}

/* Returns false with an exception thrown. */
static bool check_code(const zend_string *code)
{
	for (size_t i = 0; i < ZSTR_LEN(code); i++) {
		if (ZSTR_VAL(code)[i] < 0x21 || ZSTR_VAL(code)[i] > 0x7e) {
			zend_argument_value_error(
				1, "must be only the value of \"code\" in the callback's query: visible ASCII without blanks");
			return false;
		}
	}
	if (!ZSTR_LEN(code)) {
		zend_argument_value_error(1, "must not be empty: it is the \"code\" of the callback's query");
		return false;
	}
	return true;
}

/*
 * Exchanges the code and stores the grant; does nothing while calls are faked. Writes whether the exchange began.
 * Returns false with an exception thrown.
 */
static bool authorize(const char *account, const zend_string *code, const zend_string *redirect_uri, bool *began)
{
	isoft_failure failure;

	if (isoft_fake_is_on()) {
		return isoft_fake_check();
	}
	if (!isoft_refresh_by_code(account, ZSTR_VAL(code), ZSTR_VAL(redirect_uri), began, &failure)) {
		isoft_throw(&failure);
		return false;
	}
	isoft_id_cache_clear();
	return true;
}

PHP_FUNCTION(infusionsoft_authorize)
{
	zend_string *code, *redirect_uri, *account_name = NULL;
	const char *account;
	bool began = false;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(code)
		Z_PARAM_STR(redirect_uri)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	account = isoft_account(account_name, 3);
	if (!account || !check_code(code) || !check_redirect_uri(redirect_uri, 2)
		|| !authorize(account, code, redirect_uri, &began)) {
		if (began) {
			isoft_trace_refused(account);
		} else {
			isoft_trace_not_sent(account);
		}
		RETURN_THROWS();
	}
	isoft_status_fill(return_value, account);
}

/* Checks that the grant fits into a record of the store. Returns false with an exception thrown. */
static bool token_check_size(const isoft_grant *grant)
{
	unsigned char bytes[ISOFT_RECORD_MAX];
	size_t length = isoft_grant_encode(grant, bytes);

	sodium_memzero(bytes, sizeof(bytes));
	if (!length) {
		zend_argument_value_error(
			1, "must not be longer than the store can hold: %d bytes for both tokens together", ISOFT_RECORD_MAX - 512);
	}
	return length > 0;
}

/*
 * Checks the token and stores the grant; stores nothing while calls are faked. Returns false with an exception thrown.
 */
static bool token_import(const char *account, HashTable *token)
{
	isoft_token_reply reply;
	isoft_failure failure;

	if (!isoft_token_reply_import(&reply, token, isoft_clock_wall(), &failure)) {
		zend_argument_value_error(1, "is not a token reply of Keap: %s", failure.message);
		return false;
	}
	reply.grant.client_id = reply.grant.kind == ISOFT_GRANT_OAUTH2 ? isoft_settings_now()->client_id : NULL;
	if (!token_check_size(&reply.grant)) {
		return false;
	}
	if (isoft_fake_is_on()) {
		return isoft_fake_check();
	}
	if (!isoft_grant_replace(account, &reply.grant, &failure)) {
		isoft_throw(&failure);
		return false;
	}
	isoft_id_cache_clear();
	return true;
}

PHP_FUNCTION(infusionsoft_token_import)
{
	HashTable *token;
	zend_string *account_name = NULL;
	const char *account;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT(token)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 2);
	if (!account || !token_import(account, token)) {
		RETURN_THROWS();
	}
	isoft_status_fill(return_value, account);
}

/*
 * Refreshes the grant when that is due, or always with `force`, and logs the refresh. Does nothing for a configured API
 * key and while calls are faked. Returns false with an exception thrown.
 */
static bool token_refresh(const char *account, bool force)
{
	isoft_failure failure;

	if (!isoft_fake_check()) {
		return false;
	}
	if (!isoft_fake_is_on() && !isoft_credential_is_configured(account)
		&& !isoft_refresh_if_due(account, force, &failure)) {
		isoft_throw(&failure);
	}
	if (!isoft_trace_log_refresh(account)) {
		isoft_trace_not_sent(account);
	}
	return !EG(exception);
}

PHP_FUNCTION(infusionsoft_token_refresh)
{
	bool force = false;
	zend_string *account_name = NULL;
	const char *account;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(force)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END_EX(isoft_trace_refused(NULL); RETURN_THROWS());

	account = isoft_account(account_name, 2);
	if (!account) {
		isoft_trace_refused(account);
		RETURN_THROWS();
	}
	if (!token_refresh(account, force)) {
		RETURN_THROWS();
	}
	isoft_status_fill(return_value, account);
}

PHP_FUNCTION(infusionsoft_token_status)
{
	zend_string *account_name = NULL;
	const char *account;
	isoft_failure failure;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	if (!account_name && !isoft_account_setting_check(&failure)) {
		isoft_status_fill_wrong_setting(return_value, &failure);
		return;
	}
	account = isoft_account(account_name, 1);
	if (!account) {
		RETURN_THROWS();
	}
	isoft_status_fill(return_value, account);
}

PHP_FUNCTION(infusionsoft_accounts)
{
	ZEND_PARSE_PARAMETERS_NONE();
	if (!isoft_status_list(return_value)) {
		RETURN_THROWS();
	}
}

/* Erases nothing while calls are faked, when each account has a grant. Returns false with an exception thrown. */
static bool token_forget(const char *account, bool *erased)
{
	isoft_failure failure;

	*erased = true;
	if (isoft_fake_is_on()) {
		return isoft_fake_check();
	}
	if (!isoft_grant_erase(account, erased, &failure)) {
		isoft_throw(&failure);
		return false;
	}
	return true;
}

PHP_FUNCTION(infusionsoft_token_forget)
{
	zend_string *account_name = NULL;
	const char *account;
	bool erased;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 1);
	if (!account || !token_forget(account, &erased)) {
		RETURN_THROWS();
	}
	RETURN_BOOL(erased);
}
