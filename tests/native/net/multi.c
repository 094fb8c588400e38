/* Many requests at once: how many connections they use, when their timeouts run, and what abandoning them does. */
#include "net/multi.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../check.h"
#include "calls.h"
#include "support/clock.h"

enum { FLIGHTS = 20, CONNECTIONS_MAX = 6, PATIENCE_MS = 10000 };

/* Pumps until `wanted` flights have landed. Returns false after PATIENCE_MS. */
static bool pump_until(isoft_multi *multi, isoft_flight *const *flights, int count, int wanted)
{
	int64_t end = isoft_clock_monotonic_ms() + PATIENCE_MS;

	while (isoft_clock_monotonic_ms() < end) {
		int landed = 0;

		for (int i = 0; i < count; i++) {
			landed += isoft_flight_landed(flights[i]);
		}
		if (landed >= wanted) {
			return true;
		}
		isoft_multi_pump(multi, 100);
	}
	return false;
}

static bool end_whole(isoft_flight *flight, long status, const char *body)
{
	isoft_reply reply;
	bool whole;

	isoft_flight_free(flight, &reply);
	whole = is_whole(&reply, status, body);
	isoft_reply_wipe(&reply);
	return whole;
}

static isoft_flight *begin(isoft_multi *multi, const isoft_request *request)
{
	isoft_reply reply;

	return isoft_multi_begin(multi, request, &reply);
}

static void begin_all(isoft_multi *multi, const isoft_request *request, isoft_flight **flights, int count)
{
	for (int i = 0; i < count; i++) {
		flights[i] = begin(multi, request);
	}
}

static void few_connections(void)
{
	peer peer = peer_start(NULL, 0);
	isoft_multi *multi = isoft_multi_new();
	isoft_request request = request_to("POST", peer.url, "{}", ONCE);
	isoft_flight *flights[FLIGHTS];
	int whole = 0;

	for (int round = 0; round < 3; round++) {
		begin_all(multi, &request, flights, FLIGHTS);
		pump_until(multi, flights, FLIGHTS, FLIGHTS);
		for (int i = 0; i < FLIGHTS; i++) {
			whole += end_whole(flights[i], 200, "fine");
		}
	}
	check(whole == 3 * FLIGHTS, "three times 20 requests all get replies");
	check(peer.seen->requests == 3 * FLIGHTS, "each of the 60 requests was sent once");
	check(peer.seen->accepts > 1 && peer.seen->accepts <= CONNECTIONS_MAX,
		"the 60 requests used several connections, at most 6 (%d)", (int)peer.seen->accepts);
	isoft_multi_free(multi);
	peer_stop(&peer);
}

static void opening(void)
{
	peer peer = peer_start(NULL, 0);
	isoft_multi *multi = isoft_multi_new();
	isoft_request request = request_to("GET", peer.url, NULL, REPEATABLE);
	isoft_flight *flight;

	check(!isoft_multi_is_opening(multi) && !isoft_multi_is_opening(NULL), "without flights no connection is opening");
	flight = begin(multi, &request);
	check(isoft_multi_is_opening(multi), "after the first request a connection is opening");
	pump_until(multi, &flight, 1, 1);
	check(!isoft_multi_is_opening(multi) && end_whole(flight, 200, "fine"), "after its reply the connection is ready");
	flight = begin(multi, &request);
	check(!isoft_multi_is_opening(multi), "for the next request the connection is ready");
	isoft_flight_free(flight, NULL);
	isoft_multi_free(multi);
	peer_stop(&peer);
}

static void unreachable(void)
{
	char url[64];
	isoft_multi *multi = isoft_multi_new();
	isoft_request request = request_to("GET", url, NULL, REPEATABLE);
	isoft_reply reply;
	isoft_flight *flight;

	snprintf(url, sizeof(url), "http://127.0.0.1:%d/", peer_free_port());
	flight = begin(multi, &request);
	pump_until(multi, &flight, 1, 1);
	isoft_flight_free(flight, &reply);
	check(reply.state == ISOFT_REPLY_NOT_SENT && !reply.hopeless, "without a server the request is not sent");
	isoft_reply_wipe(&reply);
	flight = begin(multi, &request);
	check(!isoft_multi_is_opening(multi), "after that failure the next requests do not wait for one connection");
	isoft_flight_free(flight, NULL);
	isoft_multi_free(multi);
}

