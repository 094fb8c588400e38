#include "auth/token_result.h"

#include <string.h>

#include "support/array.h"
#include "support/json.h"
#include "support/time_text.h"
#include "support/wipe.h"

enum { JSON_DEPTH_MAX = 16 };

#define AUTHORIZE_AGAIN \
	"authorize again: send the owner to infusionsoft_authorize_url(), or give a fresh pair to " \
	"infusionsoft_token_import()"

/*
 * Decodes the body, guarded against a bailout. A function of its own, so that the longjmp clobbers no variable of a
 * caller. Returns whether the body is a JSON object or list.
 */
static bool decode_body(zval *json, const isoft_reply *reply)
{
	const char *error;
	volatile bool decoded = false;

	ZVAL_UNDEF(json);
	/* A script near its memory limit must not lose the grant: lift the limit while decoding. */
	zend_set_memory_limit(SIZE_MAX / 2);
	zend_try {
		decoded =
			reply->body.length && isoft_json_decode(json, reply->body.data, reply->body.length, JSON_DEPTH_MAX, &error);
	}
	zend_catch {
		ZVAL_UNDEF(json);
		decoded = false;
	}
	zend_end_try();
	zend_set_memory_limit((size_t)PG(memory_limit));
	return decoded && Z_TYPE_P(json) == IS_ARRAY;
}

/* Copies a short text of Keap's reply for a message, non-ASCII and control characters as `?`; "" if there is none. */
static void copy_phrase(char *phrase, size_t size, zval *json, const char *name)
{
	zval *value = Z_TYPE_P(json) == IS_ARRAY ? isoft_array_member(Z_ARRVAL_P(json), name) : NULL;
	size_t length = 0;

	if (value && Z_TYPE_P(value) == IS_STRING) {
		for (const char *from = Z_STRVAL_P(value); *from && length + 1 < size; from++) {
			phrase[length++] = *from >= 0x20 && *from < 0x7f ? *from : '?';
		}
	}
	phrase[length] = '\0';
}

static void read_missing_reply(isoft_token_result *result, const isoft_reply *reply, isoft_failure *failure)
{
	bool sent = reply->state != ISOFT_REPLY_NOT_SENT;

	result->meaning = sent ? ISOFT_TOKEN_RESULT_UNKNOWN : ISOFT_TOKEN_RESULT_NOTHING_HAPPENED;
	if (sent) {
		isoft_fail(failure, ISOFT_FAILURE_TRANSPORT,
			"A request was sent to Keap's token endpoint, which gave no complete answer: %s", reply->error);
	} else {
		isoft_fail(failure, ISOFT_FAILURE_TRANSPORT, "Keap's token endpoint could not be reached: %s", reply->error);
	}
	failure->may_sent = sent;
}

static void read_grant(isoft_token_result *result, int64_t asked_at, isoft_failure *failure)
{
	isoft_failure unreadable;

	if (isoft_token_reply_read(&result->tokens, Z_ARRVAL(result->json), asked_at, &unreadable)) {
		result->meaning = ISOFT_TOKEN_RESULT_GRANTED;
		result->grant = result->tokens.grant;
		failure->kind = ISOFT_FAILURE_NONE;
		return;
	}
	isoft_fail(failure, ISOFT_FAILURE_API, ISOFT_MSG_UNUSABLE_GRANT, unreadable.message);
	failure->status = 200;
	failure->may_sent = true;
}

/* Whether the error means that the refresh token is not valid. Keap has been seen to use both forms. */
static bool is_about_refresh_token(const char *error, const char *description)
{
	return strcmp(error, "invalid_grant") == 0
		|| (strcmp(error, "invalid_request") == 0
			&& zend_binary_strcasecmp(
				   description, strlen(description), "Invalid Refresh Token", strlen("Invalid Refresh Token"))
				== 0);
}

