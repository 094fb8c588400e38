#include "php.h"

#include "auth/exchange.h"

#include "auth/begin_mark.h"
#include "auth/conclusion.h"
#include "auth/grant_record.h"
#include "auth/grant_write.h"
#include "auth/stats.h"
#include "net/endpoint.h"
#include "php_infusionsoft.h"
#include "support/assert.h"
#include "support/clock.h"
#include "support/settings.h"

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

void isoft_exchange_request(const isoft_exchange *exchange, isoft_token_request *request)
{
	const isoft_settings *settings = isoft_settings_now();

	*request = (isoft_token_request){
		.url = settings->token_url,
		.trust = isoft_trust_for_exchange(&(isoft_trust){settings->ca_file, settings->ca_path}),
		.user_agent = "User-Agent: php-infusionsoft/" PHP_INFUSIONSOFT_VERSION,
		.client_id = settings->client_id,
		.client_secret = isoft_secret(ISOFT_SECRET_CLIENT_SECRET),
		.code = exchange->code,
		.redirect_uri = exchange->redirect_uri,
	};
}

static void store_new_grant(const isoft_exchange *exchange, const isoft_grant *grant, isoft_failure *outcome)
{
	if (isoft_grant_keep(exchange->store, exchange->lock, grant, isoft_settings_now()->refresh_margin, outcome)) {
		isoft_grant_clear_backoff(exchange->store, exchange->lock);
		outcome->kind = ISOFT_FAILURE_NONE;
	}
}

/*
 * Saves the old grant with the error, and sets the back-off. Best effort: the caller gets the outcome in any case, and
 * a failed write leaves the old record intact.
 */
static void store_failed_refresh(
	const isoft_exchange *exchange, const isoft_conclusion *conclusion, const isoft_unread_facts *facts)
{
	isoft_backoff backoff =
		isoft_conclusion_backoff(conclusion, facts, isoft_store_backoff(exchange->store, exchange->lock->account));
	isoft_failure ignored_failure;
	bool ignored =
		isoft_grant_save(exchange->store, exchange->lock, &conclusion->grant, backoff.until, &ignored_failure);

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
static bool store_conclusion(const isoft_exchange *exchange, const isoft_grant *sent, const isoft_unread_facts *facts,
	const isoft_conclusion *conclusion, isoft_failure *outcome)
{
	if (conclusion->granted) {
		store_new_grant(exchange, &conclusion->grant, outcome);
	} else if (is_overtaken(exchange, sent)) {
		outcome->kind = ISOFT_FAILURE_NONE;
		return false;
	} else {
		*outcome = conclusion->failure;
		store_failed_refresh(exchange, conclusion, facts);
		if (conclusion->meaning == ISOFT_TOKEN_RESULT_REFUSED) {
			isoft_grant_add_next_try(&conclusion->grant, outcome);
		}
	}
	return true;
}

/* Sends the refresh token of a grant that has the begin mark. Returns whether the refresh is counted. */
static bool exchange_sent_grant(
	const isoft_exchange *exchange, const isoft_grant *grant, const isoft_begun *begun, isoft_failure *outcome)
{
	isoft_unread_facts facts = {.asked_at = begun->asked_at,
		.earlier_begun_at = begun->earlier_begun_at,
		.client_id = isoft_settings_now()->client_id};
	isoft_token_request request;
	isoft_conclusion conclusion;
	isoft_failure too_long;
	isoft_reply reply = {0};
	bool sent, counted;

	isoft_exchange_request(exchange, &request);
	request.refresh_token = grant->refresh_token;
	sent = isoft_token_request_send(&request, &reply);
	facts.answered_at = isoft_clock_wall();
	if (sent) {
		isoft_conclude(&conclusion, grant, &facts, &reply, grant->refresh_token, NULL);
	} else {
		isoft_fail(&too_long, ISOFT_FAILURE_CONFIGURATION, "infusionsoft.client_id or client_secret is too long");
		isoft_conclude_unsent(&conclusion, grant, &facts, &too_long);
	}
	counted = store_conclusion(exchange, grant, &facts, &conclusion, outcome);
	isoft_conclusion_wipe(&conclusion);
	isoft_reply_wipe(&reply);
	return counted;
}

static void exchange_refresh(const isoft_exchange *exchange, isoft_failure *outcome)
{
	isoft_begun begun = {0};
	isoft_record record;
	isoft_grant grant;
	bool counted;

	if (isoft_begin_mark_set(
			exchange->store, exchange->lock, isoft_settings_now()->refresh_margin, &record, &grant, &begun, outcome)) {
		counted = exchange_sent_grant(exchange, &grant, &begun, outcome);
		isoft_record_wipe(&record);
	} else {
		counted = begun.asked_at != 0;
	}
	if (counted) {
		isoft_stats_add(outcome->kind == ISOFT_FAILURE_NONE ? ISOFT_STAT_REFRESHES : ISOFT_STAT_REFRESH_FAILURES, 1);
		isoft_stats_flush(); /* the process of an exchange ends without a request's end */
	}
}

static void exchange_code(const isoft_exchange *exchange, isoft_failure *outcome)
{
	isoft_unread_facts facts = {
		.for_code = true, .asked_at = isoft_clock_wall(), .client_id = isoft_settings_now()->client_id};
	isoft_token_request request;
	isoft_conclusion conclusion;
	isoft_reply reply = {0};

	isoft_exchange_request(exchange, &request);
	if (!isoft_token_request_send(&request, &reply)) {
		isoft_fail(outcome, ISOFT_FAILURE_VALUE, "The code or the redirect URI is too long");
		return;
	}
	facts.answered_at = isoft_clock_wall();
	isoft_conclude(&conclusion, NULL, &facts, &reply, exchange->code, exchange->redirect_uri);
	*outcome = conclusion.failure;
	if (conclusion.granted) {
		conclusion.grant.token_serial = isoft_grant_next_serial(exchange->store, exchange->lock->account);
		store_new_grant(exchange, &conclusion.grant, outcome);
	}
	isoft_conclusion_wipe(&conclusion);
	isoft_reply_wipe(&reply);
}

void isoft_exchange_run(const isoft_exchange *exchange, isoft_failure *outcome)
{
	ISOFT_ASSERT(exchange->lock->descriptor != -1);
	outcome->kind = ISOFT_FAILURE_NONE;
	if (exchange->code) {
		exchange_code(exchange, outcome);
	} else {
		exchange_refresh(exchange, outcome);
	}
}
