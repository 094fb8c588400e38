#include "php.h"

#include "auth/exchange.h"

#include <sodium.h>

#include "auth/grant_record.h"
#include "auth/stats.h"
#include "auth/token_reply.h"
#include "auth/token_result.h"
#include "net/endpoint.h"
#include "net/form.h"
#include "net/transport.h"
#include "php_infusionsoft.h"
#include "support/assert.h"
#include "support/clock.h"
#include "support/crash_point.h"
#include "support/settings.h"

enum {
	CONNECT_TIMEOUT_MS = 20000,
	REPLY_CAP = 64 * 1024, /* bytes */
	FORM_CAP = 32 * 1024,  /* bytes */
	RETRY_PAUSE_MS = 250,
	SEND_TRIES_MAX = 3,
	SAVE_TRIES_MAX = 5,
	BACKOFF_FAILURES_MAX = 16
};

bool isoft_exchange_possible(isoft_failure *failure)
{
	const isoft_settings *settings = isoft_settings_now();

	if (!*settings->client_id || !*isoft_secret(ISOFT_SECRET_CLIENT_SECRET)) {
		return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"infusionsoft.client_id and infusionsoft.client_secret must be set in php.ini: they are the keys of the "
			"application registered with Keap");
	}
	return isoft_endpoint_check("infusionsoft.token_url", settings->token_url, failure);
}

/* Appends `client_id:client_secret` as base64. */
static bool exchange_append_credentials(isoft_buffer *header, const isoft_buffer *pair)
{
	char encoded[FORM_CAP];
	bool added;

	if (sodium_base64_encoded_len(pair->length, sodium_base64_VARIANT_ORIGINAL) > sizeof(encoded)) {
		return false;
	}
	sodium_bin2base64(
		encoded, sizeof(encoded), (const unsigned char *)pair->data, pair->length, sodium_base64_VARIANT_ORIGINAL);
	added = isoft_buffer_append_text(header, encoded);
	sodium_memzero(encoded, sizeof(encoded));
	return added;
}

/* Appends "Authorization: Basic …" with the client's id and secret. */
static bool append_basic(isoft_buffer *header)
{
	isoft_buffer pair;
	bool added;

	isoft_buffer_init(&pair, FORM_CAP);
	added = isoft_buffer_append_text(&pair, isoft_settings_now()->client_id) && isoft_buffer_append_text(&pair, ":")
		&& isoft_buffer_append_text(&pair, isoft_secret(ISOFT_SECRET_CLIENT_SECRET))
		&& isoft_buffer_append_text(header, "Authorization: Basic ") && exchange_append_credentials(header, &pair);
	isoft_buffer_wipe(&pair);
	return added;
}

/* Keap accepts client_id and client_secret only in the body for a code, and only in the header for a refresh. */
static bool write_form(
	const isoft_exchange *exchange, const char *refresh_token, isoft_buffer *form, isoft_buffer *basic)
{
	if (!exchange->code) {
		return isoft_form_add(form, "grant_type", "refresh_token")
			&& isoft_form_add(form, "refresh_token", refresh_token) && append_basic(basic);
	}
	return isoft_form_add(form, "client_id", isoft_settings_now()->client_id)
		&& isoft_form_add(form, "client_secret", isoft_secret(ISOFT_SECRET_CLIENT_SECRET))
		&& isoft_form_add(form, "code", exchange->code) && isoft_form_add(form, "grant_type", "authorization_code")
		&& isoft_form_add(form, "redirect_uri", exchange->redirect_uri);
}

/*
 * Tries again while nothing was sent, up to SEND_TRIES_MAX times within the bound. A request of which any byte was sent
 * is never repeated.
 */
static void send_until_sent(const isoft_request *request, isoft_reply *reply)
{
	isoft_transport *transport = isoft_transport_new();
	int64_t deadline = isoft_clock_monotonic_ms() + ISOFT_EXCHANGE_BOUND_MS;
	isoft_request bounded = *request;

	for (int tries = 1;; tries++) {
		bounded.timeout_ms = (long)(deadline - isoft_clock_monotonic_ms());
		isoft_crash_point("before_request");
		isoft_transport_perform(transport, &bounded, reply);
		isoft_crash_point("reply_read");
		if (reply->state != ISOFT_REPLY_NOT_SENT || tries == SEND_TRIES_MAX
			|| isoft_clock_monotonic_ms() + RETRY_PAUSE_MS * 4 > deadline) {
			break;
		}
		isoft_reply_wipe(reply);
		isoft_clock_sleep_ms(RETRY_PAUSE_MS);
	}
	isoft_transport_free(transport);
}