static void read_refusal(
	isoft_token_result *result, const char *error, const char *description, int64_t answered_at, isoft_failure *failure)
{
	char lost[ISOFT_TIME_TEXT_SIZE], now[ISOFT_TIME_TEXT_SIZE];

	result->meaning = ISOFT_TOKEN_RESULT_REFUSED;
	isoft_time_text(now, answered_at);
	if (result->for_code) {
		isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
			"Keap refused the code (%s: %s). A code works once and for a few minutes, and the redirect URI must be the "
			"one it was made for; sent was \"%.256s\": " AUTHORIZE_AGAIN,
			error, description, result->redirect_uri);
	} else if (result->lost_earlier) {
		isoft_time_text(lost, result->lost_earlier);
		isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
			"Keap refused the refresh token on %s (%s: %s). A refresh begun on %s got no answer: Keap had replaced the "
			"token then. A person must " AUTHORIZE_AGAIN,
			now, error, description, lost);
	} else {
		isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
			"Keap refused the refresh token on %s (%s: %s). A person must " AUTHORIZE_AGAIN, now, error, description);
	}
}

static void read_other_error(isoft_token_result *result, const isoft_reply *reply, const char *error,
	const char *description, isoft_failure *failure)
{
	/* With 5xx but 503, a proxy may have given up while Keap went on and replaced the token. */
	bool known = reply->status < 500 || reply->status == 503;

	result->meaning = known ? ISOFT_TOKEN_RESULT_NOTHING_HAPPENED : ISOFT_TOKEN_RESULT_UNKNOWN;
	if (reply->status == 429) {
		isoft_fail(failure, ISOFT_FAILURE_RATE_LIMIT, "Keap's token endpoint asks to wait (429)");
		failure->retry_after = reply->retry_after > 0 ? reply->retry_after : 1;
	} else {
		isoft_fail(failure, ISOFT_FAILURE_API, "Keap's token endpoint answered %ld%s%s%s%s%s", reply->status,
			*error ? " (" : "", error, *description ? ": " : "", description, *error ? ")" : "");
	}
	failure->status = (int)reply->status;
	failure->may_sent = reply->status < 400 || reply->status >= 500;
	snprintf(failure->error_code, sizeof(failure->error_code), "%s", error);
}

static void read_error(
	isoft_token_result *result, const isoft_reply *reply, int64_t answered_at, isoft_failure *failure)
{
	char error[64], description[128];

	copy_phrase(error, sizeof(error), &result->json, "error");
	copy_phrase(description, sizeof(description), &result->json, "error_description");
	/* A reply that repeats the token must not carry it into a message. */
	if (strstr(error, result->shown) || strstr(description, result->shown)) {
		error[0] = description[0] = '\0';
	}
	if (strcmp(error, "invalid_client") == 0) {
		result->meaning = ISOFT_TOKEN_RESULT_CLIENT_REFUSED;
		isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION, ISOFT_MSG_UNKNOWN_CLIENT);
	} else if (reply->status == 400
		&& (is_about_refresh_token(error, description)
			|| (result->for_code && strcmp(error, "invalid_request") == 0))) {
		read_refusal(result, error, description, answered_at, failure);
	} else {
		read_other_error(result, reply, error, description, failure);
	}
}

void isoft_token_result_read(
	isoft_token_result *result, const isoft_reply *reply, int64_t asked_at, int64_t answered_at, isoft_failure *failure)
{
	result->meaning = ISOFT_TOKEN_RESULT_UNKNOWN;
	ZVAL_UNDEF(&result->json);
	if (reply->state != ISOFT_REPLY_WHOLE) {
		read_missing_reply(result, reply, failure);
		return;
	}
	if (!decode_body(&result->json, reply) && reply->status == 200) {
		isoft_fail(
			failure, ISOFT_FAILURE_API, "Keap's token endpoint answered 200 with something that is not a JSON object");
		failure->status = 200;
		failure->may_sent = true;
		return;
	}
	if (reply->status == 200) {
		read_grant(result, asked_at, failure);
	} else {
		read_error(result, reply, answered_at, failure);
	}
}

void isoft_token_result_wipe(isoft_token_result *result)
{
	isoft_wipe_value(&result->json);
	memset(&result->tokens, 0, sizeof(result->tokens));
}
