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

static const char *check_whole(const char *url, isoft_url_rules *rules)
{
	CURLU *parsed = curl_url();
	const char *wrong = parsed ? check_parsed(parsed, url, rules) : "Out of memory";

	curl_url_cleanup(parsed);
	return wrong;
}

/* `https://host:port/`; 0 where the URL does not begin so plainly. Nothing that follows can change where it leads. */
static size_t origin_length(const char *url)
{
	const char *colon = strstr(url, "://");
	const char *host = colon ? colon + 3 : url;
	size_t length = strcspn(host, "/");

	return colon && length && host[length] ? (size_t)(host - url) + length + 1 : 0;
}

const char *isoft_url_rules_check(const char *url, isoft_url_rules *rules)
{
	/* The origin that was good last: nearly all URLs of a process have the same one, and to parse it is not cheap. */
	static _Thread_local struct {
		char origin[128];
		isoft_url_rules rules;
	} last;
	size_t length = origin_length(url);
	const char *wrong;

	memset(rules, 0, sizeof(*rules));
	if (!is_visible(url)) {
		return "The URL holds a blank, a control character or one that must be percent-encoded";
	}
	if (length && strncmp(url, last.origin, length) == 0 && !last.origin[length]) {
		*rules = last.rules;
		return NULL;
	}
	wrong = check_whole(url, rules);
	if (!wrong && length && length < sizeof(last.origin)) {
		memcpy(last.origin, url, length);
		last.origin[length] = '\0';
		last.rules = *rules;
	}
	return wrong;
}
