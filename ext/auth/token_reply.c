#include "auth/token_reply.h"

#include <sodium.h>
#include <string.h>

#include "support/array.h"

enum { LIFETIME_ASSUMED_S = 24 * 3600, LIFETIME_MAX_S = 366 * 24 * 3600 };

/* Visible ASCII only: nothing that a header or a form would interpret. Not empty. */
static bool token_is_plain(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] < 0x21 || text[i] > 0x7e) {
			return false;
		}
	}
	return length > 0;
}

static bool read_token(HashTable *fields, const char *name, const char **token, isoft_failure *failure)
{
	zval *value = isoft_array_value(fields, name);

	if (!value) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s is missing", name);
	}
	if (Z_TYPE_P(value) != IS_STRING) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be a string", name);
	}
	if (!token_is_plain(Z_STRVAL_P(value), Z_STRLEN_P(value))) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"%s must be visible ASCII characters, without blanks or line ends, and not empty", name);
	}
	*token = Z_STRVAL_P(value);
	return true;
}

/* Reads seconds from an int, a float (cut to a whole number) or a numeric string. Returns false for anything else. */
static bool read_seconds(const zval *value, int64_t *seconds)
{
	zend_long whole = 0;
	double fraction = 0;
	zend_uchar type = Z_TYPE_P(value);

	if (type == IS_LONG) {
		whole = Z_LVAL_P(value);
	} else if (type == IS_DOUBLE) {
		fraction = Z_DVAL_P(value);
	} else if (type == IS_STRING) {
		type = is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &whole, &fraction, false);
	}
	if (type == IS_DOUBLE && fraction > 0 && fraction < 1e15) {
		whole = (zend_long)fraction;
		type = IS_LONG;
	}
	*seconds = whole;
	return type == IS_LONG;
}

static void read_application(isoft_token_reply *reply, HashTable *fields)
{
	zval *scope = isoft_array_value(fields, "scope");
	const char *bar = scope && Z_TYPE_P(scope) == IS_STRING ? strchr(Z_STRVAL_P(scope), '|') : NULL;
	size_t length = bar ? strlen(bar + 1) : 0;

	if (length > 0 && length < sizeof(reply->application) && token_is_plain(bar + 1, length)) {
		memcpy(reply->application, bar + 1, length + 1);
		reply->grant.application = reply->application;
	}
}

static bool read_pair(isoft_token_reply *reply, HashTable *fields, int64_t now, isoft_failure *failure)
{
	memset(reply, 0, sizeof(*reply));
	reply->grant.kind = ISOFT_GRANT_OAUTH2;
	reply->grant.refreshed_at = now;
	read_application(reply, fields);
	return read_token(fields, "access_token", &reply->grant.access_token, failure)
		&& read_token(fields, "refresh_token", &reply->grant.refresh_token, failure);
}

static void set_grant_lifetime(isoft_grant *grant, int64_t from, int64_t lifetime)
{
	grant->lifetime = lifetime;
	grant->expires_at = from + lifetime;
}

static bool token_reply_check_size(const isoft_grant *grant, isoft_failure *failure)
{
	unsigned char bytes[ISOFT_RECORD_MAX];
	size_t length = isoft_grant_encode(grant, bytes);

	sodium_memzero(bytes, sizeof(bytes));
	return length || isoft_fail(failure, ISOFT_FAILURE_VALUE, ISOFT_MSG_TOKENS_TOO_LONG);
}

bool isoft_token_reply_read(isoft_token_reply *reply, HashTable *fields, int64_t asked_at, isoft_failure *failure)
{
	zval *expires_in = isoft_array_value(fields, "expires_in");
	int64_t lifetime;

	if (!read_pair(reply, fields, asked_at, failure) || !token_reply_check_size(&reply->grant, failure)) {
		return false;
	}
	if (!expires_in || !read_seconds(expires_in, &lifetime) || lifetime <= 0 || lifetime > LIFETIME_MAX_S) {
		reply->grant.last_error = "expires_in of the token reply cannot be read: 24 hours are assumed";
		lifetime = LIFETIME_ASSUMED_S;
	}
	set_grant_lifetime(&reply->grant, asked_at, lifetime);
	return true;
}

static bool import_api_key(isoft_token_reply *reply, HashTable *fields, int64_t now, isoft_failure *failure)
{
	memset(reply, 0, sizeof(*reply));
	reply->grant.kind = ISOFT_GRANT_API_KEY;
	reply->grant.refreshed_at = now;
	return read_token(fields, "api_key", &reply->grant.access_token, failure);
}

bool isoft_token_reply_import(isoft_token_reply *reply, HashTable *fields, int64_t now, isoft_failure *failure)
{
	zval *expires_at, *expires_in;
	int64_t seconds;

	if (isoft_array_value(fields, "api_key")) {
		return import_api_key(reply, fields, now, failure);
	}
	if (!read_pair(reply, fields, now, failure)) {
		return false;
	}
	expires_in = isoft_array_value(fields, "expires_in");
	if (expires_in) {
		if (!read_seconds(expires_in, &seconds) || seconds < 0 || seconds > LIFETIME_MAX_S) {
			return isoft_fail(failure, ISOFT_FAILURE_VALUE, "expires_in must be a number of seconds, at most a year");
		}
		set_grant_lifetime(&reply->grant, now, seconds);
	}
	/* In a reply that was kept for a while, expires_in is the whole lifetime, and expires_at is the time of expiry. */
	expires_at = isoft_array_value(fields, "expires_at");
	if (expires_at) {
		if (!read_seconds(expires_at, &seconds) || seconds <= 0 || seconds > now + LIFETIME_MAX_S) {
			return isoft_fail(
				failure, ISOFT_FAILURE_VALUE, "expires_at must be a time in Unix seconds, at most a year ahead");
		}
		reply->grant.expires_at = seconds;
		if (!expires_in) {
			reply->grant.lifetime = MAX(seconds - now, 0);
		}
	}
	return true;
}
