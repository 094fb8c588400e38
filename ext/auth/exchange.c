#include "php.h"

#include "auth/exchange.h"

#include "auth/begin_mark.h"
#include "auth/conclusion.h"
#include "auth/fleet_grant.h"
#include "auth/grant_record.h"
#include "auth/grant_write.h"
#include "auth/stats.h"
#include "net/endpoint.h"
#include "php_infusionsoft.h"
#include "support/assert.h"
#include "support/clock.h"
#include "support/settings.h"

enum { PUBLISH_MS = 20000 }; /* for so long a new pair is handed in again */

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
 * Whether another process stored a newer pair during this exchange. Possible only if the lock file was unlinked: then
 * two processes can hold the account's lock.
 */
static bool is_overtaken(const isoft_exchange *exchange, const isoft_grant *grant)
{
	return isoft_grant_next_serial(exchange->store, exchange->lock->account) > grant->token_serial + 1;
}

/* Returns false if another process stored a newer pair meanwhile: then this refresh is not counted. */
static bool store_conclusion(const isoft_exchange *exchange, const isoft_grant *sent, const isoft_unread_facts *facts,
	isoft_conclusion *conclusion, isoft_failure *outcome)
{
	isoft_failed_refresh failed = isoft_conclusion_failed(conclusion, facts);

	if (conclusion->granted) {
		store_new_grant(exchange, &conclusion->grant, outcome);
	} else if (is_overtaken(exchange, sent)) {
		outcome->kind = ISOFT_FAILURE_NONE;
		return false;
	} else {
		*outcome = conclusion->failure;
		isoft_failed_refresh_store(&failed, exchange->store, exchange->lock, isoft_settings_now()->refresh_margin);
		if (conclusion->meaning == ISOFT_TOKEN_RESULT_REFUSED) {
			isoft_grant_add_next_try(&conclusion->grant, outcome);
		}
	}
	return true;
}

/* Tells the other machines that the try brought no pair. */
static void end_try(
	const isoft_exchange *exchange, isoft_fleet *fleet, const isoft_unread_facts *facts, isoft_conclusion *conclusion)
{
	isoft_failed_refresh failed = isoft_conclusion_failed(conclusion, facts);

	isoft_failed_refresh_tell(&failed, fleet, isoft_store_backoff(exchange->store, exchange->lock->account));
}

/* Sends the refresh token. Returns false with the failure filled if nothing was sent, and there is no reply. */
static bool send_refresh_token(const isoft_exchange *exchange, const isoft_fleet *fleet, const isoft_grant *grant,
	isoft_reply *reply, isoft_failure *unsent)
{
	isoft_token_request request;

	isoft_exchange_request(exchange, &request);
	request.refresh_token = grant->refresh_token;
	if (fleet) {
		int64_t within_ms = isoft_fleet_send_within_ms(fleet);

		if (within_ms <= 0) {
			return isoft_fail(unsent, ISOFT_FAILURE_TRANSPORT, ISOFT_MSG_SENT_TOO_LATE);
		}
		request.begin_by_ms = isoft_clock_monotonic_ms() + within_ms;
	}
	return isoft_token_request_send(&request, reply)
		|| isoft_fail(unsent, ISOFT_FAILURE_CONFIGURATION, "infusionsoft.client_id or client_secret is too long");
}

/* Returns whether the refresh is counted. */
static bool exchange_sent_grant(const isoft_exchange *exchange, isoft_fleet *fleet, const isoft_grant *grant,
	const isoft_begun *begun, isoft_failure *outcome)
{
	isoft_unread_facts facts = {.asked_at = begun->asked_at,
		.earlier_begun_at = begun->earlier_begun_at,
		.client_id = isoft_settings_now()->client_id};
	isoft_conclusion conclusion;
	isoft_failure unsent;
	isoft_reply reply = {0};
	bool sent = send_refresh_token(exchange, fleet, grant, &reply, &unsent), counted;

	facts.answered_at = isoft_clock_wall();
	isoft_fleet_facts(fleet, &facts.fleet);
	if (sent) {
		isoft_conclude(&conclusion, grant, &facts, &reply, grant->refresh_token, NULL);
	} else {
		isoft_conclude_unsent(&conclusion, grant, &facts, &unsent);
	}
	if (fleet && !conclusion.granted) {
		end_try(exchange, fleet, &facts, &conclusion);
	}
	counted = store_conclusion(exchange, grant, &facts, &conclusion, outcome);
	if (conclusion.granted) {
		isoft_fleet_publish(fleet, exchange->lock, &conclusion.grant, PUBLISH_MS);
	}
	isoft_conclusion_wipe(&conclusion);
	isoft_reply_wipe(&reply);
	return counted;
}