/* Returns false if the request does not fit into its buffers; nothing was sent then. */
static bool exchange_post(const isoft_exchange *exchange, const char *refresh_token, isoft_reply *reply)
{
	const char *headers[] = {"Content-Type: application/x-www-form-urlencoded", "Accept: application/json",
		"User-Agent: php-infusionsoft/" PHP_INFUSIONSOFT_VERSION, NULL, NULL};
	isoft_buffer form, basic;
	isoft_request request;
	bool written;

	isoft_buffer_init(&form, FORM_CAP);
	isoft_buffer_init(&basic, FORM_CAP);
	written = write_form(exchange, refresh_token, &form, &basic);
	if (written) {
		headers[3] = basic.data;
		request = (isoft_request){
			.method = "POST",
			.url = isoft_settings_now()->token_url,
			.headers = headers,
			.body = form.data,
			.body_length = form.length,
			.fresh = true,
			.connect_timeout_ms = CONNECT_TIMEOUT_MS,
			.ca_file = isoft_settings_now()->ca_file,
			.reply_cap = REPLY_CAP,
		};
		send_until_sent(&request, reply);
	}
	isoft_buffer_wipe(&form);
	isoft_buffer_wipe(&basic);
	return written;
}

/* The new pair exists only in memory here, so one failed write or a store replaced meanwhile must not lose it. */
static void store_new_grant(const isoft_exchange *exchange, isoft_grant *grant, isoft_failure *outcome)
{
	isoft_failure ignored_failure;
	bool ignored;

	grant->client_id = isoft_settings_now()->client_id;
	for (int tries = 0; tries < SAVE_TRIES_MAX; tries++) {
		if (isoft_grant_save(exchange->store, exchange->lock, grant, 0, outcome)) {
			isoft_grant_clear_backoff(exchange->store, exchange->lock);
			outcome->kind = ISOFT_FAILURE_NONE;
			return;
		}
		isoft_clock_sleep_ms(RETRY_PAUSE_MS);
		/* Best effort: the next save reports what is wrong. */
		ignored = isoft_store_follow(exchange->store, exchange->lock, RETRY_PAUSE_MS, &ignored_failure);
		(void)ignored;
	}
}

/* What the outcome says of the old grant. A refusal removes the begin mark: Keap's answer is then known. */
static void note_failure(
	isoft_grant *grant, isoft_token_result_meaning meaning, int64_t now, int64_t earlier_begun_at, const char *message)
{
	switch (meaning) {
		case ISOFT_TOKEN_RESULT_REFUSED:
			grant->refused_at = now;
			grant->refusals += grant->refusals < INT64_MAX;
			grant->begun_at = grant->lost_at = grant->client_refused_at = 0;
			break;
		case ISOFT_TOKEN_RESULT_CLIENT_REFUSED:
			grant->client_refused_at = now;
			grant->begun_at = earlier_begun_at;
			break;
		case ISOFT_TOKEN_RESULT_NOTHING_HAPPENED:
			grant->begun_at = earlier_begun_at;
			break;
		default:
			grant->lost_at = now;
	}
	/* A refusal is worth more to a person than the failure of a try after it. */
	if (meaning == ISOFT_TOKEN_RESULT_REFUSED || !grant->refused_at) {
		grant->last_error = message;
	}
}

/*
 * Saves the old grant with the error, and sets the back-off; the pause after a refusal (auth/grant) replaces it. Best
 * effort: the caller gets the outcome in any case, and a failed write leaves the old record intact.
 */
static void store_failed_refresh(const isoft_exchange *exchange, isoft_grant *grant, const isoft_failure *outcome)
{
	isoft_backoff backoff = isoft_store_backoff(exchange->store, exchange->lock->account);
	int64_t now = isoft_clock_wall();
	isoft_failure ignored_failure;
	bool ignored;

	backoff.failures = MIN(backoff.failures + 1, BACKOFF_FAILURES_MAX);
	backoff.until = now + MIN(MAX(1 << backoff.failures, outcome->retry_after), ISOFT_EXCHANGE_BACKOFF_MAX_S);
	if (grant->refused_at) {
		backoff = (isoft_backoff){0, 0};
	}
	ignored = isoft_grant_save(exchange->store, exchange->lock, grant, backoff.until, &ignored_failure);
	ignored = isoft_store_set_backoff(exchange->store, exchange->lock, backoff, &ignored_failure);
	(void)ignored;
}

/*
 * Whether another process stored a newer pair during this exchange. Possible only if the lock file was unlinked: then
 * two processes can hold the account's lock.
 */
static bool is_overtaken(const isoft_exchange *exchange, const isoft_grant *grant)
{
	return isoft_grant_next_serial(exchange->store, exchange->lock->account) > grant->token_serial + 1;
}

