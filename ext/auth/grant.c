#include "auth/grant.h"

#include <sodium.h>
#include <string.h>

/*
 * Layout of a record: 1 byte version, 1 byte kind, numbers of 8 bytes, five strings. A string is its length in 2 bytes,
 * its bytes and a NUL. Numbers are little-endian. Version 1 has only the first seven numbers, version 2 twelve. Version
 * 3 is not a grant (auth/unread_reply).
 */
enum {
	VERSION_1 = 1,
	VERSION_2 = 2,
	VERSION_SHARED = 4,
	NUMBERS_OF_VERSION_1 = 7,
	NUMBERS_OF_VERSION_2 = 12,
	NUMBERS = 17,
	STRINGS = 5
};

/*
 * Bytes reserved for last_error, so that even a grant with the longest tokens can record why its refresh failed. The
 * numbers of version 2 took their 40 bytes from it: every pair that fitted into a record of version 1 still fits.
 */
enum { ERROR_ROOM = 216 };

/* The usual lifetime of Keap's access tokens, assumed for a grant that has none. */
enum { ASSUMED_LIFETIME_S = 24 * 3600 };

/* The part of the margin over which due times are spread. */
enum { SPREAD_PART = 10 };

/* A clock that was set back by less than this needs no extra refresh: the usual margin before expiry covers it. */
enum { CLOCK_SLACK_S = 3600 };

/* The pauses after a refusal. */
enum {
	PAUSE_FIRST_S = 60,
	PAUSE_SECOND_S = 5 * 60,
	PAUSE_MAX_S = 24 * 3600,
	CLOCK_STEP_S = 5 /* a clock that is corrected by less than this does not end a pause */
};

typedef struct {
	unsigned char *at;
	unsigned char *end;
	bool fits;
} grant_writer;

typedef struct {
	const unsigned char *at;
	const unsigned char *end;
	bool whole;
} grant_reader;

static void put_number(grant_writer *out, uint64_t number, int width)
{
	out->fits = out->fits && out->end - out->at >= width;
	for (int byte = 0; out->fits && byte < width; byte++) {
		*out->at++ = (unsigned char)(number >> (8 * byte));
	}
}

static void put_string(grant_writer *out, const char *string, size_t max_length)
{
	size_t length = string ? strnlen(string, max_length) : 0;

	put_number(out, length, 2);
	out->fits = out->fits && length < (size_t)(out->end - out->at);
	if (out->fits) {
		memcpy(out->at, string ? string : "", length);
		out->at += length;
		*out->at++ = '\0';
	}
}

static uint64_t take_number(grant_reader *in, int width)
{
	uint64_t number = 0;

	in->whole = in->whole && in->end - in->at >= width;
	for (int byte = 0; in->whole && byte < width; byte++) {
		number |= (uint64_t)*in->at++ << (8 * byte);
	}
	return number;
}

static const char *take_string(grant_reader *in)
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

static bool is_shared(const isoft_grant *grant)
{
	return grant->lineage || grant->lineage_serial || grant->shared_expiry || grant->kind == ISOFT_GRANT_FORGOTTEN;
}

static int64_t half_of_id(const unsigned char id[ISOFT_GRANT_LINEAGE_ID], int half)
{
	int64_t number;

	memcpy(&number, id + half * (int)sizeof(number), sizeof(number));
	return number;
}

size_t isoft_grant_encode(const isoft_grant *grant, unsigned char bytes[ISOFT_RECORD_MAX])
{
	const int64_t numbers[NUMBERS] = {grant->token_serial, grant->expires_at, grant->refreshed_at, grant->lifetime,
		grant->renewed_at, grant->begun_at, grant->refused_at, grant->refusals, grant->tried_at, grant->lost_at,
		grant->client_refused_at, grant->rejected_at, grant->lineage, half_of_id(grant->lineage_id, 0),
		half_of_id(grant->lineage_id, 1), grant->lineage_serial, grant->shared_expiry};
	const char *strings[STRINGS - 1] = {
		grant->access_token, grant->refresh_token, grant->application, grant->client_id};
	int count = is_shared(grant) ? NUMBERS : NUMBERS_OF_VERSION_2;
	/* What version 4 has more is taken from the room for the error too. */
	int error_room = ERROR_ROOM - (count - NUMBERS_OF_VERSION_2) * 8;
	grant_writer out = {bytes, bytes + ISOFT_RECORD_MAX - error_room, true};

	put_number(&out, is_shared(grant) ? VERSION_SHARED : VERSION_2, 1);
	put_number(&out, grant->kind, 1);
	for (int i = 0; i < count; i++) {
		put_number(&out, (uint64_t)numbers[i], 8);
	}
	for (int i = 0; i < STRINGS - 1; i++) {
		put_string(&out, strings[i], ISOFT_RECORD_MAX);
	}
	out.end += error_room;
	put_string(&out, grant->last_error, (size_t)(out.end - out.at) - 3);
	return out.fits ? (size_t)(out.at - bytes) : 0;
}

