/* Calls that fail during the transfer: what the reply reports, and that each call ends. */
#include <stdlib.h>
#include <string.h>

#include "../check.h"
#include "calls.h"
#include "net/transfer.h"
#include "support/clock.h"

/* A sanitizer on a busy machine needs seconds for a flood. */
enum { TIMEOUT_MS = 60000, SOON_MS = 30000 };

static isoft_reply call_with(const peer_step *steps, size_t count, long timeout_ms, size_t cap, int64_t *took)
{
	peer peer = peer_start(steps, count);
	isoft_transport *transport = isoft_transport_new();
	isoft_request request = request_to("GET", peer.url, NULL, REPEATABLE);
	int64_t begun = isoft_clock_monotonic_ms();
	isoft_reply reply;

	request.timeout_ms = timeout_ms;
	request.reply_cap = cap;
	reply = perform(transport, &request);
	*took = isoft_clock_monotonic_ms() - begun;
	isoft_transport_free(transport);
	peer_stop(&peer);
	return reply;
}

/* Makes one call with one step. Checks state, status, that a failure has a reason, and that nothing timed out. */
static isoft_reply one(const char *what, peer_step step, isoft_reply_state state, long status)
{
	int64_t took;
	isoft_reply reply = call_with(&step, 1, TIMEOUT_MS, 100000, &took);
	bool told = state == ISOFT_REPLY_WHOLE ? !reply.error[0] : reply.error[0] && !strchr(reply.error, '\n');

	check(reply.state == state && reply.status == status && told && !reply.timed_out && took < SOON_MS, "%s (%s)", what,
		reply.error);
	isoft_reply_wipe(&reply);
	return reply;
}

/* It depends on which comes first, the request or the reset, whether something was sent. */
static void reset_on_connect(void)
{
	const peer_step step = {PEER_READ_NOTHING, NULL, PEER_RESET};
	int64_t took;
	isoft_reply reply = call_with(&step, 1, TIMEOUT_MS, 100000, &took);

	check((reply.state == ISOFT_REPLY_NONE || reply.state == ISOFT_REPLY_NOT_SENT) && reply.error[0] && took < SOON_MS,
		"reset on connect (%s)", reply.error);
	isoft_reply_wipe(&reply);
}

