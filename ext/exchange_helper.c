/*
 * The exchange helper: the exchange with Keap as a program of its own, where PHP has threads (auth/helper_start).
 *
 * The build makes it from this file and those parts of the extension that need no PHP, and puts it into the extension's
 * file. It gets an account's lock and a request (auth/helper_request), does what auth/exchange does, and stores the
 * reply as it came (auth/unread_reply). Where machines share the grant, it asks Redis for the right to send, and tells
 * what it knows without a JSON decoder: that nothing was sent, or that no answer came. The process that decodes the
 * reply does the rest (auth/settle).
 */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "auth/begin_mark.h"
#include "auth/child_setup_posix.h"
#include "auth/failed_refresh.h"
#include "auth/fleet_grant.h"
#include "auth/grant_write.h"
#include "auth/helper_request.h"
#include "auth/unread_reply.h"
#include "net/transport.h"
#include "support/clock.h"

typedef struct {
	isoft_helper_request request;
	isoft_store *store;
	isoft_lock lock;
	isoft_fleet *fleet; /* NULL: the grant is not shared */
	isoft_helper_outcome outcome;
} helper_exchange;

static helper_exchange exchange_here;

/* The program has no settings. */
isoft_fleet_setting isoft_fleet_setting_now(void)
{
	return exchange_here.request.fleet;
}

/* The grant that a code is to replace. Returns false if there is none that can be read. */
static bool read_grant(helper_exchange *exchange, isoft_record *record, isoft_grant *grant)
{
	isoft_failure ignored;

	return isoft_store_read(exchange->store, exchange->lock.account, record, &ignored) == ISOFT_STORE_OK
		&& isoft_grant_decode(record, grant);
}

/*
 * Whether another process stored a newer pair during this exchange. Possible only if the lock file was unlinked: then
 * two processes can hold the account's lock.
 */
static bool is_overtaken(helper_exchange *exchange, int64_t token_serial)
{
	isoft_record record;
	isoft_grant grant;
	bool overtaken = read_grant(exchange, &record, &grant) && grant.token_serial > token_serial;

	isoft_record_wipe(&record);
	return overtaken;
}

/*
 * Stores the reply, unless it says nothing that is to be kept: a code that failed leaves the account as it is. The
 * record is due at once, so that a PHP process decodes it soon.
 */
static void store_reply(
	helper_exchange *exchange, const isoft_grant *grant, const isoft_unread_facts *facts, const isoft_reply *reply)
{
	isoft_helper_outcome *outcome = &exchange->outcome;

	if (!isoft_unread_has_pair(reply)) {
		outcome->overtaken = !facts->for_code && is_overtaken(exchange, grant->token_serial);
		if (facts->for_code || outcome->overtaken) {
			outcome->length = (uint32_t)isoft_unread_encode(grant, facts, reply, outcome->record);
			return;
		}
	}
	outcome->length = (uint32_t)isoft_unread_encode(grant, facts, reply, outcome->record);
	if (!outcome->length) {
		isoft_fail(&outcome->failure, ISOFT_FAILURE_STORE, "Keap's answer is longer than the store can hold (%d bytes)",
			ISOFT_RECORD_MAX);
		return;
	}
	outcome->stored = isoft_record_keep(
		exchange->store, &exchange->lock, outcome->record, outcome->length, facts->answered_at, &outcome->failure);
}

/*
 * Returns false with the failure filled if nothing was sent, and there is no reply. A refresh token is not sent when
 * the right to send it has run out.
 */
static bool send_request(helper_exchange *exchange, isoft_reply *reply, isoft_failure *unsent)
{
	isoft_token_request *request = &exchange->request.token;

	if (exchange->fleet && !request->code) {
		int64_t within_ms = isoft_fleet_send_within_ms(exchange->fleet);

		if (within_ms <= 0) {
			return isoft_fail(unsent, ISOFT_FAILURE_TRANSPORT, ISOFT_MSG_SENT_TOO_LATE);
		}
		request->begin_by_ms = isoft_clock_monotonic_ms() + within_ms;
	}
	return isoft_token_request_send(request, reply)
		|| isoft_fail(unsent, ISOFT_FAILURE_VALUE, "The request is too long");
}

static void run_code(helper_exchange *exchange)
{
	isoft_unread_facts facts = {
		.for_code = true, .asked_at = isoft_clock_wall(), .client_id = exchange->request.token.client_id};
	isoft_reply reply = {0};
	isoft_record record;
	isoft_grant grant;
	bool has_grant = read_grant(exchange, &record, &grant);

	/* Asked first: between Keap's answer and the store nothing may take time. */
	exchange->fleet = isoft_fleet_begin_lineage(exchange->store, &exchange->lock);
	if (send_request(exchange, &reply, &exchange->outcome.failure)) {
		facts.answered_at = isoft_clock_wall();
		isoft_fleet_facts(exchange->fleet, &facts.fleet);
		store_reply(exchange, has_grant ? &grant : NULL, &facts, &reply);
	}
	isoft_reply_wipe(&reply);
	isoft_record_wipe(&record);
}

