#include "php_infusionsoft.h"

#include "client/outcome.h"

#include "keap/errors.h"
#include "support/array.h"
#include "support/exceptions.h"
#include "support/json.h"

enum { JSON_DEPTH_MAX = 512 };

static bool outcome_is_success(const isoft_outcome *outcome)
{
	return outcome->state == ISOFT_REPLY_WHOLE && outcome->status >= 200 && outcome->status <= 299;
}

static bool outcome_may_be_empty(const isoft_call *call, long status)
{
	return call->due == ISOFT_DUE_NOTHING
		|| (call->due == ISOFT_DUE_VALUE && (status == 204 || strcmp(call->method, "DELETE") == 0));
}

static bool outcome_has_id(const zval *value)
{
	zval *id = isoft_array_member(Z_ARRVAL_P(value), "id");

	return id && (Z_TYPE_P(id) == IS_LONG || (Z_TYPE_P(id) == IS_STRING && Z_STRLEN_P(id)));
}

/* Some operations of Keap answer with a string as JSON, such as a file's bytes. */
static const char *outcome_check_type(const isoft_call *call, const zval *value)
{
	if (call->due == ISOFT_DUE_ID && Z_TYPE_P(value) == IS_ARRAY) {
		return outcome_has_id(value) ? NULL : "it has no id";
	}
	if (call->due == ISOFT_DUE_NOTHING || Z_TYPE_P(value) == IS_ARRAY
		|| (call->due == ISOFT_DUE_VALUE && Z_TYPE_P(value) == IS_STRING)) {
		return NULL;
	}
	return "it is not a JSON object or list";
}

/* Writes the value of a 2xx. Returns NULL, or why the body cannot be used; the value is UNDEF then. */
static const char *outcome_decode(const isoft_call *call, long status, const isoft_buffer *body, zval *value)
{
	const char *error;

	/* A file may be empty, or hold anything. */
	if (call->accept) {
		ZVAL_STRINGL(value, body->length ? body->data : "", body->length);
		return NULL;
	}
	if (!body->length) {
		if (outcome_may_be_empty(call, status)) {
			ZVAL_NULL(value);
			return NULL;
		}
		return "it is empty";
	}
	if (!isoft_json_decode(value, body->data, body->length, JSON_DEPTH_MAX, &error)) {
		return error;
	}
	error = outcome_check_type(call, value);
	if (error) {
		zval_ptr_dtor(value);
		ZVAL_UNDEF(value);
	}
	return error;
}

static void outcome_drop_reply(isoft_outcome *outcome)
{
	if (outcome->body) {
		zend_string_release(outcome->body);
		outcome->body = NULL;
	}
	zval_ptr_dtor(&outcome->value);
	ZVAL_UNDEF(&outcome->value);
	outcome->unusable = NULL;
}

void isoft_outcome_free(isoft_outcome *outcome)
{
	outcome_drop_reply(outcome);
}

/* A GET changes nothing in Keap. */
static bool outcome_only_reads(const isoft_call *call)
{
	return strcmp(call->method, "GET") == 0;
}

bool isoft_outcome_take(isoft_outcome *outcome, const isoft_call *call, const isoft_reply *reply)
{
	outcome_drop_reply(outcome);
	outcome->may_be_repeat = outcome->may_be_repeat || (reply->repeats && !outcome_only_reads(call));
	outcome->state = reply->state;
	outcome->status = reply->status;
	outcome->headers = reply->headers;
	memcpy(outcome->error, reply->error, sizeof(outcome->error));
	if (outcome_is_success(outcome)) {
		outcome->unusable = outcome_decode(call, reply->status, &reply->body, &outcome->value);
	} else if (reply->state == ISOFT_REPLY_WHOLE) {
		outcome->body = zend_string_init(reply->body.data ? reply->body.data : "", reply->body.length, false);
	}
	return !outcome->unusable;
}

/*
 * Whether Keap may have acted on the last try, which brought nothing that the caller can use. With 5xx a proxy may have
 * given up while Keap went on.
 */
