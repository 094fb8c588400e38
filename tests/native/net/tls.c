/* Over TLS: handshakes, certificates, dead connections and forks. */
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../check.h"
#include "calls.h"
#include "net/multi.h"
#include "support/clock.h"
#include "tls_peer.h"

static const char CA[] = KEAP_TLS "/ca.pem";

static isoft_reply call_tls(isoft_transport *transport, const tls_peer *peer, const char *path, const char *body,
	bool repeatable, const char *ca)
{
	char url[128];
	isoft_request request;

	snprintf(url, sizeof(url), "%s%s", peer->url, path);
	request = request_to(body ? "POST" : "GET", url, body, repeatable);
	request.trust.file = ca;
	return perform(transport, &request);
}

static isoft_reply state_of(
	isoft_transport *transport, const tls_peer *peer, const char *path, const char *body, bool repeatable)
{
	isoft_reply reply = call_tls(transport, peer, path, body, repeatable, CA);

	isoft_reply_wipe(&reply);
	return reply;
}

static bool is_fine(isoft_transport *transport, const tls_peer *peer)
{
	return state_of(transport, peer, "/", "{}", ONCE).status == 200;
}

/* One of the server's counters. Each question uses a new connection, which the server counts too. */
static int seen(const tls_peer *peer, const char *what)
{
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply = call_tls(transport, peer, "/seen", NULL, REPEATABLE, CA);
	const char *at = reply.body.length ? strstr(reply.body.data, what) : NULL;
	int number = at ? atoi(at + strlen(what) + 2) : -1;

	isoft_reply_wipe(&reply);
	isoft_transport_free(transport);
	return number;
}

static bool start(tls_peer *peer, const char *host, const char *highest_version)
{
	return tls_peer_start(
		peer, host, (const char *const[]){HERE "/tls-peer.mjs", KEAP_TLS, host, highest_version, NULL});
}

static void many_calls(const tls_peer *peer)
{
	isoft_transport *transport = isoft_transport_new();
	int before = seen(peer, "handshakes");
	int fine = 0;

	for (int i = 0; i < 30; i++) {
		fine += is_fine(transport, peer);
	}
	check(fine == 30 && seen(peer, "handshakes") == before + 2, "30 calls make one handshake");
	isoft_transport_free(transport);
}

static void untrusted(const tls_peer *peer, const char *ca, const char *what)
{
	isoft_transport *transport = isoft_transport_new();
	int before = seen(peer, "requests");
	isoft_reply reply = call_tls(transport, peer, "/", "{}", ONCE, ca);

	check(reply.state == ISOFT_REPLY_NOT_SENT && reply.hopeless && seen(peer, "requests") == before,
		"%s: not sent, hopeless (%s)", what, reply.error);
	isoft_reply_wipe(&reply);
	isoft_transport_free(transport);
}

/* A connection made with one CA bundle must not be used for a request with another. */
static void another_bundle(const tls_peer *peer)
{
	isoft_transport *transport = isoft_transport_new();
	bool fine = is_fine(transport, peer);
	isoft_reply reply = call_tls(transport, peer, "/", "{}", ONCE, NULL);

	check(fine && reply.state == ISOFT_REPLY_NOT_SENT && reply.hopeless,
		"a kept connection is not used for a request with another CA bundle");
	isoft_reply_wipe(&reply);
	isoft_transport_free(transport);
}

static void copy(const char *from, FILE *to)
{
	char piece[4096];
	FILE *source = fopen(from, "r");
	size_t length;

	while (source && (length = fread(piece, 1, sizeof(piece), source)) > 0) {
		fwrite(piece, 1, length, to);
	}
	if (source) {
		fclose(source);
	}
	fclose(to);
}

/* Removes the bundle after the first connection: libcurl must not need it again. */
static void bundle_parsed_once(const tls_peer *peer)
{
	static const char what[] = "a reconnect does not parse the bundle again";
	char bundle[] = "/tmp/native-net.XXXXXX";
	isoft_transport *transport = isoft_transport_new();
	int descriptor = mkstemp(bundle);
	isoft_reply first, again;

	if (curl_version_info(CURLVERSION_NOW)->version_num < 0x075700 || descriptor < 0) {
		check_skip(what, "needs libcurl 7.87 and a writable /tmp");
	} else {
		copy(CA, fdopen(descriptor, "w"));
		first = call_tls(transport, peer, "/", NULL, ONCE, bundle);
		unlink(bundle);
		again = call_tls(transport, peer, "/", NULL, ONCE, bundle);
		check(first.status == 200 && again.status == 200, "%s", what);
		isoft_reply_wipe(&first);
		isoft_reply_wipe(&again);
	}
	isoft_transport_free(transport);
}

static void other_name(void)
{
	tls_peer peer;
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply;

	if (!start(&peer, "127.0.0.2", NULL)) {
		check_skip("a certificate for another name", "127.0.0.2 cannot be listened on");
	} else {
		reply = state_of(transport, &peer, "/", "{}", ONCE);
		check(reply.state == ISOFT_REPLY_NOT_SENT && reply.hopeless,
			"a certificate for another name: not sent, hopeless (%s)", reply.error);
		tls_peer_stop(&peer);
	}
	isoft_transport_free(transport);
}

static void old_version(void)
{
	tls_peer peer;
	isoft_transport *transport = isoft_transport_new();
	isoft_reply reply;

	if (!start(&peer, "127.0.0.1", "TLSv1.1")) {
		check_skip("TLS 1.1", "this node no longer speaks it");
	} else {
		reply = state_of(transport, &peer, "/", "{}", ONCE);
		check(reply.state == ISOFT_REPLY_NOT_SENT, "TLS 1.1: not sent (%s)", reply.error);
		tls_peer_stop(&peer);
	}
	isoft_transport_free(transport);
}

