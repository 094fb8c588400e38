/* The head of a reply, line by line, and the values read from it: status, type, limits, Retry-After, retry delay. */
#include "fuzz.h"
#include "net/reply_head.h"
#include "net/retry.h"

enum { DAY = 86400, MAX_WAIT_MS = DAY * 1000 };

static void check_window(const isoft_limit_window *window)
{
	need(window->limit >= -1 && window->available >= -1 && window->used >= -1 && window->expires_at >= -1);
}

static uint32_t draw(void)
{
	return 2654435761U;
}

static void check_reply(const isoft_reply *reply)
{
	const isoft_retry_policy policy = {true, 3, MAX_WAIT_MS};
	const isoft_retry_progress progress = {1, 0, false};
	int64_t delay_ms;

	need(reply->status >= 0 && reply->status <= 999);
	need(reply->retry_after >= -1 && reply->retry_after <= DAY);
	need(memchr(reply->content_type, '\0', sizeof(reply->content_type)));
	check_window(&reply->limits.day);
	check_window(&reply->limits.minute);
	check_window(&reply->limits.tenant_minute);
	check_window(&reply->limits.tenant_day);
	isoft_retry_decide(&policy, &progress, reply, draw, &delay_ms);
	need(delay_ms >= 0 && delay_ms <= MAX_WAIT_MS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	isoft_reply reply = {.state = ISOFT_REPLY_WHOLE};
	isoft_reply_head head;
	bool more = true;
	size_t length;
	char *line;

	isoft_reply_head_init(&head, &reply);
	while (more && (line = fuzz_line(&in, &length))) {
		/* Copied without a NUL, since libcurl's lines have none. */
		char *bare = length ? malloc(length) : NULL;

		if (bare) {
			memcpy(bare, line, length);
		}
		more = isoft_reply_head_line(&head, bare ? bare : line, length);
		need(more != head.flooded);
		free(bare);
		free(line);
	}
	check_reply(&reply);
	return 0;
}
