/* Which requests count as refused when a server says what it did not take. */
#include "net/send_guard.h"

#include "../check.h"

static const isoft_send_place HERE_ON_443 = {40000, 443, "192.0.2.1"};

static isoft_send_guard on_stream(uint32_t stream)
{
	return (isoft_send_guard){.once = true, .turns = 1, .stream = stream, .place = HERE_ON_443};
}

static bool is_refused_beyond(isoft_send_guard guard, isoft_send_place place, uint32_t last)
{
	isoft_send_guard_refuse_beyond(&guard, &place, last);
	return guard.refused;
}

static void beyond_the_last_stream(void)
{
	isoft_send_guard guard = on_stream(7);

	check(is_refused_beyond(guard, HERE_ON_443, 5), "a stream beyond the last one is refused");
	check(!is_refused_beyond(guard, HERE_ON_443, 7), "the last stream itself may have been processed");
	check(!is_refused_beyond(guard, HERE_ON_443, 0x7fffffff), "the first step of two refuses nothing");
	check(!is_refused_beyond(on_stream(0), HERE_ON_443, 0), "a request whose stream is unknown is not refused");
	check(!is_refused_beyond(guard, (isoft_send_place){40001, 443, "192.0.2.1"}, 5), "another connection: not refused");
	check(!is_refused_beyond(guard, (isoft_send_place){40000, 443, "192.0.2.2"}, 5), "the same port to another server");
	check(!is_refused_beyond(guard, (isoft_send_place){40000, 8443, "192.0.2.1"}, 5), "the same port to another port");
	check(!is_refused_beyond(on_stream(7), (isoft_send_place){0, 443, "192.0.2.1"}, 5), "heard on no connection");
	isoft_send_guard_leave(&guard);
	check(!is_refused_beyond(guard, HERE_ON_443, 5), "a request that has left its connection is not refused there");
	check(!is_refused_beyond(guard, guard.place, 5), "what it hears then concerns no connection");
}

static void single_streams(void)
{
	isoft_send_guard guard = on_stream(7);

	isoft_send_guard_refuse(&guard, 9);
	check(!guard.refused, "another stream that is refused is not this request");
	isoft_send_guard_refuse(&guard, 7);
	check(guard.refused && !isoft_send_guard_sent(&guard, NULL, CURLE_HTTP2_STREAM),
		"its own stream is refused: the request counts as not sent");
	guard.repeats = 1;
	check(
		isoft_send_guard_sent(&guard, NULL, CURLE_HTTP2_STREAM), "an earlier turn that was not refused counts as sent");
}

int main(void)
{
	beyond_the_last_stream();
	single_streams();
	return check_end();
}
