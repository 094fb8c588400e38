#include "php_infusionsoft.h"

#include "client/send.h"

#include <sodium.h>

#include "auth/credential.h"
#include "auth/rejection.h"
#include "client/call_wait.h"
#include "client/fake.h"
#include "client/last_reply.h"
#include "client/multipart.h"
#include "client/outcome.h"
#include "client/pacer.h"
#include "client/wait.h"
#include "net/endpoint.h"
#include "support/bad_utf8.h"
#include "support/clock.h"
#include "support/exceptions.h"
#include "support/json.h"

/* Sends the request once and waits for the reply. Returns false if the wait was abandoned. */
static bool send_request(const isoft_call *call, const char *url, const smart_str *body,
	const isoft_credential *credential, isoft_reply *reply, isoft_trace *trace)
{
	const isoft_settings *settings = isoft_settings_now();
	char accept[64];
	const char *type = call->form ? call->form->type : "Content-Type: application/json";
	const char *headers[] = {credential->header, accept, "User-Agent: php-infusionsoft/" PHP_INFUSIONSOFT_VERSION,
		body->s ? type : call->header, body->s ? call->header : NULL, NULL};
	const isoft_request request = {
		.method = call->method,
		.url = url,
		.headers = headers,
		.body = body->s ? ZSTR_VAL(body->s) : NULL,
		.body_length = body->s ? ZSTR_LEN(body->s) : 0,
		.repeatable = call->repeatable,
		.connect_timeout_ms = (long)settings->connect_timeout_ms,
		.timeout_ms = (long)settings->timeout_ms,
		.trust = {settings->ca_file, settings->ca_path},
		.reply_cap = ISOFT_REPLY_CAP,
		.reply_expected = trace->reply_expected,
	};
	int64_t sent_at_ns;

	snprintf(accept, sizeof(accept), "Accept: %s", call->accept ? call->accept : "application/json");
	trace->progress.tries++;
	sent_at_ns = isoft_clock_monotonic_ns();
	if (!isoft_wait_for_reply(&request, reply)) {
		return false;
	}
	isoft_trace_try(trace, reply, sent_at_ns);
	return true;
}

/* Waits for a slot and makes one try. Returns false if the call was abandoned, or with the failure filled. */
static bool send_try(const isoft_call *call, const char *url, const smart_str *body, const isoft_credential *credential,
	int64_t max_wait_ms, isoft_reply *reply, isoft_outcome *outcome)
{
	isoft_trace_credential(&outcome->trace);
	if (!isoft_call_wait_for_slot(credential, max_wait_ms, outcome)) {
		return false;
	}
	if (!send_request(call, url, body, credential, reply, &outcome->trace)) {
		outcome->abandoned = true;
		return false;
	}
	isoft_pacer_update(credential, reply);
	return true;
}

/*
 * Takes the reply of a try into the outcome, and frees its body, whose memory is not Zend's: another fiber may end PHP
 * while this call waits for the next try. On a bailout wipes the credential too.
 */
static void take_reply(const isoft_call *call, isoft_reply *reply, isoft_credential *credential, isoft_outcome *outcome)
{
	zend_try {
		reply->unusable = !isoft_outcome_take(outcome, call, reply);
	}
	zend_catch {
		isoft_reply_wipe(reply);
		isoft_credential_wipe(credential);
		zend_bailout();
	}
	zend_end_try();
	isoft_reply_wipe(reply);
}

/*
 * Tries until net/retry decides that the reply is final. Returns true with that reply, good or bad. Returns false if
 * the call was abandoned, or with the failure filled.
 */