static void hang_ups(void)
{
	static const struct {
		const char *what;
		peer_step step;
		isoft_reply_state state;
		long status;
	} cases[] = {
		{"closed on connect", {PEER_READ_NOTHING, NULL, PEER_CLOSE}, ISOFT_REPLY_NONE, 0},
		{"closed after the request", {PEER_READ_ALL, NULL, PEER_CLOSE}, ISOFT_REPLY_NONE, 0},
		{"reset after the request", {PEER_READ_ALL, NULL, PEER_RESET}, ISOFT_REPLY_NONE, 0},
		{"closed within the status line", {PEER_READ_ALL, "HTTP/1.1 20", PEER_CLOSE}, ISOFT_REPLY_NONE, 0},
		{"closed after the status line", {PEER_READ_ALL, "HTTP/1.1 200 OK\r\n", PEER_CLOSE}, ISOFT_REPLY_CUT, 200},
		{"closed within a header", {PEER_READ_ALL, "HTTP/1.1 201 OK\r\nContent-Le", PEER_CLOSE}, ISOFT_REPLY_CUT, 201},
		{"closed before the body", {PEER_READ_ALL, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", PEER_CLOSE},
			ISOFT_REPLY_CUT, 200},
		{"closed within the body", {PEER_READ_ALL, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", PEER_CLOSE},
			ISOFT_REPLY_CUT, 200},
		{"closed within a chunk",
			{PEER_READ_ALL, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf", PEER_CLOSE},
			ISOFT_REPLY_CUT, 200},
		{"closed before the last chunk",
			{PEER_READ_ALL, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n", PEER_CLOSE},
			ISOFT_REPLY_CUT, 200},
		{"a chunk without a length",
			{PEER_READ_ALL, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nfour\r\n", PEER_CLOSE},
			ISOFT_REPLY_CUT, 200},
		{"a body that ends with the connection", {PEER_READ_ALL, "HTTP/1.1 200 OK\r\n\r\nall", PEER_CLOSE},
			ISOFT_REPLY_WHOLE, 200},
		{"chunks",
			{PEER_READ_ALL,
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n0\r\nRetry-After: 5\r\n\r\n",
				PEER_KEEP},
			ISOFT_REPLY_WHOLE, 200},
		{"no content", {PEER_READ_ALL, "HTTP/1.1 204 No Content\r\n\r\n", PEER_KEEP}, ISOFT_REPLY_WHOLE, 204},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		one(cases[i].what, cases[i].step, cases[i].state, cases[i].status);
	}
}

static void no_http(void)
{
	one("garbage", (peer_step){PEER_READ_ALL, "\x01\x02\x03 garbage\r\n\r\nmore", PEER_CLOSE}, ISOFT_REPLY_NONE, 0);
	one("HTTP/0.9", (peer_step){PEER_READ_ALL, "<html>hello</html>", PEER_CLOSE}, ISOFT_REPLY_NONE, 0);
	one("a status that is not a number", (peer_step){PEER_READ_ALL, "HTTP/1.1 abc OK\r\n\r\n", PEER_CLOSE},
		ISOFT_REPLY_NONE, 0);
	one("another protocol", (peer_step){PEER_READ_NOTHING, "220 mail.example.com ESMTP\r\n", PEER_CLOSE},
		ISOFT_REPLY_NONE, 0);
}

static void interim_replies(void)
{
	isoft_reply reply;

	one("100 and the reply",
		(peer_step){PEER_READ_ALL, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n", PEER_KEEP},
		ISOFT_REPLY_WHOLE, 204);
	reply = one("103 with headers and the reply",
		(peer_step){PEER_READ_ALL,
			"HTTP/1.1 103 Early Hints\r\nRetry-After: 9\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine",
			PEER_KEEP},
		ISOFT_REPLY_WHOLE, 200);
	check(reply.retry_after == -1, "the headers of an interim reply are not the reply's");
	one("100 and then nothing", (peer_step){PEER_READ_ALL, "HTTP/1.1 100 Continue\r\n\r\n", PEER_CLOSE},
		ISOFT_REPLY_NONE, 0);
	one("100 cut short", (peer_step){PEER_READ_ALL, "HTTP/1.1 100 Continue\r\n", PEER_CLOSE}, ISOFT_REPLY_NONE, 0);
	one("101 that was not asked for",
		(peer_step){PEER_READ_ALL, "HTTP/1.1 101 Switching Protocols\r\n\r\nwhat", PEER_CLOSE}, ISOFT_REPLY_NONE, 0);
}

static void cap(void)
{
	static const peer_step exact = {
		PEER_READ_ALL, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789", PEER_KEEP};
	int64_t took;
	isoft_reply reply = call_with(&exact, 1, 5000, 10, &took);

	check(is_whole(&reply, 200, "0123456789"), "a body as long as the cap is accepted");
	isoft_reply_wipe(&reply);
	reply = call_with(&exact, 1, 5000, 9, &took);
	check(reply.state == ISOFT_REPLY_TOO_LARGE && reply.status == 200 && reply.body.length == 0,
		"a body of one byte more is too large (%s)", reply.error);
	isoft_reply_wipe(&reply);
	one("an endless body",
		(peer_step){PEER_READ_ALL, "HTTP/1.1 200 OK\r\n\r\nmore and more and more and more\r\n", PEER_FLOOD},
		ISOFT_REPLY_TOO_LARGE, 200);
	one("chunks whose lengths are wrong",
		(peer_step){PEER_READ_ALL,
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n00000000000000f\r\n15 bytes long..\r\n", PEER_FLOOD},
		ISOFT_REPLY_CUT, 200);
}

static void floods(void)
{
	one("a header flood", (peer_step){PEER_READ_ALL, "HTTP/1.1 200 OK\r\nX-Flood: 0123456789\r\n", PEER_FLOOD},
		ISOFT_REPLY_TOO_LARGE, 200);
	one("a flood of interim replies", (peer_step){PEER_READ_ALL, "HTTP/1.1 100 Continue\r\n\n", PEER_FLOOD},
		ISOFT_REPLY_TOO_LARGE, 0);
	one("an endless header line", (peer_step){PEER_READ_ALL, "HTTP/1.1 200 OK\r\nX-Long: 0123456789", PEER_FLOOD},
		ISOFT_REPLY_CUT, 200);
}

static void timeout(const char *what, peer_step step, isoft_reply_state state, long status)
{
	int64_t took;
	isoft_reply reply = call_with(&step, 1, 300, 100000, &took);

	check(reply.state == state && reply.status == status && reply.timed_out && took >= 250 && took < SOON_MS,
		"%s times out (%s)", what, reply.error);
	isoft_reply_wipe(&reply);
}

static void timeouts(void)
{
	timeout("silence after the request", (peer_step){PEER_READ_ALL, NULL, PEER_STALL}, ISOFT_REPLY_NONE, 0);
	timeout("silence after the headers",
		(peer_step){PEER_READ_ALL, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", PEER_STALL}, ISOFT_REPLY_CUT, 200);
	timeout("a body that arrives slowly",
		(peer_step){PEER_READ_ALL, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", PEER_DRIP}, ISOFT_REPLY_CUT, 200);
	timeout("a header that arrives slowly", (peer_step){PEER_READ_ALL, "HTTP/1.1 200 OK\r\nX-Slow: ", PEER_DRIP},
		ISOFT_REPLY_CUT, 200);
	timeout(
		"a status line that arrives slowly", (peer_step){PEER_READ_ALL, "HTTP/1.1 2", PEER_DRIP}, ISOFT_REPLY_NONE, 0);
}

static void never_sent(const char *what, const char *url)
{
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply = call(transport, "POST", url, "{}", ONCE);

	check(reply.state == ISOFT_REPLY_NOT_SENT && reply.status == 0 && !reply.hopeless && reply.error[0],
		"%s: not sent (%s)", what, reply.error);
	isoft_transport_free(transport);
}

static void not_sent(void)
{
	static const peer_step close_at_once[] = {{PEER_READ_NOTHING, NULL, PEER_CLOSE}};
	static const peer_step plain[] = {{PEER_READ_NOTHING, "HTTP/1.1 400 Bad Request\r\n\r\n", PEER_CLOSE}};
	peer peer;
	char url[64];

	snprintf(url, sizeof(url), "http://127.0.0.1:%d/", peer_free_port());
	never_sent("no server listens", url);
	never_sent("no such host", "https://nobody.invalid/?token=secret");
	peer = peer_start(STEPS(close_at_once));
	snprintf(url, sizeof(url), "https://127.0.0.1:%d/", peer.port);
	never_sent("closed within the TLS handshake", url);
	peer_stop(&peer);
	peer = peer_start(STEPS(plain));
	snprintf(url, sizeof(url), "https://127.0.0.1:%d/", peer.port);
	never_sent("a server that does not speak TLS", url);
	peer_stop(&peer);
}

static void handshake_timeout(void)
{
	static const peer_step silent[] = {{PEER_READ_NOTHING, NULL, PEER_STALL}};
	peer peer = peer_start(STEPS(silent));
	isoft_transport *transport = isoft_transport_new();
	char url[64];
	isoft_request request;
	isoft_reply reply;
	int64_t begun = isoft_clock_monotonic_ms();

	snprintf(url, sizeof(url), "https://127.0.0.1:%d/", peer.port);
	request = request_to("POST", url, "{}", ONCE);
	request.connect_timeout_ms = 300;
	request.timeout_ms = TIMEOUT_MS;
	reply = perform(transport, &request);
	check(reply.state == ISOFT_REPLY_NOT_SENT && reply.timed_out && isoft_clock_monotonic_ms() - begun < SOON_MS,
		"a TLS handshake that hangs ends by the connect timeout: not sent (%s)", reply.error);
	isoft_transport_free(transport);
	peer_stop(&peer);
}

static void afterwards(void)
{
	static const peer_step steps[] = {
		{PEER_READ_ALL, "HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\nonly the beginning", PEER_STALL},
		{PEER_READ_ALL, "HTTP/1.1 200 OK\r\nX-Flood: 0123456789\r\n", PEER_FLOOD},
	};
	peer peer = peer_start(STEPS(steps));
	isoft_transport *transport = isoft_transport_new();
	isoft_request request = request_to("GET", peer.url, NULL, REPEATABLE);
	isoft_reply reply;

	request.timeout_ms = 300;
	for (int i = 0; i < 2; i++) {
		reply = perform(transport, &request);
		isoft_reply_wipe(&reply);
	}
	reply = perform(transport, &request);
	check(is_whole(&reply, 200, "fine"),
		"after failed transfers the next call of the transport succeeds, without remains of them");
	isoft_reply_wipe(&reply);
	isoft_transport_free(transport);
	peer_stop(&peer);
}

/* libcurl ends a transfer so if a line exceeds its own cap: with the first code before 8.6, with the second since. */
static void line_over_the_cap_of_libcurl(void)
{
	static const int codes[] = {CURLE_OUT_OF_MEMORY, 100};
	isoft_request request = request_to("GET", "http://127.0.0.1/", NULL, REPEATABLE);

	for (int i = 0; i < 2; i++) {
		CURL *easy = curl_easy_init();
		isoft_reply reply;
		isoft_transfer transfer;

		memset(&reply, 0, sizeof(reply));
		isoft_buffer_init(&reply.body, request.reply_cap);
		isoft_transfer_init(&transfer, &request, &reply);
		reply.status = 200; /* the status line has arrived */
		isoft_transfer_finish(&transfer, easy, (CURLcode)codes[i]);
		check(strcmp(reply.error, "A header of the reply is longer than the limit") == 0,
			"libcurl's error %d is told as what it is: %s", codes[i], reply.error);
		isoft_reply_wipe(&reply);
		curl_easy_cleanup(easy);
	}
}

int main(void)
{
	if (!start_up()) {
		return 2;
	}
	reset_on_connect();
	hang_ups();
	no_http();
	interim_replies();
	cap();
	floods();
	timeouts();
	not_sent();
	handshake_timeout();
	afterwards();
	line_over_the_cap_of_libcurl();
	isoft_transport_mshutdown();
	return check_end();
}
