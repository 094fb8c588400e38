/* The decision after a try: each cell of the table, the budgets, and the delays. */
#include "net/retry.h"

#include "../check.h"

typedef struct {
	const char *what;
	isoft_reply_state state;
	long status;
	long retry_after;
	isoft_retry_step repeatable;
	isoft_retry_step not_repeatable;
} cell;

static const isoft_retry_policy POLICY = {.repeatable = true, .retries = 3, .max_wait_ms = 60000};

static isoft_reply reply_of(isoft_reply_state state, long status, long retry_after)
{
	return (isoft_reply){.state = state, .status = status, .retry_after = retry_after};
}

static uint32_t next = 12345;
static int draws;

static uint32_t draw(void)
{
	draws++;
	return next;
}

static isoft_retry_step decide(
	isoft_retry_policy policy, isoft_retry_progress progress, isoft_reply reply, int64_t *delay)
{
	return isoft_retry_decide(&policy, &progress, &reply, draw, delay);
}

static void table(void)
{
	const isoft_retry_step done = ISOFT_RETRY_DONE, again = ISOFT_RETRY_AGAIN, renew = ISOFT_RETRY_RENEW;
	const cell cells[] = {
		{"nothing sent", ISOFT_REPLY_NOT_SENT, 0, -1, again, again},
		{"no reply", ISOFT_REPLY_NONE, 0, -1, again, done},
		{"a cut reply", ISOFT_REPLY_CUT, 200, -1, again, done},
		{"a cut 401", ISOFT_REPLY_CUT, 401, -1, again, done},
		{"a cut 429", ISOFT_REPLY_CUT, 429, -1, again, done},
		{"a reply over the cap", ISOFT_REPLY_TOO_LARGE, 200, -1, done, done},
		{"a 503 over the cap", ISOFT_REPLY_TOO_LARGE, 503, 1, done, done},
		{"200", ISOFT_REPLY_WHOLE, 200, -1, done, done},
		{"201", ISOFT_REPLY_WHOLE, 201, -1, done, done},
		{"204", ISOFT_REPLY_WHOLE, 204, -1, done, done},
		{"302", ISOFT_REPLY_WHOLE, 302, -1, done, done},
		{"400", ISOFT_REPLY_WHOLE, 400, -1, done, done},
		{"401", ISOFT_REPLY_WHOLE, 401, -1, renew, renew},
		{"403", ISOFT_REPLY_WHOLE, 403, -1, done, done},
		{"404", ISOFT_REPLY_WHOLE, 404, -1, done, done},
		{"429", ISOFT_REPLY_WHOLE, 429, -1, again, again},
		{"429 with Retry-After", ISOFT_REPLY_WHOLE, 429, 2, again, again},
		{"500", ISOFT_REPLY_WHOLE, 500, -1, done, done},
		{"500 with Retry-After", ISOFT_REPLY_WHOLE, 500, 1, done, done},
		{"501", ISOFT_REPLY_WHOLE, 501, -1, done, done},
		{"502", ISOFT_REPLY_WHOLE, 502, -1, again, done},
		{"502 with Retry-After", ISOFT_REPLY_WHOLE, 502, 1, again, done},
		{"503", ISOFT_REPLY_WHOLE, 503, -1, again, done},
		{"503 with Retry-After", ISOFT_REPLY_WHOLE, 503, 1, again, done},
		{"504", ISOFT_REPLY_WHOLE, 504, -1, again, done},
		{"504 with Retry-After", ISOFT_REPLY_WHOLE, 504, 1, again, done},
	};
	isoft_retry_policy unsafe = POLICY;

	unsafe.repeatable = false;
	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
		const cell *c = &cells[i];
		isoft_retry_progress first = {.tries = 1};
		int64_t delay;

		check(decide(POLICY, first, reply_of(c->state, c->status, c->retry_after), &delay) == c->repeatable,
			"%s, repeatable", c->what);
		check(decide(unsafe, first, reply_of(c->state, c->status, c->retry_after), &delay) == c->not_repeatable,
			"%s, not repeatable", c->what);
	}
}

static void unusable(void)
{
	isoft_retry_policy unsafe = POLICY;
	isoft_reply reply = reply_of(ISOFT_REPLY_WHOLE, 201, 1);
	int64_t delay;

	unsafe.repeatable = false;
	reply.unusable = true;
	check(decide(POLICY, (isoft_retry_progress){.tries = 1}, reply, &delay) == ISOFT_RETRY_AGAIN && delay == 1000,
		"a 201 that cannot be used is tried again where the call is repeatable");
	check(decide(unsafe, (isoft_retry_progress){.tries = 1}, reply, &delay) == ISOFT_RETRY_DONE,
		"a 201 that cannot be used is not tried again elsewhere, with Retry-After or without");
}

static void hopeless(void)
{
	isoft_reply reply = reply_of(ISOFT_REPLY_NOT_SENT, 0, -1);
	int64_t delay;

	reply.hopeless = true;
	check(decide(POLICY, (isoft_retry_progress){.tries = 1}, reply, &delay) == ISOFT_RETRY_DONE && delay == 0,
		"a hopeless reply is not tried again");
}

static void renewal(void)
{
	isoft_retry_policy none = POLICY;
	isoft_reply refused = reply_of(ISOFT_REPLY_WHOLE, 401, -1);
	isoft_reply unavailable = reply_of(ISOFT_REPLY_WHOLE, 503, 0);
	int64_t delay;

	none.retries = 0;
	none.max_wait_ms = 0;
	check(decide(none, (isoft_retry_progress){.tries = 1}, refused, &delay) == ISOFT_RETRY_RENEW && delay == 0,
		"a 401 renews the token even with no retries and no time, at once");
	check(decide(POLICY, (isoft_retry_progress){.tries = 2, .renewed = true}, refused, &delay) == ISOFT_RETRY_DONE,
		"a second 401 is done");
	check(decide(POLICY, (isoft_retry_progress){.tries = 4, .renewed = true}, unavailable, &delay) == ISOFT_RETRY_AGAIN,
		"the try that met the 401 does not count");
	check(decide(POLICY, (isoft_retry_progress){.tries = 5, .renewed = true}, unavailable, &delay) == ISOFT_RETRY_DONE,
		"the other tries count");
}

