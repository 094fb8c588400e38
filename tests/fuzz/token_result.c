/*
 * What the token endpoint answers. First line: the status, with c for a code, l for an earlier refresh that was lost, n
 * for a request that was not sent, x for a reply that broke off; then the body.
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

static void check_answer(const isoft_answer *answer, const isoft_reply *reply, const isoft_failure *failure)
{
	unsigned char bytes[ISOFT_RECORD_MAX];

	if (answer->meaning == ISOFT_ANSWER_GRANTED) {
		need(reply->state == ISOFT_REPLY_WHOLE && reply->status == 200 && failure->kind == ISOFT_FAILURE_NONE);
		need(answer->grant.access_token[0] && answer->grant.refresh_token[0]);
		need(answer->grant.lifetime > 0 && answer->grant.expires_at > answer->grant.refreshed_at);
		need(isoft_grant_encode(&answer->grant, bytes) > 0);
		return;
	}
	need(failure->kind != ISOFT_FAILURE_NONE && failure->message[0]);
	need(!strstr(failure->message, SHOWN) && !strstr(failure->error_code, SHOWN));
	/* A 200 or a reply that broke off may have spent the token. */
	need(reply->state == ISOFT_REPLY_NOT_SENT || reply->state == ISOFT_REPLY_WHOLE
		|| answer->meaning == ISOFT_ANSWER_UNKNOWN);
	need(reply->state != ISOFT_REPLY_WHOLE || reply->status != 200 || answer->meaning == ISOFT_ANSWER_UNKNOWN);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	isoft_reply reply = {.retry_after = -1, .error = "the connection broke"};
	isoft_answer answer = {.shown = SHOWN};
	isoft_failure failure = {0};
	size_t length;
	char *line = fuzz_line(&in, &length);

	if (line) {
		reply.state = state_of(line);
		reply.status = strtol(line, NULL, 10) % 1000;
		answer.for_code = strchr(line, 'c');
		answer.lost_earlier = strchr(line, 'l') ? 1700000000 : 0;
		isoft_buffer_init(&reply.body, in.left);
		need(isoft_buffer_append(&reply.body, in.at, in.left));
		isoft_answer_read(&answer, &reply, 1750000000, &failure);
		check_answer(&answer, &reply, &failure);
		isoft_answer_wipe(&answer);
		isoft_buffer_wipe(&reply.body);
		free(line);
	}
	fuzz_php_end();
	return 0;
}
