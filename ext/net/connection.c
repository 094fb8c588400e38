#include "net/connection.h"

#include <string.h>

#include "net/send_guard.h"

/*
 * A kept connection is given up before the peer or a firewall is likely to close it: if a request meets the closing of
 * an idle connection, it is unknown whether the server read the request.
 */
enum { IDLE_SECONDS = 50, AGE_SECONDS = 600, PROBE_AFTER_SECONDS = 30, PROBE_EVERY_SECONDS = 15 };

/* Allows the scheme of the URL only, and follows no redirect. */
static unsigned connection_set_scheme(CURL *easy, const isoft_url_rules *rules)
{
	unsigned bad = 0;

#if LIBCURL_VERSION_NUM >= 0x075500
	bad |= curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, rules->plain ? "http" : "https");
#else
	bad |= curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(rules->plain ? CURLPROTO_HTTP : CURLPROTO_HTTPS));
#endif
	bad |= curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
	bad |= curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	bad |= curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	if (rules->loopback) {
		bad |= curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
	}
	/* A proxy's own headers, sent when it opens a tunnel, are not part of the reply. */
	return bad | curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
}

/*
 * libcurl before 7.80 sends a request again when a kept connection dies under it, and does not report that. It never
 * does on a new connection. So these get a new one: a request without a body that must not be sent twice (one with a
 * body is kept from it in net/transfer), and a DELETE, since a caller who meets 404 must know of the first request.
 */
static bool connection_must_be_new(const isoft_request *request)
{
	if (request->fresh) {
		return true;
	}
	return !ISOFT_SEND_GUARD_HAS_PREREQ
		&& ((!request->repeatable && !request->body_length) || strcmp(request->method, "DELETE") == 0);
}

/* Sets whether a new connection is made, and for how long a connection is kept. */
static unsigned connection_set_lifetime(CURL *easy, const isoft_request *request)
{
	unsigned bad = 0;

	bad |= curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, (long)connection_must_be_new(request));
	bad |= curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, (long)request->fresh);
	bad |= curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
	bad |= curl_easy_setopt(easy, CURLOPT_TCP_KEEPIDLE, (long)PROBE_AFTER_SECONDS);
	bad |= curl_easy_setopt(easy, CURLOPT_TCP_KEEPINTVL, (long)PROBE_EVERY_SECONDS);
	bad |= curl_easy_setopt(easy, CURLOPT_MAXAGE_CONN, (long)IDLE_SECONDS);
#if LIBCURL_VERSION_NUM >= 0x075000
	bad |= curl_easy_setopt(easy, CURLOPT_MAXLIFETIME_CONN, (long)AGE_SECONDS);
#endif
	return bad;
}

bool isoft_connection_set(CURL *easy, const isoft_request *request, const isoft_url_rules *rules)
{
	unsigned bad = 0;

	/* No SIGALRM for timeouts. libcurl before 7.87 needs SIGPIPE ignored when it writes over TLS: PHP ignores it. */
	bad |= curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	bad |= curl_easy_setopt(easy, CURLOPT_URL, request->url);
	bad |= curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, request->connect_timeout_ms);
	bad |= curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, request->timeout_ms);
#if LIBCURL_VERSION_NUM >= 0x075700
	/* Otherwise the end of a transfer waits for the resolver's thread: a DNS server that hangs defeats the timeout. */
	bad |= curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
	bad |= connection_set_scheme(easy, rules);
	bad |= isoft_trust_set(easy, &request->trust);
	bad |= connection_set_lifetime(easy, request);
	return bad == 0;
}

CURLM *isoft_connection_new_multi(long kept_max)
{
	CURLM *multi = curl_multi_init();

	curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, kept_max);
#if LIBCURL_VERSION_NUM >= 0x081400
	/* The resolver's threads belong to the multi handle there: otherwise its end waits for them. */
	curl_multi_setopt(multi, CURLMOPT_QUICK_EXIT, 1L);
#endif
	return multi;
}
