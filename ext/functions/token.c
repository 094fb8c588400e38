#include "php_infusionsoft.h"

#include <sodium.h>

#include "auth/credential.h"
#include "auth/grant_record.h"
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

PHP_FUNCTION(infusionsoft_authorize_url)
{
	const isoft_settings *settings = isoft_settings_now();
	zend_string *redirect_uri, *state = NULL, *account_name = NULL;
	isoft_failure failure;
	smart_str url = {0};

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(redirect_uri)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(state)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_redirect_uri(redirect_uri, 1) || !isoft_account(account_name, 3)) {
		RETURN_THROWS();
	}
	if (!*settings->client_id) {
		isoft_fail(&failure, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.client_id must be set in php.ini: it names the application "
			"registered with Keap");
		isoft_throw(&failure);
		RETURN_THROWS();
	}
	if (!isoft_endpoint_check("infusionsoft.authorize_url", settings->authorize_url, &failure)) {
		isoft_throw(&failure);
		RETURN_THROWS();
	}
	smart_str_appends(&url, settings->authorize_url);
	isoft_query_add(&url, "client_id", settings->client_id, strlen(settings->client_id));
	isoft_query_add(&url, "redirect_uri", ZSTR_VAL(redirect_uri), ZSTR_LEN(redirect_uri));
	isoft_query_add(&url, "response_type", "code", strlen("code"));
	isoft_query_add(&url, "scope", "full", strlen("full"));
	if (state) {
		isoft_query_add(&url, "state", ZSTR_VAL(state), ZSTR_LEN(state));
	}
	RETURN_STR(smart_str_extract(&url));
}

static bool check_code(const zend_string *code)
{
	for (size_t i = 0; i < ZSTR_LEN(code); i++) {
		if (ZSTR_VAL(code)[i] < 0x21 || ZSTR_VAL(code)[i] > 0x7e) {
			zend_argument_value_error(
				1, "must be the code alone, as the callback's query has it: visible ASCII without blanks");
			return false;
		}
	}
	if (!ZSTR_LEN(code)) {
		zend_argument_value_error(1, "must not be empty: it is the \"code\" of the callback's query");
		return false;
	}
	return true;
}

PHP_FUNCTION(infusionsoft_authorize)
{
	zend_string *code, *redirect_uri, *account_name = NULL;
	const char *account;
	isoft_failure failure;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(code)
		Z_PARAM_STR(redirect_uri)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 3);
	if (!account || !check_code(code) || !check_redirect_uri(redirect_uri, 2)) {
		RETURN_THROWS();
	}
	if (isoft_fake_is_on()) {
		isoft_status_fill(return_value, account);
		return;
	}
	if (!isoft_refresh_by_code(account, ZSTR_VAL(code), ZSTR_VAL(redirect_uri), &failure)) {
		isoft_throw(&failure);
		RETURN_THROWS();
	}
	isoft_id_cache_clear();
	isoft_status_fill(return_value, account);
}

static bool check_size(const isoft_grant *grant)
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

PHP_FUNCTION(infusionsoft_token_import)
{
	HashTable *token;
	zend_string *account_name = NULL;
	const char *account;
	isoft_token_reply reply;
	isoft_failure failure;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT(token)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 2);
	if (!account) {
		RETURN_THROWS();
	}
	if (!isoft_token_reply_import(&reply, token, isoft_clock_wall(), &failure)) {
		zend_argument_value_error(1, "is no token reply of Keap's: %s", failure.message);
		RETURN_THROWS();
	}
	reply.grant.client_id = reply.grant.kind == ISOFT_GRANT_OAUTH2 ? isoft_settings_now()->client_id : NULL;
	if (!check_size(&reply.grant)) {
		RETURN_THROWS();
	}
	if (isoft_fake_is_on()) {
		isoft_status_fill(return_value, account);
		return;
	}
	if (!isoft_grant_replace(account, &reply.grant, &failure)) {
		isoft_throw(&failure);
		RETURN_THROWS();
	}
	isoft_id_cache_clear();
	isoft_status_fill(return_value, account);
}

PHP_FUNCTION(infusionsoft_token_refresh)
{
	bool force = false;
	zend_string *account_name = NULL;
	const char *account;
	isoft_failure failure;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(force)
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 2);
	if (!account) {
		RETURN_THROWS();
	}
	if (!isoft_fake_is_on() && !isoft_credential_is_configured(account)
		&& !isoft_refresh_if_due(account, force, &failure)) {
		isoft_throw(&failure);
	}
	isoft_trace_log_refresh(account);
	if (EG(exception)) {
		RETURN_THROWS();
	}
	isoft_status_fill(return_value, account);
}

PHP_FUNCTION(infusionsoft_token_status)
{
	zend_string *account_name = NULL;
	const char *account;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 1);
	if (account) {
		isoft_status_fill(return_value, account);
	}
}

PHP_FUNCTION(infusionsoft_accounts)
{
	ZEND_PARSE_PARAMETERS_NONE();
	isoft_status_list(return_value);
}

PHP_FUNCTION(infusionsoft_token_forget)
{
	zend_string *account_name = NULL;
	const char *account;
	isoft_failure failure;
	bool erased;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(account_name)
	ZEND_PARSE_PARAMETERS_END();

	account = isoft_account(account_name, 1);
	if (!account) {
		RETURN_THROWS();
	}
	if (isoft_fake_is_on()) {
		RETURN_TRUE;
	}
	if (!isoft_grant_erase(account, &erased, &failure)) {
		isoft_throw(&failure);
		RETURN_THROWS();
	}
	RETURN_BOOL(erased);
}
