#include "redis/address.h"

#include <curl/curl.h>
#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { PORT_OF_REDIS = 6379, PORT_OF_SENTINEL = 26379, DATABASE_MAX = 1000000 };

static const struct {
	const char *text;
	isoft_address_kind kind;
} SCHEMES[] = {
	{"redis://", ISOFT_ADDRESS_TCP},
	{"rediss://", ISOFT_ADDRESS_TLS},
	{"unix:", ISOFT_ADDRESS_UNIX},
	{"redis+sentinel://", ISOFT_ADDRESS_SENTINEL},
};

static bool fail(isoft_failure *failure, const char *what)
{
	return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
		"infusionsoft.shared_store %s. It must be like redis://user:password@host:6379/0?prefix=text, rediss://… for "
		"TLS, unix:/path?db=0, or redis+sentinel://host,host/name. In user and password, write other characters than "
		"letters and digits as %%XX",
		what);
}

/* Copies a part that was found, if it fits and has no NUL. */
static bool take_text(char *to, size_t size, const char *from, size_t length)
{
	if (length >= size || memchr(from, '\0', length)) {
		return false;
	}
	memcpy(to, from, length);
	to[length] = '\0';
	return true;
}

/* Decodes a percent-encoded part. */
static bool take_encoded(char *to, size_t size, const char *from, size_t length)
{
	int decoded_length = 0;
	char *decoded = length ? curl_easy_unescape(NULL, from, (int)length, &decoded_length) : NULL;
	bool taken = !length || (decoded && take_text(to, size, decoded, (size_t)decoded_length));

	if (decoded) {
		sodium_memzero(decoded, (size_t)decoded_length);
	}
	curl_free(decoded);
	return taken;
}

static bool take_database(isoft_address *address, const char *text, size_t length)
{
	char digits[8], *end;
	long number;

	if (!length || !take_text(digits, sizeof(digits), text, length) || strspn(digits, "0123456789") != length) {
		return false;
	}
	number = strtol(digits, &end, 10);
	address->database = (int)number;
	return number <= DATABASE_MAX;
}

/* A brace would decide where a cluster keeps the keys. */
static bool take_prefix(isoft_address *address, const char *text, size_t length)
{
	if (!length || !take_encoded(address->prefix, sizeof(address->prefix), text, length)) {
		return false;
	}
	for (const char *at = address->prefix; *at; at++) {
		if (*at < 0x21 || *at > 0x7e || *at == '{' || *at == '}') {
			return false;
		}
	}
	return true;
}

static bool take_parameter(isoft_address *address, const char *text, size_t length)
{
	if (length > 3 && memcmp(text, "db=", 3) == 0) {
		return take_database(address, text + 3, length - 3);
	}
	return length > 7 && memcmp(text, "prefix=", 7) == 0 && take_prefix(address, text + 7, length - 7);
}

/* Cuts the query off and takes its parameters. */
static bool take_query(isoft_address *address, const char *text, size_t *length, isoft_failure *failure)
{
	const char *query = memchr(text, '?', *length), *end = text + *length;

	if (!query) {
		return true;
	}
	*length = (size_t)(query - text);
	while (query < end) {
		const char *parameter = query + 1, *next = memchr(parameter, '&', (size_t)(end - parameter));

		query = next ? next : end;
		if (!take_parameter(address, parameter, (size_t)(query - parameter))) {
			return fail(failure, "has a parameter other than db=number and prefix=text, or one that is not valid");
		}
	}
	return true;
}

/* The last @ ends user and password: a host has none. */
static bool take_login(isoft_address *address, const char **text, size_t *length)
{
	const char *at = NULL, *colon;

	for (size_t i = 0; i < *length; i++) {
		at = (*text)[i] == '@' ? *text + i : at;
	}
	if (!at) {
		return true;
	}
	colon = memchr(*text, ':', (size_t)(at - *text));
	if (!colon || !take_encoded(address->user, sizeof(address->user), *text, (size_t)(colon - *text))
		|| !take_encoded(address->password, sizeof(address->password), colon + 1, (size_t)(at - colon - 1))) {
		return false;
	}
	*length -= (size_t)(at + 1 - *text);
	*text = at + 1;
	return true;
}

