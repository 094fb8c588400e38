#include "php_infusionsoft.h"

#include "client/outcome.h"

#include "keap/errors.h"
#include "support/exceptions.h"
#include "support/json.h"

enum { JSON_DEPTH_MAX = 512 };

/* There is no complete reply: Keap may have acted unless the state says that nothing was sent. */
static void throw_transport(const isoft_call *call, const isoft_outcome *outcome)
{
	isoft_failure failure;
	bool sent = outcome->state != ISOFT_REPLY_NOT_SENT;

	switch (outcome->state) {
		case ISOFT_REPLY_TOO_LARGE:
			isoft_fail(&failure, ISOFT_FAILURE_TRANSPORT,
				"Keap's reply to %s %s is larger than the limit (%d MiB for the body, less for the headers): ask for "
				"fewer entries or fields. Keap may have acted",
				call->method, call->path, ISOFT_REPLY_CAP >> 20);
			break;
		case ISOFT_REPLY_NOT_SENT:
			isoft_fail(
				&failure, ISOFT_FAILURE_TRANSPORT, "%s %s was not sent: %s", call->method, call->path, outcome->error);
			break;
		case ISOFT_REPLY_CUT:
			isoft_fail(&failure, ISOFT_FAILURE_TRANSPORT, "Keap's reply to %s %s broke off: %s. Keap may have acted",
				call->method, call->path, outcome->error);
			break;
		default:
			isoft_fail(&failure, ISOFT_FAILURE_TRANSPORT, "%s %s was sent and got no reply: %s. Keap may have acted",
				call->method, call->path, outcome->error);
	}
	failure.may_sent = sent;
	isoft_throw(&failure);
}

/* The reply has an error status. */
static void throw_refusal(const isoft_call *call, const isoft_outcome *outcome)
{
	isoft_failure failure;
	zval details;
	char request[160];
	isoft_api_reply reply = {.body = outcome->body, .details = &details};

	snprintf(request, sizeof(request), "%s %s", call->method, call->path);
	isoft_error_read(&failure, &details, (int)outcome->status, outcome->body, request);
	if (outcome->status == 429) {
		failure.kind = ISOFT_FAILURE_RATE_LIMIT;
		failure.retry_after = (long)MAX(1, (outcome->wait_ms + 999) / 1000);
	}
	isoft_throw_api(&failure, &reply);
	zval_ptr_dtor(&details);
}

void isoft_outcome_throw_unreadable(const isoft_call *call, const isoft_outcome *outcome, const char *error)
{
	isoft_failure failure;
	isoft_api_reply reply = {.body = outcome->body};

	isoft_fail(&failure, ISOFT_FAILURE_API, "Keap answered %ld to %s %s, and the reply cannot be read: %s",
		outcome->status, call->method, call->path, error);
	failure.status = (int)outcome->status;
	isoft_throw_api(&failure, &reply);
}

/* Returns false with an exception thrown. */
static bool decode_reply(const isoft_call *call, const isoft_outcome *outcome, zval *result)
{
	const char *error;

	if (outcome->status == 404 && outcome->may_be_repeat && strcmp(call->method, "DELETE") == 0) {
		/* An earlier try deleted it, and the reply to that try was lost. */
		ZVAL_NULL(result);
		return true;
	}
	if (outcome->status < 200 || outcome->status > 299) {
		throw_refusal(call, outcome);
		return false;
	}
	if (call->accept) { /* the bytes as they are: an empty file is an empty string */
		ZVAL_STR_COPY(result, outcome->body);
		return true;
	}
	if (!ZSTR_LEN(outcome->body)) {
		ZVAL_NULL(result);
		return true;
	}
	if (isoft_json_decode(result, ZSTR_VAL(outcome->body), ZSTR_LEN(outcome->body), JSON_DEPTH_MAX, &error)) {
		return true;
	}
	isoft_outcome_throw_unreadable(call, outcome, error);
	return false;
}

bool isoft_outcome_result(const isoft_call *call, const isoft_outcome *outcome, zval *result)
{
	if (outcome->state != ISOFT_REPLY_WHOLE) {
		throw_transport(call, outcome);
		return false;
	}
	return decode_reply(call, outcome, result);
}