/* Sends the refresh token, once this machine may. Returns whether the refresh is counted. */
static bool exchange_own(const isoft_exchange *exchange, isoft_fleet *fleet, isoft_failure *outcome)
{
	isoft_begun begun = {0};
	isoft_record record;
	isoft_grant grant;
	bool counted;

	if (!isoft_begin_mark_set(
			exchange->store, exchange->lock, isoft_settings_now()->refresh_margin, &record, &grant, &begun, outcome)) {
		if (fleet) {
			isoft_fleet_end(fleet, ISOFT_FLEET_NOTHING, 0);
		}
		return begun.asked_at != 0;
	}
	counted = exchange_sent_grant(exchange, fleet, &grant, &begun, outcome);
	isoft_record_wipe(&record);
	return counted;
}

static void exchange_refresh(const isoft_exchange *exchange, isoft_failure *outcome)
{
	isoft_fleet *fleet;
	bool counted = false;

	switch (isoft_fleet_begin(&fleet, exchange->store, exchange->lock, exchange->force, outcome)) {
		case ISOFT_FLEET_OFF:
		case ISOFT_FLEET_GO:
			counted = exchange_own(exchange, fleet, outcome);
			break;
		case ISOFT_FLEET_ADOPTED:
			outcome->kind = ISOFT_FAILURE_NONE;
			break;
		case ISOFT_FLEET_BUSY:
			isoft_failed_refresh_pause(exchange->store, exchange->lock);
			break;
		case ISOFT_FLEET_FAILED:
			counted = true;
			isoft_failed_refresh_unbegun(
				exchange->store, exchange->lock, isoft_settings_now()->refresh_margin, outcome);
			break;
	}
	isoft_fleet_close(fleet);
	if (counted) {
		isoft_stats_add(outcome->kind == ISOFT_FAILURE_NONE ? ISOFT_STAT_REFRESHES : ISOFT_STAT_REFRESH_FAILURES, 1);
		isoft_stats_flush(); /* the process of an exchange ends without a request's end */
	}
}

/* Stores the grant that a code brought. */
static void store_code_grant(
	const isoft_exchange *exchange, isoft_fleet *fleet, isoft_grant *grant, isoft_failure *outcome)
{
	grant->token_serial = isoft_grant_next_serial(exchange->store, exchange->lock->account);
	store_new_grant(exchange, grant, outcome);
	isoft_fleet_publish(fleet, exchange->lock, grant, PUBLISH_MS);
}

static void exchange_code(const isoft_exchange *exchange, isoft_failure *outcome)
{
	/* Asked first: between Keap's answer and the store nothing may take time. */
	isoft_fleet *fleet = isoft_fleet_begin_lineage(exchange->store, exchange->lock);
	isoft_unread_facts facts = {
		.for_code = true, .asked_at = isoft_clock_wall(), .client_id = isoft_settings_now()->client_id};
	isoft_token_request request;
	isoft_conclusion conclusion;
	isoft_reply reply = {0};

	isoft_exchange_request(exchange, &request);
	if (isoft_token_request_send(&request, &reply)) {
		facts.answered_at = isoft_clock_wall();
		isoft_fleet_facts(fleet, &facts.fleet);
		isoft_conclude(&conclusion, NULL, &facts, &reply, exchange->code, exchange->redirect_uri);
		*outcome = conclusion.failure;
		if (conclusion.granted) {
			store_code_grant(exchange, fleet, &conclusion.grant, outcome);
		}
		isoft_conclusion_wipe(&conclusion);
		isoft_reply_wipe(&reply);
	} else {
		isoft_fail(outcome, ISOFT_FAILURE_VALUE, "The code or the redirect URI is too long");
	}
	isoft_fleet_close(fleet);
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