static bool try_until_done(const isoft_call *call, const char *url, const smart_str *body, isoft_credential *credential,
	isoft_reply *reply, isoft_outcome *outcome)
{
	const isoft_settings *settings = isoft_settings_now();
	const isoft_retry_policy policy = {.repeatable = call->repeatable,
		.retries = (int)MIN(settings->retries, 1000),
		.max_wait_ms = settings->max_wait_ms};
	isoft_retry_progress *progress = &outcome->trace.progress;

	for (;;) {
		if (!send_try(call, url, body, credential, policy.max_wait_ms, reply, outcome)) {
			return false;
		}
		take_reply(call, reply, credential, outcome);
		switch (isoft_retry_decide(&policy, progress, reply, randombytes_random, &outcome->wait_ms)) {
			case ISOFT_RETRY_AGAIN:
				isoft_outcome_try_again(outcome, call);
				if (!isoft_call_wait_ns(outcome->wait_ms * ISOFT_NS_PER_MS, outcome)) {
					return false;
				}
				progress->waited_ms += outcome->wait_ms;
				break;
			case ISOFT_RETRY_RENEW:
				progress->renewed = true;
				switch (isoft_credential_renew(credential, call->account, &outcome->failure)) {
					case ISOFT_RENEWED:
						isoft_outcome_try_again(outcome, call);
						break;
					case ISOFT_NOT_RENEWED:
						return true;
					case ISOFT_RENEW_FAILED:
						return false;
				}
				break;
			case ISOFT_RETRY_DONE:
			case ISOFT_RETRY_NO_TIME:
				return true;
		}
	}
}

/*
 * Remembers from a final reply whether Keap accepts the credential. Returns false with the failure filled if it does
 * not.
 */
static bool judge_credential(
	const isoft_credential *credential, const char *account, const isoft_reply *reply, isoft_outcome *outcome)
{
	if (reply->state == ISOFT_REPLY_WHOLE && reply->status == 401) {
		isoft_rejection_note(credential, account, &outcome->failure);
		return false;
	}
	if (reply->state == ISOFT_REPLY_WHOLE && reply->status >= 200 && reply->status < 300) {
		isoft_rejection_clear(credential, account);
	}
	return true;
}

/*
 * Sends the call to Keap. The credential is wiped before the outcome is used. Returns true with the reply in the
 * outcome. Returns false if the call was abandoned, or with the failure filled.
 */
static bool send_to_keap(const isoft_call *call, const char *url, const smart_str *body, isoft_outcome *outcome)
{
	isoft_credential credential;
	isoft_reply reply = {0};
	bool replied = isoft_credential_get(&credential, call->account, &outcome->failure);

	if (!replied) {
		return false;
	}
	replied = try_until_done(call, url, body, &credential, &reply, outcome)
		&& judge_credential(&credential, call->account, &reply, outcome);
	isoft_credential_wipe(&credential);
	return replied;
}

/* The JSON encoder does not say which string is not valid UTF-8. */
static void throw_no_json(const isoft_call *call, const char *error)
{
	char place[128];

	if (isoft_bad_utf8_find(call->body, place, sizeof(place)) && *place) {
		zend_argument_value_error(call->body_position, "cannot be sent as JSON: %s is not valid UTF-8", place);
	} else {
		zend_argument_value_error(call->body_position, "cannot be sent as JSON: %s", error);
	}
}

/* Returns false with an exception thrown; `json` is empty then. */
static bool encode_body(const isoft_call *call, smart_str *json)
{
	const char *error;

	if (!call->body || isoft_json_encode(json, call->body, &error)) {
		return true;
	}
	if (!EG(exception)) {
		throw_no_json(call, error);
	}
	return false;
}

static zend_string *build_url(const isoft_call *call)
{
	const char *base = isoft_settings_now()->base_url;
	size_t length = strlen(base);
	smart_str url = {0};

	while (length && base[length - 1] == '/') {
		length--;
	}
	smart_str_appendl(&url, base, length);
	smart_str_appends(&url, call->path);
	if (call->query) {
		smart_str_appends(&url, call->query);
	}
	return smart_str_extract(&url);
}