static void refused(void)
{
	isoft_multi *multi = isoft_multi_new();
	isoft_request request = request_to("GET", "http://example.com/", NULL, REPEATABLE);
	isoft_reply reply;

	check(!isoft_multi_begin(multi, &request, &reply) && reply.state == ISOFT_REPLY_NOT_SENT && reply.hopeless
			&& reply.error[0],
		"a URL against the rules is refused before it is sent: %s", reply.error);
	isoft_reply_wipe(&reply);
	isoft_multi_free(multi);
}

static void idle_time(void)
{
	const peer_step slow[] = {{PEER_READ_ALL, NULL, PEER_STALL}};
	peer peer = peer_start(NULL, 0), silent = peer_start(STEPS(slow));
	isoft_multi *multi = isoft_multi_new();
	isoft_request request = request_to("GET", peer.url, NULL, REPEATABLE),
				  unheard = request_to("GET", silent.url, NULL, REPEATABLE);
	isoft_reply reply;
	isoft_flight *flight;

	request.timeout_ms = unheard.timeout_ms = 300;
	flight = begin(multi, &request);
	isoft_multi_send(multi);
	isoft_clock_sleep_ms(600);
	pump_until(multi, &flight, 1, 1);
	check(end_whole(flight, 200, "fine"), "a timeout does not run while no pump runs");
	flight = begin(multi, &unheard);
	pump_until(multi, &flight, 1, 1);
	isoft_flight_free(flight, &reply);
	check(reply.timed_out && reply.state == ISOFT_REPLY_NONE, "a timeout runs while a pump runs");
	isoft_reply_wipe(&reply);
	isoft_multi_free(multi);
	peer_stop(&silent); /* first: it has inherited the lifeline of the other peer */
	peer_stop(&peer);
}