static bool outcome_may_have_acted(const isoft_call *call, const isoft_outcome *outcome)
{
	if (outcome_only_reads(call)) {
		return false;
	}
	if (outcome->state != ISOFT_REPLY_WHOLE) {
		return outcome->state != ISOFT_REPLY_NOT_SENT;
	}
	return outcome->status < 400 || outcome->status >= 500;
}

void isoft_outcome_try_again(isoft_outcome *outcome, const isoft_call *call)
{
	outcome->may_be_repeat = outcome->may_be_repeat || outcome_may_have_acted(call, outcome);
}

bool isoft_outcome_acted_earlier(const isoft_outcome *outcome, const isoft_call *call)
{
	return outcome->may_be_repeat || call->acted_before;
}

/* There is no usable reply: Keap may have acted, unless nothing was sent or the call only reads. */
static void throw_transport(const isoft_call *call, const isoft_outcome *outcome)
{
	isoft_failure failure;
	const char *acted = outcome_only_reads(call) ? "" : ". Keap may have acted";

	switch (outcome->state) {
		case ISOFT_REPLY_TOO_LARGE:
			isoft_fail(&failure, ISOFT_FAILURE_TRANSPORT,
				"Keap's reply to %s %s is larger than the limit (%d MiB for the body, less for the headers): ask for "
				"fewer entries or fields%s",
				call->method, call->path, ISOFT_REPLY_CAP >> 20, acted);
			break;
		case ISOFT_REPLY_NOT_SENT:
			isoft_fail(&failure, ISOFT_FAILURE_TRANSPORT, "%s %s was not sent: %s%s", call->method, call->path,
				outcome->error, outcome->may_be_repeat ? ". An earlier try was: Keap may have acted" : "");
			break;
		case ISOFT_REPLY_CUT:
			isoft_fail(&failure, ISOFT_FAILURE_TRANSPORT, "Keap's reply to %s %s broke off: %s%s", call->method,
				call->path, outcome->error, acted);
			break;
		case ISOFT_REPLY_WHOLE:
			isoft_fail(&failure, ISOFT_FAILURE_TRANSPORT,
				"Keap answered %ld to %s %s, and the reply cannot be used: %s%s", outcome->status, call->method,
				call->path, outcome->unusable, acted);
			break;
		case ISOFT_REPLY_NONE:
			isoft_fail(&failure, ISOFT_FAILURE_TRANSPORT, "%s %s was sent and got no reply: %s%s", call->method,
				call->path, outcome->error, acted);
			break;
	}
	failure.may_sent = isoft_outcome_acted_earlier(outcome, call) || outcome_may_have_acted(call, outcome);
	isoft_throw(&failure);
}

/* The reply has an error status. */
static void throw_refusal(const isoft_call *call, const isoft_outcome *outcome)
{
	isoft_failure failure;
	zval details;
	char request[160];
	isoft_api_reply reply = {
		.body = outcome->body, .details = &details, .request_id = isoft_reply_headers_request_id(&outcome->headers)};

	snprintf(request, sizeof(request), "%s %s", call->method, call->path);
	isoft_error_read(&failure, &details, (int)outcome->status, outcome->body, request);
	if (outcome->status == 429) {
		failure.kind = ISOFT_FAILURE_RATE_LIMIT;
		failure.retry_after = (long)MAX(1, (outcome->wait_ms + 999) / 1000);
	}
	failure.may_sent = isoft_outcome_acted_earlier(outcome, call) || outcome_may_have_acted(call, outcome);
	isoft_throw_api(&failure, &reply);
	zval_ptr_dtor(&details);
}

bool isoft_outcome_result(const isoft_call *call, isoft_outcome *outcome, zval *result)
{
	if (outcome->state != ISOFT_REPLY_WHOLE || outcome->unusable) {
		throw_transport(call, outcome);
		return false;
	}
	if (outcome->status == 404 && outcome->may_be_repeat && strcmp(call->method, "DELETE") == 0) {
		/* An earlier try deleted it, and the reply to that try was lost. */
		ZVAL_NULL(result);
		return true;
	}
	if (!outcome_is_success(outcome)) {
		throw_refusal(call, outcome);
		return false;
	}
	ZVAL_COPY_VALUE(result, &outcome->value);
	ZVAL_UNDEF(&outcome->value);
	return true;
}
