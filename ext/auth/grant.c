#include "auth/grant.h"

#include <string.h>

/*
 * The record: a version byte, the kind, seven numbers of 8 bytes, five strings each with its length in 2 bytes before
 * and a NUL behind. Numbers are little-endian.
 */
enum { VERSION = 1, NUMBERS = 7, STRINGS = 5 };

/* A grant that fills its record can still say how its refresh failed. */
enum { ERROR_ROOM = 256 };

/* What Keap's tokens usually live. */
enum { UNKNOWN_LIFETIME = 24 * 3600 };

/* A clock set back by less costs nothing: a refresh is due that much before the token's end, and more. */
enum { CLOCK_SLACK_S = 3600 };

typedef struct {
	unsigned char *at;
	unsigned char *end;
	bool fits;
} writer;

typedef struct {
	const unsigned char *at;
	const unsigned char *end;
	bool whole;
} reader;

static void put_number(writer *out, uint64_t number, int width)
{
	out->fits = out->fits && out->end - out->at >= width;
	for (int byte = 0; out->fits && byte < width; byte++) {
		*out->at++ = (unsigned char)(number >> (8 * byte));
	}
}

static void put_string(writer *out, const char *string, size_t longest)
{
	size_t length = string ? strnlen(string, longest) : 0;

	put_number(out, length, 2);
	out->fits = out->fits && length < (size_t)(out->end - out->at);
	if (out->fits) {
		memcpy(out->at, string ? string : "", length);
		out->at += length;
		*out->at++ = '\0';
	}
}

static uint64_t take_number(reader *in, int width)
{
	uint64_t number = 0;

	in->whole = in->whole && in->end - in->at >= width;
	for (int byte = 0; in->whole && byte < width; byte++) {
		number |= (uint64_t)*in->at++ << (8 * byte);
	}
	return number;
}

static const char *take_string(reader *in)
{
	size_t length = (size_t)take_number(in, 2);
	const char *string = (const char *)in->at;

	in->whole = in->whole && length < (size_t)(in->end - in->at) && string[length] == '\0';
	if (!in->whole) {
		return "";
	}
	in->at += length + 1;
	return string;
}

size_t isoft_grant_encode(const isoft_grant *grant, unsigned char bytes[ISOFT_RECORD_MAX])
{
	const int64_t numbers[NUMBERS] = {grant->token_serial, grant->expires_at, grant->refreshed_at, grant->lifetime,
		grant->renewed_at, grant->begun_at, grant->refused_at};
	const char *strings[STRINGS - 1] = {
		grant->access_token, grant->refresh_token, grant->application, grant->client_id};
	writer out = {bytes, bytes + ISOFT_RECORD_MAX - ERROR_ROOM, true};

	put_number(&out, VERSION, 1);
	put_number(&out, grant->kind, 1);
	for (int i = 0; i < NUMBERS; i++) {
		put_number(&out, (uint64_t)numbers[i], 8);
	}
	for (int i = 0; i < STRINGS - 1; i++) {
		put_string(&out, strings[i], ISOFT_RECORD_MAX);
	}
	out.end += ERROR_ROOM;
	put_string(&out, grant->last_error, (size_t)(out.end - out.at) - 3);
	return out.fits ? (size_t)(out.at - bytes) : 0;
}

bool isoft_grant_decode(const isoft_record *record, isoft_grant *grant)
{
	reader in = {record->bytes, record->bytes + record->length, true};
	int64_t *numbers[NUMBERS] = {&grant->token_serial, &grant->expires_at, &grant->refreshed_at, &grant->lifetime,
		&grant->renewed_at, &grant->begun_at, &grant->refused_at};
	const char **strings[STRINGS] = {
		&grant->access_token, &grant->refresh_token, &grant->application, &grant->client_id, &grant->last_error};

	if (take_number(&in, 1) != VERSION) {
		return false;
	}
	grant->kind = (isoft_grant_kind)take_number(&in, 1);
	for (int i = 0; i < NUMBERS; i++) {
		*numbers[i] = (int64_t)take_number(&in, 8);
	}
	for (int i = 0; i < STRINGS; i++) {
		*strings[i] = take_string(&in);
	}
	return in.whole && (grant->kind == ISOFT_GRANT_OAUTH2 || grant->kind == ISOFT_GRANT_API_KEY);
}

bool isoft_grant_is_of(const isoft_grant *grant, const char *client_id)
{
	return !*grant->client_id || strcmp(grant->client_id, client_id) == 0;
}

int64_t isoft_grant_due_at(const isoft_grant *grant, int64_t margin)
{
	int64_t eighth = grant->lifetime / 8;
	int64_t due;

	if (grant->kind == ISOFT_GRANT_API_KEY || grant->refused_at) {
		return 0;
	}
	if (grant->begun_at) {
		/* The refresh token may be spent, and showing a spent one again can end the grant: not before there is no other
		 * way. */
		return grant->expires_at ? grant->expires_at : grant->begun_at + UNKNOWN_LIFETIME;
	}
	if (!grant->expires_at) {
		/* A pasted pair without an expiry: nobody knows, so at once. */
		return grant->refreshed_at;
	}
	due = grant->expires_at - (margin < eighth ? margin : eighth);
	return due > 0 ? due : 1;
}

/* Got at a time yet to come: the clock was set back, and Keap ends the token long before the record says. */
static bool is_from_the_future(const isoft_grant *grant, int64_t now)
{
	return !grant->begun_at && now < grant->refreshed_at - CLOCK_SLACK_S;
}

isoft_grant_state isoft_grant_state_at(const isoft_grant *grant, int64_t now, int64_t margin)
{
	if (grant->kind == ISOFT_GRANT_API_KEY) {
		return ISOFT_GRANT_VALID;
	}
	if (grant->refused_at) {
		return ISOFT_GRANT_REFUSED;
	}
	if (!isoft_grant_usable(grant, now)) {
		return ISOFT_GRANT_EXPIRED;
	}
	return now >= isoft_grant_due_at(grant, margin) || is_from_the_future(grant, now) ? ISOFT_GRANT_REFRESH_DUE
																					  : ISOFT_GRANT_VALID;
}

bool isoft_grant_usable(const isoft_grant *grant, int64_t now)
{
	return grant->kind == ISOFT_GRANT_API_KEY || !grant->expires_at || now < grant->expires_at;
}