/* Six requests never get a reply: the seventh waits for a connection for longer than its timeout. */
static void queue_time(void)
{
	const peer_step steps[] = {{PEER_READ_ALL, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", PEER_KEEP},
		{PEER_READ_ALL, NULL, PEER_STALL}, {PEER_READ_ALL, NULL, PEER_STALL}, {PEER_READ_ALL, NULL, PEER_STALL},
		{PEER_READ_ALL, NULL, PEER_STALL}, {PEER_READ_ALL, NULL, PEER_STALL}, {PEER_READ_ALL, NULL, PEER_STALL}};
	peer peer = peer_start(STEPS(steps));
	isoft_multi *multi = isoft_multi_new();
	isoft_request request = request_to("GET", peer.url, NULL, REPEATABLE);
	isoft_flight *flights[CONNECTIONS_MAX + 1];
	isoft_flight *first = begin(multi, &request);

	pump_until(multi, &first, 1, 1); /* after this the server is known to speak HTTP/1.1 */
	isoft_flight_free(first, NULL);
	request.timeout_ms = 500;
	begin_all(multi, &request, flights, CONNECTIONS_MAX + 1);
	pump_until(multi, flights, CONNECTIONS_MAX + 1, CONNECTIONS_MAX + 1);
	check(end_whole(flights[CONNECTIONS_MAX], 200, "fine"),
		"a timeout does not run while the request waits for a connection");
	for (int i = 0; i < CONNECTIONS_MAX; i++) {
		isoft_flight_free(flights[i], NULL);
	}
	isoft_multi_free(multi);
	peer_stop(&peer);
}

static void abandoned(void)
{
	const peer_step steps[] = {{PEER_READ_ALL, NULL, PEER_STALL}};
	peer peer = peer_start(STEPS(steps));
	isoft_multi *multi = isoft_multi_new();
	isoft_request request = request_to("POST", peer.url, "{}", ONCE);
	isoft_flight *flight = begin(multi, &request);

	while (!peer.seen->bodies) {
		isoft_multi_pump(multi, 10);
	}
	check(!isoft_multi_is_opening(multi), "when a request has been sent, the connection is ready before the reply");
	isoft_multi_abandon(multi);
	flight = begin(multi, &request);
	pump_until(multi, &flight, 1, 1);
	check(end_whole(flight, 200, "fine") && peer.seen->accepts == 2,
		"after an abandoned request the next uses a new connection");
	isoft_multi_abandon(NULL);
	isoft_multi_free(multi);
	isoft_multi_free(NULL);
	peer_stop(&peer);
}

static void large_replies(void)
{
	enum { LENGTH = 15 * 1024 * 1024, LARGE = 4 };
	static char reply[LENGTH + 100];
	peer_step steps[LARGE + 2];
	isoft_multi *multi = isoft_multi_new();
	isoft_flight *flights[LARGE];
	size_t expected[LARGE];
	isoft_reply replies[LARGE];
	isoft_request request;
	int deferred = 0, whole = 0;
	peer peer;

	memset(reply + snprintf(reply, 100, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n", LENGTH), 'x', LENGTH);
	for (int i = 0; i < LARGE; i++) {
		steps[i] = (peer_step){PEER_READ_ALL, reply, PEER_KEEP};
	}
	steps[LARGE] = steps[LARGE + 1] = (peer_step){PEER_READ_ALL, NULL, PEER_STALL};
	peer = peer_start(steps, LARGE + 2);
	request = request_to("GET", peer.url, NULL, REPEATABLE);
	request.reply_cap = LENGTH + 1;
	begin_all(multi, &request, flights, LARGE);
	pump_until(multi, flights, LARGE, LARGE);
	for (int i = 0; i < LARGE; i++) {
		isoft_flight_free(flights[i], &replies[i]);
		expected[i] = replies[i].deferred;
		deferred += expected[i] == LENGTH && replies[i].state == ISOFT_REPLY_CUT && !replies[i].body.data;
		whole += replies[i].state == ISOFT_REPLY_WHOLE && replies[i].body.length == LENGTH;
		isoft_reply_wipe(&replies[i]);
	}
	check(whole == 2 && deferred == 2,
		"of four bodies of 15 MiB two fit, and two are given up with their length (%d, %d)", whole, deferred);
	request.reply_expected = LENGTH;
	begin_all(multi, &request, flights, LARGE);
	for (int i = 0; i < 100 && (peer.seen->requests < LARGE + 2 || i < 10); i++) {
		isoft_multi_pump(multi, 10);
	}
	check(peer.seen->requests == LARGE + 2, "of four that are expected to be large two are sent (%d)",
		(int)peer.seen->requests - LARGE);
	isoft_multi_abandon(multi);
	isoft_multi_free(multi);
	peer_stop(&peer);
}

/* As after a fatal error, when the calls that wait for the replies never go on. */
static void landed_and_abandoned(void)
{
	peer peer = peer_start(NULL, 0);
	isoft_multi *multi = isoft_multi_new();
	isoft_request request = request_to("GET", peer.url, NULL, REPEATABLE);
	isoft_flight *flights[2] = {begin(multi, &request), begin(multi, &request)};
	isoft_reply reply;

	pump_until(multi, flights, 2, 2);
	isoft_flight_free(flights[0], &reply);
	check(is_whole(&reply, 200, "fine"), "a landed flight is freed by its creator");
	isoft_reply_wipe(&reply);
	isoft_multi_abandon(multi); /* frees the other: the leak checker is at work */
	isoft_multi_free(multi);
	peer_stop(&peer);
}

static void forked(void)
{
	peer peer = peer_start(NULL, 0);
	isoft_multi *multi = isoft_multi_new();
	isoft_request request = request_to("GET", peer.url, NULL, REPEATABLE);
	isoft_flight *flight = begin(multi, &request);
	int status = 1;
	pid_t child;

	isoft_multi_send(multi);
	child = fork();
	if (child == 0) {
		isoft_flight *own = begin(multi, &request);
		bool fine = pump_until(multi, &own, 1, 1) && !isoft_flight_landed(flight) && end_whole(own, 200, "fine");

		isoft_flight_free(flight, NULL);
		isoft_multi_free(multi);
		_exit(!fine);
	}
	waitpid(child, &status, 0);
	check(status == 0, "a forked child has flights of its own, and the parent's do not land there");
	pump_until(multi, &flight, 1, 1);
	check(end_whole(flight, 200, "fine") && peer.seen->accepts == 2,
		"the parent's flight lands in the parent, on its own connection");
	isoft_multi_free(multi);
	peer_stop(&peer);
}

int main(void)
{
	if (!start_up()) {
		return 1;
	}
	few_connections();
	opening();
	unreachable();
	refused();
	idle_time();
	queue_time();
	abandoned();
	large_replies();
	landed_and_abandoned();
	forked();
	isoft_transport_mshutdown();
	return check_end();
}
