/* A kept connection that dies under a request: which requests are sent again, and what the reply reports. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "calls.h"
#include "../check.h"

static const char FINE[] = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine";

static const char *name_of(peer_ends end)
{
	return end == PEER_RESET ? "resets" : "hangs up";
}

/* The server answers one call, reads the next on the same connection, and closes it without a reply. */
static void second_call(peer_ends end, const char *body, bool repeatable, isoft_reply_state state, int requests)
{
	const peer_step steps[] = {{PEER_READ_ALL, FINE, PEER_KEEP}, {PEER_READ_ALL, NULL, end}};
	peer peer = peer_start(STEPS(steps));
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply;

	call(transport, "GET", peer.url, NULL, REPEATABLE);
	reply = call(transport, "POST", peer.url, body, repeatable);
	check(reply.state == state && peer.seen->requests == requests,
		"server reads the second request and %s: %s %s body, arrived %s", name_of(end),
		repeatable ? "repeatable" : "once", body ? "with" : "without", requests == 2 ? "once" : "twice");
	if (state != ISOFT_REPLY_WHOLE) {
		check(reply.status == 0 && reply.error[0] && !strchr(reply.error, '.'), "the reply has a reason: %s",
			reply.error);
	}
	check(call(transport, "GET", peer.url, NULL, REPEATABLE).status == 200, "the next call of the transport succeeds");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void larger_than_any_buffer(bool repeatable)
{
	enum { SIZE = 4000000 };
	static const peer_step steps[] = {{PEER_READ_ALL, FINE, PEER_KEEP}, {PEER_READ_HEAD, NULL, PEER_CLOSE}};
	peer peer = peer_start(STEPS(steps));
	isoft_transport *transport = isoft_transport_new();
	char *body = malloc(SIZE + 1);
	isoft_reply reply;

	memset(body, 'b', SIZE);
	body[SIZE] = '\0';
	call(transport, "GET", peer.url, NULL, REPEATABLE);
	reply = call(transport, "POST", peer.url, body, repeatable);
	if (!repeatable) {
		check(reply.state == ISOFT_REPLY_NONE && peer.seen->requests == 2,
			"server hangs up in the middle of 4 MB: a request to be sent once is not sent again");
	} else {
		/* libcurl does not try again when a write fails: net/retry does. */
		check(reply.state == ISOFT_REPLY_NONE || reply.status == 200,
			"server hangs up in the middle of 4 MB: a repeatable request fails or succeeds");
	}
	free(body);
	isoft_transport_free(transport);
	peer_stop(&peer);
}

/* The usual end of a kept connection: it is closed while idle, and libcurl notices before it writes. */
static void closed_while_idle(peer_ends end, const char *body, bool repeatable)
{
	const peer_step steps[] = {{PEER_READ_ALL, FINE, end}};
	peer peer = peer_start(STEPS(steps));
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply;

	call(transport, "GET", peer.url, NULL, REPEATABLE);
	usleep(50000);
	reply = call(transport, "POST", peer.url, body, repeatable);
	check(reply.status == 200 && peer.seen->requests == 2 && peer.seen->accepts == 2,
		"server %s while idle: the request, %s, %s body, arrives once, on a new connection", name_of(end),
		repeatable ? "repeatable" : "once", body ? "with" : "without");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

/* A DELETE that met 404 has succeeded if it was sent before: the caller must learn of each request that was sent. */
static void repeated_delete(void)
{
	static const peer_step steps[] = {{PEER_READ_ALL, FINE, PEER_KEEP}, {PEER_READ_ALL, NULL, PEER_CLOSE}};
	peer peer = peer_start(STEPS(steps));
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply;

	call(transport, "GET", peer.url, NULL, REPEATABLE);
	reply = call(transport, "DELETE", peer.url, NULL, REPEATABLE);
	check(reply.repeats ? reply.repeats == 1 && peer.seen->requests == 3
						: reply.state == ISOFT_REPLY_NONE && peer.seen->requests == 2,
		"a DELETE that libcurl sent twice is reported as repeated, or is sent once");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

/* On a new connection libcurl never sends a request twice. */
static void first_call(peer_ends end, bool repeatable)
{
	const peer_step steps[] = {{PEER_READ_ALL, NULL, end}};
	peer peer = peer_start(STEPS(steps));
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply = call(transport, "POST", peer.url, "{}", repeatable);

	check(reply.state == ISOFT_REPLY_NONE && peer.seen->requests == 1,
		"server reads the first request and %s: %s, arrived once", name_of(end), repeatable ? "repeatable" : "once");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

/* A kept connection dies under a request, and the server is gone when libcurl tries again. */
static void server_gone(bool repeatable)
{
	static const peer_step steps[] = {{PEER_READ_ALL, FINE, PEER_KEEP}, {PEER_READ_ALL, NULL, PEER_CLOSE}};
	peer peer = peer_start(STEPS(steps));
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply;

	call(transport, "GET", peer.url, NULL, REPEATABLE);
	peer_leave(&peer);
	usleep(50000);
	reply = call(transport, "POST", peer.url, "{}", repeatable);
	check(reply.state == ISOFT_REPLY_NONE && peer.seen->requests == 2,
		"server hangs up and is gone: %s, reported as sent", repeatable ? "repeatable" : "once");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

int main(void)
{
	static const peer_ends ends[] = {PEER_CLOSE, PEER_RESET};

	if (!start_up()) {
		return 2;
	}
	for (int i = 0; i < 2; i++) {
		second_call(ends[i], "{}", ONCE, ISOFT_REPLY_NONE, 2);
		second_call(ends[i], NULL, ONCE, ISOFT_REPLY_NONE, 2);
		second_call(ends[i], "{}", REPEATABLE, ISOFT_REPLY_WHOLE, 3);
		closed_while_idle(ends[i], "{}", ONCE);
		closed_while_idle(ends[i], "{}", REPEATABLE);
		closed_while_idle(ends[i], NULL, ONCE);
		first_call(ends[i], ONCE);
		first_call(ends[i], REPEATABLE);
	}
	repeated_delete();
	larger_than_any_buffer(ONCE);
	larger_than_any_buffer(REPEATABLE);
	server_gone(ONCE);
	server_gone(REPEATABLE);
	isoft_transport_mshutdown();
	return check_end();
}