bool isoft_grant_decode(const isoft_record *record, isoft_grant *grant)
{
	grant_reader in = {record->bytes, record->bytes + record->length, true};
	int64_t id[2],
		*numbers[NUMBERS] = {&grant->token_serial, &grant->expires_at, &grant->refreshed_at, &grant->lifetime,
			&grant->renewed_at, &grant->begun_at, &grant->refused_at, &grant->refusals, &grant->tried_at,
			&grant->lost_at, &grant->client_refused_at, &grant->rejected_at, &grant->lineage, &id[0], &id[1],
			&grant->lineage_serial, &grant->shared_expiry};
	const char **strings[STRINGS] = {
		&grant->access_token, &grant->refresh_token, &grant->application, &grant->client_id, &grant->last_error};

	uint64_t version = take_number(&in, 1);
	int stored = version == VERSION_1 ? NUMBERS_OF_VERSION_1 : version == VERSION_2 ? NUMBERS_OF_VERSION_2 : NUMBERS;

	if (version != VERSION_1 && version != VERSION_2 && version != VERSION_SHARED) {
		return false;
	}
	grant->unread = false;
	grant->kind = (isoft_grant_kind)take_number(&in, 1);
	for (int i = 0; i < NUMBERS; i++) {
		*numbers[i] = i < stored ? (int64_t)take_number(&in, 8) : 0;
	}
	memcpy(grant->lineage_id, id, sizeof(id));
	for (int i = 0; i < STRINGS; i++) {
		*strings[i] = take_string(&in);
	}
	return in.whole
		&& (grant->kind == ISOFT_GRANT_OAUTH2 || grant->kind == ISOFT_GRANT_API_KEY
			|| (grant->kind == ISOFT_GRANT_FORGOTTEN && version == VERSION_SHARED));
}

bool isoft_grant_is_of(const isoft_grant *grant, const char *client_id)
{
	return !*grant->client_id || strcmp(grant->client_id, client_id) == 0;
}

static int64_t refusal_pause(const isoft_grant *grant)
{
	int64_t pause = PAUSE_SECOND_S;

	if (grant->refusals < 2) {
		return PAUSE_FIRST_S;
	}
	for (int64_t refusals = 2; refusals < grant->refusals && pause < PAUSE_MAX_S; refusals++) {
		pause *= 2;
	}
	return pause < PAUSE_MAX_S ? pause : PAUSE_MAX_S;
}

/* A try without an answer, or one that was killed, is followed by a pause as well. */
static int64_t refusal_last_try(const isoft_grant *grant)
{
	return grant->refused_at > grant->tried_at ? grant->refused_at : grant->tried_at;
}

int64_t isoft_grant_retry_at(const isoft_grant *grant)
{
	int64_t last_try = refusal_last_try(grant);
	int64_t pause = refusal_pause(grant);
	int64_t retry_at = last_try > INT64_MAX - pause ? INT64_MAX : last_try + pause;

	/* With the begin mark the token may be spent: it is not sent again before the access token has expired. */
	if (last_try < grant->expires_at && (grant->begun_at || grant->expires_at < retry_at)) {
		return grant->expires_at;
	}
	return retry_at;
}

bool isoft_grant_pauses(const isoft_grant *grant, int64_t now)
{
	return grant->refused_at && now < isoft_grant_retry_at(grant) && refusal_last_try(grant) <= now + CLOCK_STEP_S;
}

/*
 * 0 to `most` seconds, always the same for a token pair: pairs of many accounts that were obtained together are not all
 * refreshed together.
 */
static int64_t due_spread(const isoft_grant *grant, int64_t most)
{
	static const unsigned char key[crypto_shorthash_KEYBYTES] = "due spread";
	const char *token = grant->refresh_token ? grant->refresh_token : "";
	uint64_t hash;

	crypto_shorthash((unsigned char *)&hash, (const unsigned char *)token, strlen(token), key);
	return most > 0 ? (int64_t)(hash % ((uint64_t)most + 1)) : 0;
}

int64_t isoft_grant_due_at(const isoft_grant *grant, int64_t margin)
{
	int64_t eighth = grant->lifetime / 8;
	int64_t due;

	if (grant->kind != ISOFT_GRANT_OAUTH2) {
		return 0;
	}
	if (grant->refused_at) {
		return isoft_grant_retry_at(grant);
	}
	if (grant->begun_at) {
		/*
		 * The refresh token may be spent. Sending a spent refresh token again can end the grant, so it is sent only
		 * when the access token has expired too.
		 */
		return grant->expires_at ? grant->expires_at : grant->begun_at + ASSUMED_LIFETIME_S;
	}
	if (!grant->expires_at) {
		/* A pasted pair without an expiry may expire at any time: due at once. */
		return grant->refreshed_at;
	}
	due = grant->expires_at - (margin < eighth ? margin : eighth);
	due -= due_spread(grant, (margin < eighth ? margin : eighth) / SPREAD_PART);
	return due > 0 ? due : 1;
}

/*
 * The pair was obtained at a time that this clock has not reached: the clock was set back, and the token expires at
 * Keap long before expires_at by this clock.
 */
static bool is_ahead_of_clock(const isoft_grant *grant, int64_t now)
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
	return now >= isoft_grant_due_at(grant, margin) || is_ahead_of_clock(grant, now) ? ISOFT_GRANT_REFRESH_DUE
																					 : ISOFT_GRANT_VALID;
}

bool isoft_grant_refresh_is_due(const isoft_grant *grant, int64_t now, int64_t margin)
{
	switch (isoft_grant_state_at(grant, now, margin)) {
		case ISOFT_GRANT_VALID:
			return false;
		case ISOFT_GRANT_REFUSED:
			return !isoft_grant_pauses(grant, now);
		default:
			return true;
	}
}

bool isoft_grant_usable(const isoft_grant *grant, int64_t now)
{
	return grant->kind == ISOFT_GRANT_API_KEY || !grant->expires_at || now < grant->expires_at;
}
