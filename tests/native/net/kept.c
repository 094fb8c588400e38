/* How calls share a connection, and which bytes of a request arrive. */
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "calls.h"
#include "net/send_guard.h"
#include "../check.h"

static void many_calls(void)
{
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();
	int whole = 0;

	for (int i = 0; i < 50; i++) {
		whole += call(transport, i % 2 ? "POST" : "GET", peer.url, i % 2 ? "{}" : NULL, i % 3 == 0 || i % 2 == 0).status
			== 200;
	}
	check(whole == 50 && peer.seen->accepts == 1, "50 calls, repeatable or not, use one connection");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void fresh(void)
{
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();
	isoft_request request = request_to("POST", peer.url, "{}", ONCE);
	isoft_reply reply;

	call(transport, "GET", peer.url, NULL, REPEATABLE);
	request.fresh = true;
	reply = perform(transport, &request);
	isoft_reply_wipe(&reply);
	check(peer.seen->accepts == 2, "a fresh request uses a new connection");
	call(transport, "GET", peer.url, NULL, REPEATABLE);
	call(transport, "GET", peer.url, NULL, REPEATABLE);
	check(
		peer.seen->accepts == 2 && peer.seen->requests == 4, "after a fresh request the kept connection is used again");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void bodiless_once(void)
{
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();

	call(transport, "GET", peer.url, NULL, REPEATABLE);
	call(transport, "POST", peer.url, NULL, ONCE);
	call(transport, "DELETE", peer.url, NULL, ONCE);
	check(peer.seen->accepts == (ISOFT_SEND_GUARD_HAS_PREREQ ? 1 : 3),
		"a request that must be sent once and has no body uses a new connection only with libcurl before 7.80");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void two_transports(void)
{
	peer peer = peer_start(NULL, 0);
	isoft_transport *one = isoft_transport_new();
	isoft_transport *other = isoft_transport_new();

	call(one, "GET", peer.url, NULL, REPEATABLE);
	call(other, "GET", peer.url, NULL, REPEATABLE);
	call(one, "GET", peer.url, NULL, REPEATABLE);
	check(peer.seen->accepts == 2, "two transports share no connection");
	isoft_transport_free(one);
	isoft_transport_free(other);
	isoft_transport_free(NULL);
	peer_stop(&peer);
}

static void length_of(const char *method, const char *body, bool repeatable, const char *line)
{
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();
	const char *how = repeatable ? "repeatable" : "once";
	char first[32];

	snprintf(first, sizeof(first), "%s / HTTP/1.1\r\n", method);
	call(transport, method, peer.url, body, repeatable);
	check(strncmp(peer.seen->request[0], first, strlen(first)) == 0, "%s, %s: the method", method, how);
	if (line) {
		check(arrived(&peer, 0, line), "%s of %d bytes, %s: the length", method, body ? (int)strlen(body) : 0, how);
	} else {
		check(!arrived(&peer, 0, "Content-Length"), "%s without a body, %s: no length", method, how);
	}
	check(!arrived(&peer, 0, "chunked") && !arrived(&peer, 0, "Expect"), "%s, %s: neither chunks nor Expect", method,
		how);
	if (body && *body) {
		check(arrived(&peer, 0, body), "%s, %s: the body", method, how);
	}
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void lengths(void)
{
	for (int repeatable = 0; repeatable < 2; repeatable++) {
		length_of("GET", NULL, repeatable, NULL);
		length_of("DELETE", NULL, repeatable, NULL);
		length_of("POST", NULL, repeatable, "Content-Length: 0\r\n");
		length_of("PUT", "", repeatable, "Content-Length: 0\r\n");
		length_of("PATCH", NULL, repeatable, "Content-Length: 0\r\n");
		length_of("POST", "{\"a\":1}", repeatable, "Content-Length: 7\r\n");
		length_of("PUT", "{\"a\":1}", repeatable, "Content-Length: 7\r\n");
		length_of("PATCH", "{\"a\":1}", repeatable, "Content-Length: 7\r\n");
		length_of("DELETE", "{\"a\":1}", repeatable, "Content-Length: 7\r\n");
	}
}

static void large_body(bool repeatable)
{
	enum { SIZE = 3000000 };
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();
	char *body = malloc(SIZE + 1);

	memset(body, 'b', SIZE);
	body[SIZE] = '\0';
	check(call(transport, "POST", peer.url, body, repeatable).status == 200 && peer.seen->bodies == 1
			&& arrived(&peer, 0, "Content-Length: 3000000\r\n"),
		"a body of 3 MB arrives, %s", repeatable ? "repeatable" : "once");
	free(body);
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void binary_body(bool repeatable)
{
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();
	isoft_request request = request_to("POST", peer.url, "a", repeatable);
	isoft_reply reply;
	const char *at;

	request.body = "a\0b\xff";
	request.body_length = 4;
	reply = perform(transport, &request);
	isoft_reply_wipe(&reply);
	at = strstr(peer.seen->request[0], "\r\n\r\n");
	check(
		at && memcmp(at + 4, "a\0b\xff", 4) == 0, "NUL and high bytes arrive, %s", repeatable ? "repeatable" : "once");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void head(void)
{
	static const peer_step steps[] = {{PEER_READ_ALL,
		"HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\nContent-Type: Text/HTML; a=b\r\n\r\n", PEER_KEEP}};
	peer peer = peer_start(STEPS(steps));
	isoft_transport *transport = isoft_transport_new();
	isoft_request request = request_to("HEAD", peer.url, NULL, REPEATABLE);
	isoft_reply reply = perform(transport, &request);

	check(is_whole(&reply, 200, "") && strcmp(reply.content_type, "text/html") == 0,
		"the reply to HEAD is whole, without a body");
	isoft_reply_wipe(&reply);
	check(call(transport, "GET", peer.url, NULL, REPEATABLE).status == 200 && peer.seen->accepts == 1,
		"after HEAD the connection is kept");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void headers(void)
{
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();
	isoft_request request = request_to("POST", peer.url, "{}", REPEATABLE);
	isoft_reply reply;

	call(transport, "POST", peer.url, "{}", ONCE);
	check(
		arrived(&peer, 0, "Authorization: Bearer token\r\n") && arrived(&peer, 0, "Content-Type: application/json\r\n"),
		"the headers of the request arrive");
	check(!arrived(&peer, 0, "x-www-form-urlencoded") && !arrived(&peer, 0, "Accept-Encoding")
			&& !arrived(&peer, 0, "Cookie") && !arrived(&peer, 0, "User-Agent"),
		"headers that libcurl would add do not arrive");
	request.headers = NULL;
	reply = perform(transport, &request);
	isoft_reply_wipe(&reply);
	check(!arrived(&peer, 1, "Authorization") && !arrived(&peer, 1, "Content-Type"),
		"the next request does not have the headers of the one before");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void refused_headers(void)
{
	static const char *const broken[] = {"A: b\r\nInjected: c", NULL};
	const char *many[64];
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport = isoft_transport_new();
	isoft_request request = request_to("GET", peer.url, NULL, REPEATABLE);
	isoft_reply reply;

	request.headers = broken;
	reply = perform(transport, &request);
	check(reply.state == ISOFT_REPLY_NOT_SENT && reply.hopeless && reply.error[0],
		"a header with a line break is not sent");
	for (size_t i = 0; i < 63; i++) {
		many[i] = "A: b";
	}
	many[63] = NULL;
	request.headers = many;
	reply = perform(transport, &request);
	check(reply.state == ISOFT_REPLY_NOT_SENT && reply.hopeless, "a request with too many headers is not sent");
	check(call(transport, "GET", peer.url, NULL, REPEATABLE).status == 200 && peer.seen->requests == 1,
		"the next call of the transport succeeds");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void beside_another_user(void)
{
	peer peer = peer_start(NULL, 0);
	isoft_transport *transport;

	check(isoft_transport_minit(), "libcurl can be initialised twice");
	isoft_transport_mshutdown();
	transport = isoft_transport_new();
	check(call(transport, "GET", peer.url, NULL, REPEATABLE).status == 200,
		"libcurl still works after one of two shutdowns");
	isoft_transport_free(transport);
	peer_stop(&peer);
}

int main(void)
{
	if (!start_up()) {
		return 2;
	}
	many_calls();
	fresh();
	bodiless_once();
	two_transports();
	lengths();
	large_body(true);
	large_body(false);
	binary_body(true);
	binary_body(false);
	head();
	headers();
	refused_headers();
	beside_another_user();
	isoft_transport_mshutdown();
	return check_end();
}
