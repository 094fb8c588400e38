/* A server that takes no request at all: the requests end, and as not sent. */
#include <string.h>

#include "../check.h"
#include "calls.h"
#include "net/http2_text.h"
#include "net/multi.h"
#include "support/clock.h"
#include "tls_peer.h"

enum { FLIGHTS = 3, PATIENCE_MS = 20000, TIMEOUT_MS = 15000 };

static bool all_landed(isoft_flight *const *flights)
{
	for (int i = 0; i < FLIGHTS; i++) {
		if (!isoft_flight_landed(flights[i])) {
			return false;
		}
	}
	return true;
}

static void takes_none(const tls_peer *peer, bool repeatable)
{
	isoft_multi *multi = isoft_multi_new();
	isoft_request request = request_to("POST", peer->url, "{}", repeatable);
	isoft_flight *flights[FLIGHTS];
	int64_t end = isoft_clock_monotonic_ms() + PATIENCE_MS;
	isoft_reply reply;

	request.trust.file = KEAP_TLS "/ca.pem";
	request.timeout_ms = TIMEOUT_MS;
	for (int i = 0; i < FLIGHTS; i++) {
		flights[i] = isoft_multi_begin(multi, &request, &reply);
	}
	while (!all_landed(flights) && isoft_clock_monotonic_ms() < end) {
		isoft_multi_pump(multi, 100);
	}
	for (int i = 0; i < FLIGHTS; i++) {
		isoft_flight_free(flights[i], &reply);
		check(reply.state == ISOFT_REPLY_NOT_SENT && !reply.timed_out && !reply.hopeless && reply.repeats == 0
				&& strstr(reply.error, "before it took"),
			"a server refuses every request: flight %d, %s, lands as not sent (%s)", i,
			repeatable ? "repeatable" : "once", reply.error);
		isoft_reply_wipe(&reply);
	}
	isoft_multi_free(multi);
}

int main(void)
{
	const char *const arguments[] = {HERE "/refusing-peer.mjs", KEAP_TLS, NULL};
	tls_peer peer;

	if (!start_up()) {
		return 2;
	}
	if (!isoft_http2_text_is_told()) {
		check_skip("a server refuses every request", "this libcurl does not tell");
	} else if (!tls_peer_start(&peer, "127.0.0.1", arguments)) {
		check_skip("a server refuses every request", "needs node");
	} else {
		takes_none(&peer, ONCE);
		takes_none(&peer, REPEATABLE);
		tls_peer_stop(&peer);
	}
	isoft_transport_mshutdown();
	return check_end();
}
