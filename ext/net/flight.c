#include "net/flight.h"

#include "net/connection.h"
#include "net/http2_text.h"

enum { REFUSALS_MAX = 3 }; /* net/multi.h says what it bounds */

/* Takes what libcurl says of streams. All else is dropped unread: it shows headers, and what was received. */
static int flight_on_text(CURL *easy, curl_infotype type, char *text, size_t length, void *context)
{
	struct isoft_flight *flight = context;
	isoft_send_guard *guard = &flight->transfer.guard;
	isoft_http2_line line;

	(void)easy;
	if (type != CURLINFO_TEXT) {
		return 0;
	}
	line = isoft_http2_text_read(text, length);
	switch (line.event) {
		case ISOFT_HTTP2_OPENED:
			isoft_send_guard_open(guard, line.stream);
			break;
		case ISOFT_HTTP2_REFUSED:
			isoft_send_guard_refuse(guard, line.stream);
			break;
		case ISOFT_HTTP2_LEFT:
			isoft_send_guard_leave(guard);
			break;
		case ISOFT_HTTP2_GOAWAY:
			for (struct isoft_flight *other = *flight->all; other; other = other->next) {
				isoft_send_guard_refuse_beyond(&other->transfer.guard, &guard->place, line.stream);
			}
			break;
		case ISOFT_HTTP2_OTHER:
			break;
	}
	return 0;
}

/*
 * HTTP/2 if the server speaks it, and if libcurl tells which requests the server did not take. No second connection
 * before it is known whether the first can take more requests.
 */
static unsigned flight_set_multiplexing(struct isoft_flight *flight)
{
	CURL *easy = flight->easy;
	unsigned bad = 0;

	if (!isoft_http2_text_is_told()) {
		return 0;
	}
	/* The result is ignored: a libcurl without HTTP/2 stays with HTTP/1.1. */
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
	bad |= curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, flight_on_text);
	bad |= curl_easy_setopt(easy, CURLOPT_DEBUGDATA, flight);
	bad |= curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
	return bad | curl_easy_setopt(easy, CURLOPT_PIPEWAIT, 1L);
}

const char *isoft_flight_prepare(struct isoft_flight *flight, isoft_sockets *sockets, const isoft_url_rules *rules)
{
	sockets->loopback_only = rules->plain;
	if (isoft_sockets_watch(sockets, flight->easy) || !isoft_connection_set(flight->easy, &flight->request, rules)
		|| flight_set_multiplexing(flight)) {
		return ISOFT_TRANSFER_UNSAFE;
	}
	if (!isoft_transfer_attach(&flight->transfer, flight->easy)) {
		return ISOFT_TRANSFER_BAD_HEADERS;
	}
	return curl_easy_setopt(flight->easy, CURLOPT_PRIVATE, flight) ? "libcurl did not accept the request" : NULL;
}

void isoft_flight_postpone_timeout(struct isoft_flight *flight, long milliseconds)
{
	flight->request.timeout_ms += milliseconds;
	flight->request.connect_timeout_ms += milliseconds;
	curl_easy_setopt(flight->easy, CURLOPT_TIMEOUT_MS, flight->request.timeout_ms);
	curl_easy_setopt(flight->easy, CURLOPT_CONNECTTIMEOUT_MS, flight->request.connect_timeout_ms);
}

/* All transfers of a flight together keep its timeout. */
static bool flight_has_time(struct isoft_flight *flight)
{
	curl_off_t taken_us = 0;

	curl_easy_getinfo(flight->easy, CURLINFO_TOTAL_TIME_T, &taken_us);
	flight->request.timeout_ms -= (long)(taken_us / 1000);
	return flight->request.timeout_ms > 0
		&& curl_easy_setopt(flight->easy, CURLOPT_TIMEOUT_MS, flight->request.timeout_ms) == CURLE_OK;
}

/* libcurl itself sends a request again, and gives up when five connections have refused it. */
static bool flight_goes_on(struct isoft_flight *flight, uint64_t replies)
{
	if (!flight->transfer.guard.refused || flight->reply.status) {
		return false;
	}
	flight->refusals = replies == flight->replies ? flight->refusals + 1 : 1;
	flight->replies = replies;
	if (flight->refusals > REFUSALS_MAX || !flight_has_time(flight)) {
		return false;
	}
	isoft_send_guard_begin_again(&flight->transfer.guard);
	return true;
}

bool isoft_flight_begins_again(struct isoft_flight *flight, CURLcode code, uint64_t replies)
{
	return isoft_trust_begins_again(
			   flight->easy, &flight->request.trust, flight->request.timeout_ms, code, &flight->fell_back)
		|| flight_goes_on(flight, replies);
}