static void hang_up(const tls_peer *peer, const char *body, bool repeatable, int times)
{
	isoft_transport *transport = isoft_transport_new();
	int before = seen(peer, "hung_up");
	bool fine = is_fine(transport, peer);
	isoft_reply reply = state_of(transport, peer, "/hang-up", body, repeatable);

	check(fine && reply.state == ISOFT_REPLY_NONE && seen(peer, "hung_up") == before + times,
		"server reads the second request and hangs up: %s %s body, arrived %d times (%s)",
		repeatable ? "repeatable" : "once", body ? "with" : "without", times, reply.error);
	check(is_fine(transport, peer), "the next call of the transport succeeds");
	isoft_transport_free(transport);
}

static void wait_until_left(const tls_peer *peer, int times)
{
	while (seen(peer, "left") < times) {
		isoft_clock_sleep_ms(5);
	}
}

static void left_between_calls(const tls_peer *peer)
{
	enum { ROUNDS = 5 };
	isoft_transport *transport = isoft_transport_new();
	int before = seen(peer, "requests"), left = seen(peer, "left"), fine = 0;

	for (int i = 1; i <= ROUNDS; i++) {
		state_of(transport, peer, "/leave", NULL, REPEATABLE);
		wait_until_left(peer, left + i);
		fine += is_fine(transport, peer) && is_fine(transport, peer);
	}
	check(fine == ROUNDS && seen(peer, "requests") == before + 2 * ROUNDS,
		"a connection that the server closed a moment ago is not used: %d of %d", fine, ROUNDS);
	isoft_transport_free(transport);
}

/* Makes `count` requests at once, and returns how many of them got 200. */
static int fly(isoft_multi *multi, const tls_peer *peer, const char *path, bool repeatable, int count)
{
	char url[128];
	isoft_request request;
	isoft_flight *flights[4];
	isoft_reply reply;
	int fine = 0;

	snprintf(url, sizeof(url), "%s%s", peer->url, path);
	request = request_to("POST", url, "{}", repeatable);
	request.trust.file = CA;
	for (int i = 0; i < count; i++) {
		flights[i] = isoft_multi_begin(multi, &request, &reply);
	}
	for (int i = 0; i < count; i++) {
		while (!isoft_flight_landed(flights[i])) {
			isoft_multi_pump(multi, 100);
		}
		isoft_flight_free(flights[i], &reply);
		fine += reply.status == 200;
		isoft_reply_wipe(&reply);
	}
	return fine;
}

static void left_between_flights(const tls_peer *peer)
{
	enum { ROUNDS = 5 };
	isoft_multi *multi = isoft_multi_new();
	int before = seen(peer, "requests"), left = seen(peer, "left"), fine = 0;

	for (int i = 1; i <= ROUNDS; i++) {
		fly(multi, peer, "/leave", REPEATABLE, 1);
		wait_until_left(peer, left + i);
		fine += fly(multi, peer, "/", ONCE, 3) == 3;
	}
	check(fine == ROUNDS && seen(peer, "requests") == before + 3 * ROUNDS,
		"nor is it used for requests at once: %d of %d", fine, ROUNDS);
	isoft_multi_free(multi);
}

static void forked(const tls_peer *peer)
{
	isoft_transport *transport = isoft_transport_new();
	int before = seen(peer, "handshakes");
	int status = 1;
	bool fine = is_fine(transport, peer);
	pid_t child = fork();

	if (child == 0) {
		fine = is_fine(transport, peer) && is_fine(transport, peer);
		isoft_transport_free(transport);
		_exit(fine ? 0 : 1);
	}
	waitpid(child, &status, 0);
	check(fine && status == 0, "a forked child makes calls, and frees the transport");
	check(is_fine(transport, peer) && seen(peer, "handshakes") == before + 3,
		"the parent's next call uses its own connection");
	isoft_transport_free(transport);
}

static void plain_to_tls(const tls_peer *peer)
{
	isoft_transport *transport = isoft_transport_new();
	char url[128];
	isoft_reply reply;

	snprintf(url, sizeof(url), "http%s/", peer->url + strlen("https"));
	reply = call(transport, "GET", url, NULL, REPEATABLE);
	check(reply.state != ISOFT_REPLY_WHOLE || reply.status == 400, "plain http to a TLS port fails");
	isoft_transport_free(transport);
}

int main(void)
{
	tls_peer peer;

	if (!start_up()) {
		return 2;
	}
	if (!start(&peer, "127.0.0.1", NULL)) {
		check_skip("everything over TLS", "needs node");
		return check_end();
	}
	many_calls(&peer);
	left_between_calls(&peer);
	left_between_flights(&peer);
	untrusted(&peer, NULL, "a CA that is not in the system's bundle");
	untrusted(&peer, KEAP_TLS "/nowhere.pem", "a bundle that does not exist");
	another_bundle(&peer);
	bundle_parsed_once(&peer);
	other_name();
	old_version();
	hang_up(&peer, "{}", ONCE, 1);
	hang_up(&peer, NULL, ONCE, 1);
	hang_up(&peer, "{}", REPEATABLE, 2);
	forked(&peer);
	plain_to_tls(&peer);
	tls_peer_stop(&peer);
	isoft_transport_mshutdown();
	return check_end();
}