/* Throws the failure of a call that got no reply. */
static void throw_failure(const isoft_call *call, isoft_outcome *outcome)
{
	outcome->failure.may_sent = outcome->failure.may_sent || isoft_outcome_acted_earlier(outcome, call);
	isoft_throw(&outcome->failure);
}

/* Fills the outcome with the reply of infusionsoft_fake(). Returns false with an exception thrown. */
static bool send_to_fake(const isoft_call *call, const smart_str *body, isoft_outcome *outcome)
{
	isoft_fake_reply fake;
	isoft_reply reply;

	if (!isoft_fake_answer(call, body, &fake)) {
		return false;
	}
	reply = (isoft_reply){.state = fake.state, .status = fake.status, .headers = fake.headers};
	snprintf(reply.error, sizeof(reply.error), "simulated by infusionsoft_fake()");
	if (fake.body) {
		reply.body.data = ZSTR_VAL(fake.body);
		reply.body.length = ZSTR_LEN(fake.body);
	}
	/* Calls are not retried, so the result is of no use here: isoft_outcome_result() throws. */
	(void)!isoft_outcome_take(outcome, call, &reply);
	outcome->wait_ms = fake.retry_after > 0 ? (int64_t)fake.retry_after * 1000 : 0;
	outcome->trace.status = fake.state == ISOFT_REPLY_WHOLE ? fake.status : 0;
	outcome->trace.progress.tries = 1;
	if (fake.body) {
		zend_string_release(fake.body);
	}
	if (reply.state == ISOFT_REPLY_WHOLE && reply.status == 401) {
		isoft_rejection_fail_grant(ISOFT_GRANT_OAUTH2, call->account, &outcome->failure);
		throw_failure(call, outcome);
		return false;
	}
	return true;
}

/* Returns false with an exception thrown. */
static bool send_encoded(
	const isoft_call *call, const char *url, const smart_str *body, isoft_outcome *outcome, zval *result)
{
	if (isoft_fake_is_on()) {
		if (!send_to_fake(call, body, outcome)) {
			return false;
		}
	} else if (!send_to_keap(call, url, body, outcome)) {
		if (!outcome->abandoned) {
			throw_failure(call, outcome);
		}
		return false;
	}
	return isoft_outcome_result(call, outcome, result);
}

/* Returns false with an exception thrown. In either case isoft_trace_finish() must follow. */
static bool send_call(const isoft_call *call, zval *result, isoft_outcome *outcome)
{
	smart_str body = {0};
	zend_string *url;
	bool sent;

	ZVAL_UNDEF(result);
	isoft_trace_begin(&outcome->trace);
	if (!isoft_endpoint_check("infusionsoft.base_url", isoft_settings_now()->base_url, &outcome->failure)) {
		throw_failure(call, outcome);
		return false;
	}
	if (!encode_body(call, &body)) {
		return false;
	}
	url = build_url(call);
	sent = send_encoded(call, ZSTR_VAL(url), call->form ? &call->form->body : &body, outcome, result);
	zend_string_release(url);
	smart_str_free(&body);
	return sent;
}

/* Whether the call ended with a failure: not with a wrong argument, an exception of user code or an abandoned wait. */
static bool has_failed(const isoft_outcome *outcome)
{
	return !outcome->abandoned && isoft_exception_kind(EG(exception)) > ISOFT_FAILURE_VALUE;
}

bool isoft_send(const isoft_call *call, zval *result)
{
	isoft_outcome outcome = {0};
	bool sent = send_call(call, result, &outcome);

	if (sent || has_failed(&outcome)) {
		isoft_last_reply_note(call, &outcome);
	}
	isoft_outcome_free(&outcome);
	return isoft_trace_finish(&outcome.trace, call, sent, result);
}

bool isoft_send_for_array(const isoft_call *call, zval *result)
{
	isoft_call with_array = *call;

	with_array.due = MAX(call->due, ISOFT_DUE_ARRAY);
	return isoft_send(&with_array, result);
}
