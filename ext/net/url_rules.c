#include "net/url_rules.h"

#include <curl/curl.h>
#include <string.h>

#include "support/attributes.h"

#ifdef _WIN32
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#endif

/* `host` is from libcurl's URL parser, which keeps the brackets of an IPv6 address. */
static bool url_rules_is_loopback(const char *host)
{
	unsigned char address[4];

	if (curl_strequal(host, "localhost") || strcmp(host, "[::1]") == 0) {
		return true;
	}
	return inet_pton(AF_INET, host, address) == 1 && address[0] == 127;
}

static const char *url_rules_check_origin(const char *scheme, const char *host, isoft_url_rules *rules)
{
	rules->plain = curl_strequal(scheme, "http") != 0;
	rules->loopback = url_rules_is_loopback(host);
	if (!rules->plain && !curl_strequal(scheme, "https")) {
		return "The URL is neither https nor http";
	}
	if (rules->plain && !rules->loopback) {
		return "Plain http is allowed to this machine only; the URL must be https";
	}
	return NULL;
}

/* The URL is parsed by libcurl, which will also connect: there is no second parser that could see another host. */
static const char *url_rules_check_parsed(CURLU *parsed, const char *url, isoft_url_rules *rules)
{
	char *scheme = NULL, *host = NULL;
	const char *wrong;

	if (curl_url_set(parsed, CURLUPART_URL, url, CURLU_DISALLOW_USER)) {
		return "The URL is malformed, or contains a user name";
	}
	if (curl_url_get(parsed, CURLUPART_SCHEME, &scheme, 0) || curl_url_get(parsed, CURLUPART_HOST, &host, 0)) {
		wrong = "The URL names no host";
	} else {
		wrong = url_rules_check_origin(scheme, host, rules);
	}
	curl_free(scheme);
	curl_free(host);
	return wrong;
}

/* Whether all characters are visible ASCII. A line break would end the request line; not every libcurl refuses it. */
static bool url_rules_is_visible(const char *url)
{
	for (; *url; url++) {
		if (*url <= ' ' || *url > '~') {
			return false;
		}
	}
	return true;
}

static const char *url_rules_parse_and_check(const char *url, isoft_url_rules *rules)
{
	CURLU *parsed = curl_url();
	const char *wrong = parsed ? url_rules_check_parsed(parsed, url, rules) : "Out of memory";

	curl_url_cleanup(parsed);
	return wrong;
}

/* The length of `https://host:port/`; 0 if the URL does not begin like that. What follows cannot change the host. */
static size_t url_rules_origin_length(const char *url)
{
	const char *colon = strstr(url, "://");
	const char *host = colon ? colon + 3 : url;
	size_t length = strcspn(host, "/");

	return colon && length && host[length] ? (size_t)(host - url) + length + 1 : 0;
}

const char *isoft_url_rules_check(const char *url, isoft_url_rules *rules)
{
	/* The last origin that was accepted: nearly all URLs of a process have the same one, and parsing is not cheap. */
	static ISOFT_THREAD_LOCAL struct {
		char origin[128];
		isoft_url_rules rules;
	} last;
	size_t length = url_rules_origin_length(url);
	const char *wrong;

	memset(rules, 0, sizeof(*rules));
	if (!url_rules_is_visible(url)) {
		return "The URL contains a space, a control character, or a character that must be percent-encoded";
	}
	if (length && strncmp(url, last.origin, length) == 0 && !last.origin[length]) {
		*rules = last.rules;
		return NULL;
	}
	wrong = url_rules_parse_and_check(url, rules);
	if (!wrong && length && length < sizeof(last.origin)) {
		memcpy(last.origin, url, length);
		last.origin[length] = '\0';
		last.rules = *rules;
	}
	return wrong;
}