static void deferral(void)
{
	isoft_retry_policy none = POLICY;
	isoft_reply given_up = reply_of(ISOFT_REPLY_CUT, 200, 5), unavailable = reply_of(ISOFT_REPLY_WHOLE, 503, 0);
	int64_t delay;

	none.retries = 0;
	given_up.deferred = 1000;
	check(decide(none, (isoft_retry_progress){.tries = 1, .deferred = 1}, given_up, &delay) == ISOFT_RETRY_AGAIN
			&& delay == 0,
		"a reply that was given up for lack of memory is asked for again, even with no retries, at once");
	check(decide(POLICY, (isoft_retry_progress){.tries = 4, .deferred = 1}, unavailable, &delay) == ISOFT_RETRY_AGAIN,
		"the try whose reply was given up does not count");
}

static void retries(void)
{
	isoft_retry_policy none = POLICY;
	isoft_reply unavailable = reply_of(ISOFT_REPLY_WHOLE, 503, 1);
	isoft_reply throttled = reply_of(ISOFT_REPLY_WHOLE, 429, 7);
	isoft_reply unsent = reply_of(ISOFT_REPLY_NOT_SENT, 0, -1);
	int64_t delay;

	none.retries = 0;
	check(decide(POLICY, (isoft_retry_progress){.tries = 3}, unavailable, &delay) == ISOFT_RETRY_AGAIN,
		"the third retry of three is made");
	check(decide(POLICY, (isoft_retry_progress){.tries = 4}, unavailable, &delay) == ISOFT_RETRY_DONE,
		"a fourth retry of three is not made");
	check(decide(none, (isoft_retry_progress){.tries = 1}, unsent, &delay) == ISOFT_RETRY_DONE,
		"without retries a request that was not sent is not tried again");
	check(decide(none, (isoft_retry_progress){.tries = 1}, throttled, &delay) == ISOFT_RETRY_DONE && delay == 7000,
		"without retries a 429 is done and still returns the delay");
}

static void time_budget(void)
{
	isoft_retry_policy short_of_time = POLICY;
	isoft_reply throttled = reply_of(ISOFT_REPLY_WHOLE, 429, 2);
	int64_t delay;

	short_of_time.max_wait_ms = 2000;
	check(decide(short_of_time, (isoft_retry_progress){.tries = 1}, throttled, &delay) == ISOFT_RETRY_AGAIN
			&& delay == 2000,
		"a Retry-After that just fits is waited for");
	check(decide(short_of_time, (isoft_retry_progress){.tries = 1, .waited_ms = 1}, throttled, &delay)
				== ISOFT_RETRY_NO_TIME
			&& delay == 2000,
		"earlier waits count, and the delay that does not fit is returned");
	short_of_time.max_wait_ms = 0;
	throttled.retry_after = 0;
	check(
		decide(short_of_time, (isoft_retry_progress){.tries = 1}, throttled, &delay) == ISOFT_RETRY_AGAIN && delay == 0,
		"Retry-After: 0 fits into 0 ms");
	throttled.retry_after = 86400;
	check(decide(POLICY, (isoft_retry_progress){.tries = 1}, throttled, &delay) == ISOFT_RETRY_NO_TIME
			&& delay == 86400000,
		"a delay of a day is returned in full");
}

static int64_t longest_back_off(int tries)
{
	isoft_retry_policy policy = {.repeatable = true, .retries = 100, .max_wait_ms = 1000000};
	isoft_retry_progress progress = {.tries = tries};
	isoft_reply reply = reply_of(ISOFT_REPLY_NONE, 0, -1);
	int64_t longest = 0;

	for (next = 0; next < 20000; next++) {
		int64_t delay;

		isoft_retry_decide(&policy, &progress, &reply, draw, &delay);
		longest = delay > longest ? delay : longest;
	}
	return longest;
}

static void back_off(void)
{
	static const int64_t longest[] = {250, 500, 1000, 2000, 4000, 8000, 8000, 8000};
	isoft_retry_progress first = {.tries = 1};
	isoft_reply reply = reply_of(ISOFT_REPLY_NONE, 0, -1);
	int64_t delay;

	for (int i = 0; i < (int)(sizeof(longest) / sizeof(longest[0])); i++) {
		check(longest_back_off(i + 1) == longest[i], "after failure %d at most %d ms", i + 1, (int)longest[i]);
	}
	check(longest_back_off(1000) == 8000, "after failure 1000 still 8000 ms");
	next = 0;
	isoft_retry_decide(&POLICY, &first, &reply, draw, &delay);
	check(delay == 0, "the jitter can be 0");
	next = UINT32_MAX;
	isoft_retry_decide(&POLICY, &first, &reply, draw, &delay);
	check(delay >= 0 && delay <= 250, "the delay is in range for the largest random number");
	draws = 0;
	decide(POLICY, first, reply_of(ISOFT_REPLY_WHOLE, 200, -1), &delay);
	decide(POLICY, first, reply_of(ISOFT_REPLY_WHOLE, 429, 2), &delay);
	check(draws == 0, "without a back-off no random number is drawn");
}

int main(void)
{
	table();
	unusable();
	hopeless();
	renewal();
	deferral();
	retries();
	time_budget();
	back_off();
	return check_end();
}