/* What can be told without decoding: nothing was sent, or nothing came back. The grant is not stored. */
static void tell_failure(helper_exchange *exchange, isoft_grant *grant, const isoft_unread_facts *facts, bool sent)
{
	isoft_failed_refresh failed = {grant, sent ? ISOFT_TOKEN_RESULT_UNKNOWN : ISOFT_TOKEN_RESULT_NOTHING_HAPPENED,
		facts, &exchange->outcome.failure};

	if (exchange->fleet) {
		isoft_failed_refresh_tell(
			&failed, exchange->fleet, isoft_store_backoff(exchange->store, exchange->lock.account));
	}
}

/* Nothing was sent, and there is no reply to decode: the grant is stored without the begin mark. */
static void store_unsent(helper_exchange *exchange, isoft_grant *grant, const isoft_unread_facts *facts)
{
	isoft_failed_refresh failed = {grant, ISOFT_TOKEN_RESULT_NOTHING_HAPPENED, facts, &exchange->outcome.failure};

	isoft_failed_refresh_note(&failed);
	tell_failure(exchange, grant, facts, false);
	isoft_failed_refresh_store(&failed, exchange->store, &exchange->lock, exchange->request.fleet.refresh_margin);
}

static void send_and_store(helper_exchange *exchange, isoft_grant *grant, isoft_unread_facts *facts)
{
	isoft_reply reply = {0};
	bool sent = send_request(exchange, &reply, &exchange->outcome.failure);

	facts->answered_at = isoft_clock_wall();
	isoft_fleet_facts(exchange->fleet, &facts->fleet);
	if (!sent) {
		store_unsent(exchange, grant, facts);
	} else {
		store_reply(exchange, grant, facts, &reply);
		if (reply.state != ISOFT_REPLY_WHOLE) {
			tell_failure(exchange, grant, facts, reply.state != ISOFT_REPLY_NOT_SENT);
		}
	}
	isoft_reply_wipe(&reply);
}

/* Sends the refresh token: this machine may. */
static void refresh_own(helper_exchange *exchange)
{
	isoft_unread_facts facts = {.client_id = exchange->request.token.client_id};
	isoft_begun begun = {0};
	isoft_record record;
	isoft_grant grant;

	if (isoft_begin_mark_set(exchange->store, &exchange->lock, exchange->request.fleet.refresh_margin, &record, &grant,
			&begun, &exchange->outcome.failure)) {
		facts.asked_at = begun.asked_at;
		facts.earlier_begun_at = begun.earlier_begun_at;
		exchange->request.token.refresh_token = grant.refresh_token;
		send_and_store(exchange, &grant, &facts);
		isoft_record_wipe(&record);
	} else if (exchange->fleet) {
		isoft_fleet_end(exchange->fleet, ISOFT_FLEET_NOTHING, 0);
	}
	exchange->outcome.counted = begun.asked_at != 0;
}

static void run_refresh(helper_exchange *exchange)
{
	isoft_helper_outcome *outcome = &exchange->outcome;

	switch (isoft_fleet_begin(
		&exchange->fleet, exchange->store, &exchange->lock, exchange->request.force, &outcome->failure)) {
		case ISOFT_FLEET_OFF:
		case ISOFT_FLEET_GO:
			refresh_own(exchange);
			break;
		case ISOFT_FLEET_ADOPTED:
			outcome->overtaken = true;
			break;
		case ISOFT_FLEET_BUSY:
			isoft_failed_refresh_pause(exchange->store, &exchange->lock);
			break;
		case ISOFT_FLEET_FAILED:
			outcome->counted = true;
			isoft_failed_refresh_unbegun(
				exchange->store, &exchange->lock, exchange->request.fleet.refresh_margin, &outcome->failure);
			break;
	}
}

/* The lock is this process's from its start. Returns false if it has not what it needs; the worker then does it. */
static bool take_over(helper_exchange *exchange)
{
	isoft_failure ignored;

	if (sodium_init() < 0 || !isoft_transport_minit()
		|| !isoft_helper_request_read(ISOFT_HELPER_REQUEST, &exchange->request)) {
		return false;
	}
	close(ISOFT_HELPER_REQUEST);
	exchange->store = isoft_store_unpack(exchange->request.parcel, &ignored);
	exchange->lock.descriptor = ISOFT_HELPER_LOCK;
	exchange->lock.slot = exchange->request.slot;
	strncpy(exchange->lock.account, exchange->request.account, ISOFT_ACCOUNT_MAX);
	return exchange->store && write(ISOFT_HELPER_ANSWER, "", 1) == 1;
}

int main(void)
{
	helper_exchange *exchange = &exchange_here;
	int kept[] = {ISOFT_HELPER_LOCK, ISOFT_HELPER_REQUEST, ISOFT_HELPER_ANSWER};

	isoft_child_block_signals();
	isoft_child_leave_worker(kept, sizeof(kept) / sizeof(*kept));
	if (!take_over(exchange)) {
		_exit(1);
	}
	if (exchange->request.token.code) {
		run_code(exchange);
	} else {
		run_refresh(exchange);
	}
	strcpy(exchange->outcome.life, isoft_fleet_life(exchange->fleet));
	isoft_fleet_close(exchange->fleet);
	isoft_store_unlock(exchange->store, &exchange->lock);
	/* It fails if the worker no longer reads: no harm. */
	if (write(ISOFT_HELPER_ANSWER, &exchange->outcome, sizeof(exchange->outcome)) != sizeof(exchange->outcome)) {
		_exit(1);
	}
	_exit(0);
}
