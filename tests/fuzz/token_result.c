/*
 * Replies of the token endpoint. Input: on the first line the status, with c for an exchange of a code, l for an
 * earlier refresh whose reply was lost, n for a request that was not sent, x for a reply that was cut; then the body.
 */
#include "fuzz_php.h"

#include "auth/token_result.h"

#define SHOWN "spent-1"

static isoft_reply_state state_of(const char *line)
{
	if (strchr(line, 'n')) {
		return ISOFT_REPLY_NOT_SENT;
	}
	return strchr(line, 'x') ? ISOFT_REPLY_CUT : ISOFT_REPLY_WHOLE;
}

static void check_answer(const isoft_token_result *result, const isoft_reply *reply, const isoft_failure *failure)
{
	unsigned char bytes[ISOFT_RECORD_MAX];

	if (result->meaning == ISOFT_TOKEN_RESULT_GRANTED) {
		need(reply->state == ISOFT_REPLY_WHOLE && reply->status == 200 && failure->kind == ISOFT_FAILURE_NONE);
		need(result->grant.access_token[0] && result->grant.refresh_token[0]);
		need(result->grant.lifetime > 0 && result->grant.expires_at > result->grant.refreshed_at);
		need(isoft_grant_encode(&result->grant, bytes) > 0);
		return;
	}
	need(failure->kind != ISOFT_FAILURE_NONE && failure->message[0]);
	need(!strstr(failure->message, SHOWN) && !strstr(failure->error_code, SHOWN));
	/* After a 200, or a reply that was cut, the refresh token may be spent. */
	need(reply->state == ISOFT_REPLY_NOT_SENT || reply->state == ISOFT_REPLY_WHOLE
		|| result->meaning == ISOFT_TOKEN_RESULT_UNKNOWN);
	need(reply->state != ISOFT_REPLY_WHOLE || reply->status != 200 || result->meaning == ISOFT_TOKEN_RESULT_UNKNOWN);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	isoft_reply reply = {.retry_after = -1, .error = "the connection broke"};
	isoft_token_result result = {.shown = SHOWN};
	isoft_failure failure = {0};
	size_t length;
	char *line = fuzz_line(&in, &length);

	if (line) {
		reply.state = state_of(line);
		reply.status = strtol(line, NULL, 10) % 1000;
		result.for_code = strchr(line, 'c');
		result.redirect_uri = "https://example.com/back";
		result.lost_earlier = strchr(line, 'l') ? 1700000000 : 0;
		isoft_buffer_init(&reply.body, in.left);
		need(isoft_buffer_append(&reply.body, in.at, in.left));
		isoft_token_result_read(&result, &reply, 1750000000, &failure);
		check_answer(&result, &reply, &failure);
		isoft_token_result_wipe(&result);
		isoft_buffer_wipe(&reply.body);
		free(line);
	}
	fuzz_php_end();
	return 0;
}
