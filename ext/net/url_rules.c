#include "net/url_rules.h"

#include <curl/curl.h>
#include <string.h>

#ifdef _WIN32
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#endif

/* `host` as libcurl's URL parser gives it: an IPv6 address keeps its brackets. */
static bool is_loopback(const char *host)
{
	unsigned char address[4];

	if (curl_strequal(host, "localhost") || strcmp(host, "[::1]") == 0) {
		return true;
	}
	return inet_pton(AF_INET, host, address) == 1 && address[0] == 127;
}

static const char *check_origin(const char *scheme, const char *host, isoft_url_rules *rules)
{
	rules->plain = curl_strequal(scheme, "http") != 0;
	rules->loopback = is_loopback(host);
	if (!rules->plain && !curl_strequal(scheme, "https")) {
		return "The URL is neither https nor http";
	}
	if (rules->plain && !rules->loopback) {
		return "Plain http is for this machine only; the URL must be https";
	}
	return NULL;
}

/* Parsed by libcurl, which is who will go there: no second opinion on what the host is. */
static const char *check_parsed(CURLU *parsed, const char *url, isoft_url_rules *rules)
{
	char *scheme = NULL, *host = NULL;
	const char *wrong;

	if (curl_url_set(parsed, CURLUPART_URL, url, CURLU_DISALLOW_USER)) {
		return "The URL cannot be understood, or carries a user name";
	}
	if (curl_url_get(parsed, CURLUPART_SCHEME, &scheme, 0) || curl_url_get(parsed, CURLUPART_HOST, &host, 0)) {
		wrong = "The URL names no host";
	} else {
		wrong = check_origin(scheme, host, rules);
	}
	curl_free(scheme);
	curl_free(host);
	return wrong;
}

/* A line break in a URL would end the request line; older libcurl lets it through. */
static bool is_visible(const char *url)
{
	for (; *url; url++) {
		if (*url <= ' ' || *url > '~') {
			return false;
		}
	}
	return true;
}

const char *isoft_url_rules_check(const char *url, isoft_url_rules *rules)
{
	CURLU *parsed;
	const char *wrong;

	memset(rules, 0, sizeof(*rules));
	if (!is_visible(url)) {
		return "The URL holds a blank, a control character or one that must be percent-encoded";
	}
	parsed = curl_url();
	if (!parsed) {
		return "Out of memory";
	}
	wrong = check_parsed(parsed, url, rules);
	curl_url_cleanup(parsed);
	return wrong;
}
