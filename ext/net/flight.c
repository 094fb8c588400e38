#include "net/flight.h"

#include "net/connection.h"

/* HTTP/2 if the server speaks it. No second connection before it is known whether the first can take more requests. */
static unsigned flight_set_multiplexing(CURL *easy)
{
	/* The result is ignored: a libcurl without HTTP/2 stays with HTTP/1.1. */
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
	return curl_easy_setopt(easy, CURLOPT_PIPEWAIT, 1L);
}

const char *isoft_flight_prepare(isoft_flight *flight, isoft_sockets *sockets, const isoft_url_rules *rules)
{
	sockets->loopback_only = rules->plain;
	if (isoft_sockets_watch(sockets, flight->easy) || !isoft_connection_set(flight->easy, &flight->request, rules)
		|| flight_set_multiplexing(flight->easy)) {
		return ISOFT_TRANSFER_UNSAFE;
	}
	if (!isoft_transfer_attach(&flight->transfer, flight->easy)) {
		return ISOFT_TRANSFER_BAD_HEADERS;
	}
	return curl_easy_setopt(flight->easy, CURLOPT_PRIVATE, flight) ? "libcurl did not accept the request" : NULL;
}

void isoft_flight_postpone_timeout(isoft_flight *flight, long milliseconds)
{
	flight->request.timeout_ms += milliseconds;
	flight->request.connect_timeout_ms += milliseconds;
	curl_easy_setopt(flight->easy, CURLOPT_TIMEOUT_MS, flight->request.timeout_ms);
	curl_easy_setopt(flight->easy, CURLOPT_CONNECTTIMEOUT_MS, flight->request.connect_timeout_ms);
}

/* With another choice of authorities. */
bool isoft_flight_begins_again(isoft_flight *flight, CURLcode code)
{
	return isoft_trust_begins_again(
		flight->easy, &flight->request.trust, flight->request.timeout_ms, code, &flight->fell_back);
}