/* Returns false if another process stored a newer pair meanwhile: then this refresh is not counted. */
static bool exchange_refresh(const isoft_exchange *exchange, isoft_grant *grant, isoft_failure *outcome)
{
	const int64_t asked_at = isoft_clock_wall();
	const int64_t earlier_begun_at = grant->begun_at;
	isoft_token_result result = {.shown = grant->refresh_token, .lost_earlier = earlier_begun_at};
	isoft_reply reply = {0};
	bool overtaken = false;

	grant->begun_at = grant->tried_at = asked_at;
	if (!isoft_grant_save(exchange->store, exchange->lock, grant, 0, outcome)) {
		return true;
	}
	isoft_crash_point("after_begin_mark");
	if (!exchange_post(exchange, grant->refresh_token, &reply)) {
		isoft_fail(outcome, ISOFT_FAILURE_CONFIGURATION, "infusionsoft.client_id or client_secret is too long");
		result.meaning = ISOFT_TOKEN_RESULT_NOTHING_HAPPENED;
	} else {
		isoft_token_result_read(&result, &reply, asked_at, outcome);
	}
	if (result.meaning == ISOFT_TOKEN_RESULT_GRANTED) {
		result.grant.token_serial = grant->token_serial + 1;
		result.grant.renewed_at = asked_at;
		result.grant.tried_at = asked_at;
		/* A new token does not show that Keap accepts calls with it: the next good reply does. */
		result.grant.rejected_at = grant->rejected_at;
		if (grant->rejected_at && !result.grant.last_error) {
			result.grant.last_error = grant->last_error;
		}
		if (!result.grant.application && *grant->application) {
			result.grant.application = grant->application;
		}
		store_new_grant(exchange, &result.grant, outcome);
	} else if ((overtaken = is_overtaken(exchange, grant))) {
		outcome->kind = ISOFT_FAILURE_NONE;
	} else {
		note_failure(grant, result.meaning, isoft_clock_wall(), earlier_begun_at, outcome->message);
		store_failed_refresh(exchange, grant, outcome);
		if (result.meaning == ISOFT_TOKEN_RESULT_REFUSED) {
			isoft_grant_add_next_try(grant, outcome);
		}
	}
	isoft_token_result_wipe(&result);
	isoft_reply_wipe(&reply);
	return !overtaken;
}

static void exchange_code(const isoft_exchange *exchange, isoft_failure *outcome)
{
	const int64_t asked_at = isoft_clock_wall();
	isoft_token_result result = {.for_code = true, .redirect_uri = exchange->redirect_uri, .shown = exchange->code};
	isoft_reply reply = {0};

	if (!exchange_post(exchange, NULL, &reply)) {
		isoft_fail(outcome, ISOFT_FAILURE_VALUE, "The code or the redirect URI is too long");
		return;
	}
	isoft_token_result_read(&result, &reply, asked_at, outcome);
	if (result.meaning == ISOFT_TOKEN_RESULT_GRANTED) {
		result.grant.token_serial = isoft_grant_next_serial(exchange->store, exchange->lock->account);
		store_new_grant(exchange, &result.grant, outcome);
	}
	isoft_token_result_wipe(&result);
	isoft_reply_wipe(&reply);
}

void isoft_exchange_run(const isoft_exchange *exchange, isoft_failure *outcome)
{
	isoft_record record;
	isoft_grant grant;
	isoft_store_status status;

	ISOFT_ASSERT(exchange->lock->descriptor != -1);
	outcome->kind = ISOFT_FAILURE_NONE;
	if (exchange->code) {
		exchange_code(exchange, outcome);
		return;
	}
	status = isoft_grant_read(exchange->store, exchange->lock->account, &record, &grant, outcome);
	if (status == ISOFT_STORE_MISSING) {
		isoft_fail(outcome, ISOFT_FAILURE_AUTHORIZATION,
			"The grant of account \"%s\" was removed before it could be refreshed: authorize again",
			exchange->lock->account);
	}
	if (status != ISOFT_STORE_OK) {
		return;
	}
	if (grant.kind != ISOFT_GRANT_OAUTH2) {
		isoft_fail(outcome, ISOFT_FAILURE_STORE, "Account \"%s\" has an API key, which is never refreshed",
			exchange->lock->account);
	} else if (exchange_refresh(exchange, &grant, outcome)) {
		isoft_stats_add(outcome->kind == ISOFT_FAILURE_NONE ? ISOFT_STAT_REFRESHES : ISOFT_STAT_REFRESH_FAILURES, 1);
		isoft_stats_flush(); /* the process of an exchange ends without a request's end */
	}
	isoft_record_wipe(&record);
}
