#include "net/retry.h"

static const int64_t BACKOFF_FIRST_MS = 250;
static const int64_t BACKOFF_MAX_MS = 8000;

/* Full jitter: from 0 to a bound that doubles with each failure, so that many workers do not return at once. */
static int64_t retry_backoff_ms(int failures, isoft_retry_random random)
{
	int64_t bound = BACKOFF_FIRST_MS;

	for (int i = 1; i < failures && bound < BACKOFF_MAX_MS; i++) {
		bound *= 2;
	}
	return (int64_t)(random() % (uint32_t)(bound + 1));
}

static bool retry_is_worth_it(const isoft_reply *reply, bool repeatable)
{
	switch (reply->state) {
		case ISOFT_REPLY_NOT_SENT:
			return !reply->hopeless;
		case ISOFT_REPLY_NONE:
		case ISOFT_REPLY_CUT:
			return repeatable;
		case ISOFT_REPLY_TOO_LARGE:
			return false;
		case ISOFT_REPLY_WHOLE:
			break;
	}
	switch (reply->status) {
		case 429:
			return true;
		case 502:
		case 503:
		case 504:
			return repeatable;
		default:
			return reply->unusable && repeatable;
	}
}

isoft_retry_step isoft_retry_decide(const isoft_retry_policy *policy, const isoft_retry_progress *progress,
	const isoft_reply *reply, isoft_retry_random random, int64_t *delay_ms)
{
	/* The try that met a 401 failed because of the token, and does not count, nor does one that was given up. */
	int failures = progress->tries - (progress->renewed ? 1 : 0) - progress->deferred;

	*delay_ms = 0;
	if (reply->deferred) {
		return ISOFT_RETRY_AGAIN;
	}
	if (reply->state == ISOFT_REPLY_WHOLE && reply->status == 401) {
		return progress->renewed ? ISOFT_RETRY_DONE : ISOFT_RETRY_RENEW;
	}
	if (!retry_is_worth_it(reply, policy->repeatable)) {
		return ISOFT_RETRY_DONE;
	}
	*delay_ms = reply->retry_after >= 0 ? (int64_t)reply->retry_after * 1000 : retry_backoff_ms(failures, random);
	if (failures > policy->retries) {
		return ISOFT_RETRY_DONE;
	}
	return *delay_ms > policy->max_wait_ms - progress->waited_ms ? ISOFT_RETRY_NO_TIME : ISOFT_RETRY_AGAIN;
}