static bool take_port(isoft_address_host *host, const char *text, size_t length)
{
	char digits[8];

	if (!length || !take_text(digits, sizeof(digits), text, length) || strspn(digits, "0123456789") != length) {
		return false;
	}
	host->port = atoi(digits);
	return host->port > 0 && host->port <= 65535;
}

static bool take_host(isoft_address *address, const char *text, size_t length)
{
	isoft_address_host *host = &address->host[address->hosts];
	const char *bracket = length && text[0] == '[' ? memchr(text, ']', length) : NULL;
	const char *name = bracket ? text + 1 : text, *rest = bracket ? bracket + 1 : memchr(text, ':', length);
	const char *end = text + length;

	host->port = address->kind == ISOFT_ADDRESS_SENTINEL ? PORT_OF_SENTINEL : PORT_OF_REDIS;
	rest = rest ? rest : end;
	if (!take_text(host->name, sizeof(host->name), name, (size_t)((bracket ? bracket : rest) - name)) || !*host->name
		|| strpbrk(host->name, " \t\r\n/@")) {
		return false;
	}
	address->hosts++;
	return rest == end || (*rest == ':' && take_port(host, rest + 1, (size_t)(end - rest - 1)));
}

static bool take_hosts(isoft_address *address, const char *text, size_t length)
{
	const char *end = text + length;
	size_t most = address->kind == ISOFT_ADDRESS_SENTINEL ? ISOFT_ADDRESS_HOSTS : 1;

	for (;;) {
		const char *comma = memchr(text, ',', (size_t)(end - text)), *stop = comma ? comma : end;

		if (address->hosts == most || !take_host(address, text, (size_t)(stop - text))) {
			return false;
		}
		if (!comma) {
			return true;
		}
		text = comma + 1;
	}
}

/* What is behind the hosts: the number of a database, or the name of a master. */
static bool take_path(isoft_address *address, const char *text, size_t length)
{
	if (address->kind == ISOFT_ADDRESS_SENTINEL) {
		return length && take_encoded(address->master, sizeof(address->master), text, length);
	}
	return !length || take_database(address, text, length);
}

static bool read_socket(isoft_address *address, const char *text, size_t length, isoft_failure *failure)
{
	address->hosts = 1;
	return (length && *text == '/' && take_text(address->host[0].name, sizeof(address->host[0].name), text, length))
		|| fail(failure, "does not name the absolute path of a socket");
}

static bool read_hosts(isoft_address *address, const char *text, size_t length, isoft_failure *failure)
{
	const char *slash;

	if (!take_login(address, &text, &length)) {
		return fail(failure, "has a user or a password that is not valid or longer than 255 bytes");
	}
	slash = memchr(text, '/', length);
	if (!take_hosts(address, text, slash ? (size_t)(slash - text) : length)) {
		return fail(failure, "has a host or a port that is not valid");
	}
	if (!take_path(address, slash ? slash + 1 : "", slash ? (size_t)(text + length - slash - 1) : 0)) {
		return fail(failure,
			address->kind == ISOFT_ADDRESS_SENTINEL ? "does not name the master behind the hosts"
													: "has no number of a database behind the host");
	}
	return true;
}

bool isoft_address_read(isoft_address *address, const char *setting, isoft_failure *failure)
{
	const char *rest = NULL;
	size_t length;
	bool read;

	memset(address, 0, sizeof(*address));
	strcpy(address->prefix, "infusionsoft");
	for (size_t i = 0; i < sizeof(SCHEMES) / sizeof(*SCHEMES) && !rest; i++) {
		if (strncmp(setting, SCHEMES[i].text, strlen(SCHEMES[i].text)) == 0) {
			address->kind = SCHEMES[i].kind;
			rest = setting + strlen(SCHEMES[i].text);
		}
	}
	if (!rest) {
		return fail(failure, "begins with none of redis:, rediss:, unix: and redis+sentinel:");
	}
	length = strlen(rest);
	read = take_query(address, rest, &length, failure)
		&& (address->kind == ISOFT_ADDRESS_UNIX ? read_socket(address, rest, length, failure)
												: read_hosts(address, rest, length, failure));
	if (!read) {
		isoft_address_wipe(address);
	}
	return read;
}

void isoft_address_wipe(isoft_address *address)
{
	sodium_memzero(address, sizeof(*address));
}
