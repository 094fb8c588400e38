#include "php_infusionsoft.h"

#include <sodium.h>

#include "auth/credential.h"
#include "auth/exchange.h"
#include "auth/refresh.h"
#include "auth/reseal.h"
#include "auth/store_cache.h"
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

/* How long a write by hand waits for an exchange that is under way. */
enum { LOCK_WAIT_MS = ISOFT_EXCHANGE_BOUND_MS + ISOFT_EXCHANGE_GRACE_MS };

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

/* Opens the store, making it where there is none. False: thrown. */
static bool open_for_writing(isoft_store **store)
{
	isoft_failure failure;

	if (isoft_store_cache_open(true, store, &failure) == ISOFT_STORE_OK) {
		return true;
	}
	isoft_throw(&failure);
	return false;
}

PHP_FUNCTION(infusionsoft_authorize)
{
	zend_string *code, *redirect_uri, *account_name = NULL;
	const char *account;
	isoft_store *store;
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
	if (!isoft_exchange_possible(&failure)) {
		isoft_throw(&failure);
		RETURN_THROWS();
	}
	if (!open_for_writing(&store)) {
		RETURN_THROWS();
	}
	if (!isoft_refresh_by_code(store, account, ZSTR_VAL(code), ZSTR_VAL(redirect_uri), &failure)) {
		isoft_throw(&failure);
		RETURN_THROWS();
	}
	isoft_id_cache_clear();
	isoft_status_fill(return_value, account);
}

/* Takes the account's lock. False: thrown. */
static bool lock_account(isoft_store *store, const char *account, isoft_lock *lock)
{
	isoft_failure failure;
	isoft_store_status status = isoft_store_lock(store, account, LOCK_WAIT_MS, lock, &failure);

	if (status == ISOFT_STORE_BUSY) {
		isoft_fail(&failure, ISOFT_FAILURE_STORE,
			"Another process has been refreshing account \"%s\" for over %d s: try again", account,
			LOCK_WAIT_MS / 1000);
	}
	if (status == ISOFT_STORE_OK) {
		return true;
	}
	isoft_throw(&failure);
	return false;
}

/* Under the lock, so nothing in here is Zend's. */
static bool write_grant(isoft_store *store, const isoft_lock *lock, isoft_grant *grant, isoft_failure *failure)
{
	const isoft_backoff none = {0, 0};
	unsigned char bytes[ISOFT_RECORD_MAX];
	size_t length;
	bool written;

	grant->token_serial = isoft_grant_next_serial(store, lock->account);
	length = isoft_grant_encode(grant, bytes);
	written = isoft_store_write(
		store, lock, bytes, length, isoft_grant_due_at(grant, isoft_settings_now()->refresh_margin), failure);
	if (written) {
		isoft_store_set_backoff(store, lock, none, failure);
	}
	sodium_memzero(bytes, length);
	return written;
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
	isoft_store *store;
	isoft_failure failure;
	isoft_lock lock;
	bool written;

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
	if (!open_for_writing(&store) || !lock_account(store, account, &lock)) {
		RETURN_THROWS();
	}
	written = write_grant(store, &lock, &reply.grant, &failure);
	isoft_store_unlock(store, &lock);
	if (!written) {
		isoft_throw(&failure);
		RETURN_THROWS();
	}
	isoft_id_cache_clear();
	isoft_status_fill(return_value, account);
}

static bool refresh_now(const char *account, bool force, isoft_failure *failure)
{
	isoft_store *store;
	isoft_record record;
	isoft_grant grant;
	isoft_store_status found = isoft_store_cache_open(false, &store, failure);
	isoft_grant_state state;
	int64_t token_serial;
	int64_t margin = isoft_settings_now()->refresh_margin;
	bool previous_key;

	if (found == ISOFT_STORE_OK) {
		found = isoft_store_read(store, account, &record, failure);
	}
	if (found == ISOFT_STORE_MISSING) {
		return isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION, ISOFT_MSG_NO_GRANT, account);
	}
	if (found != ISOFT_STORE_OK) {
		return false;
	}
	if (!isoft_grant_decode(&record, &grant)) {
		isoft_record_wipe(&record);
		return isoft_fail(failure, ISOFT_FAILURE_STORE, ISOFT_MSG_UNKNOWN_RECORD, account);
	}
	state = isoft_grant_state_at(&grant, isoft_clock_wall(), margin);
	token_serial = grant.token_serial;
	previous_key = record.previous_key;
	isoft_record_wipe(&record);
	if (grant.kind == ISOFT_GRANT_API_KEY || (state == ISOFT_GRANT_VALID && !force)) {
		return !previous_key || isoft_reseal(store, account, margin, failure);
	}
	return isoft_refresh(store, account, token_serial, force, failure);
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
	if (!isoft_fake_is_on() && !isoft_credential_is_configured(account) && !refresh_now(account, force, &failure)) {
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

/* Whether there was anything, a damaged record included. False with a thrown exception where it cannot be told or done.
 */
static bool forget(isoft_store *store, const char *account)
{
	isoft_record record;
	isoft_failure failure;
	isoft_lock lock;
	bool erased;

	if (isoft_store_read(store, account, &record, &failure) == ISOFT_STORE_MISSING) {
		return false;
	}
	isoft_record_wipe(&record);
	if (!lock_account(store, account, &lock)) {
		return false;
	}
	erased = isoft_store_erase(store, &lock, &failure);
	isoft_store_unlock(store, &lock);
	if (!erased) {
		isoft_throw(&failure);
	}
	return erased;
}

PHP_FUNCTION(infusionsoft_token_forget)
{
	zend_string *account_name = NULL;
	const char *account;
	isoft_store *store;
	isoft_failure failure;
	isoft_store_status found;

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
	found = isoft_store_cache_open(false, &store, &failure);
	if (found == ISOFT_STORE_FAILED) {
		isoft_throw(&failure);
		RETURN_THROWS();
	}
	RETURN_BOOL(found == ISOFT_STORE_OK && forget(store, account));
}
