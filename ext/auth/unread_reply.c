#include "auth/unread_reply.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "auth/token_members.h"

/*
 * Layout: 1 byte version, 2 bytes length of the grant, the grant as in a record of version 2, then the reply: 1 byte
 * kind of the request, 1 byte state, 2 bytes status, four numbers of 8 bytes; if machines share the grant, three
 * numbers, the id of the lineage and the text of the attempt; then three texts: client_id, body, error. A text is its
 * length in 2 bytes, its bytes and a NUL. Numbers are little-endian.
 */
enum { UNREAD_VERSION = 3, NUMBERS = 4, HTTP_OK = 200 };
enum { KIND_CODE = 1, KIND_LEFT_OUT = 2, KIND_SHARED = 4 };

typedef struct {
	unsigned char *at;
	unsigned char *end;
	bool fits;
} unread_writer;

typedef struct {
	const unsigned char *at;
	const unsigned char *end;
	bool whole;
} unread_reader;

static void put_number(unread_writer *out, uint64_t number, int width)
{
	out->fits = out->fits && out->end - out->at >= width;
	for (int byte = 0; out->fits && byte < width; byte++) {
		*out->at++ = (unsigned char)(number >> (8 * byte));
	}
}

static void put_bytes(unread_writer *out, const void *bytes, size_t length)
{
	put_number(out, length, 2);
	out->fits = out->fits && length <= (size_t)(out->end - out->at);
	if (out->fits && length) {
		memcpy(out->at, bytes, length);
		out->at += length;
	}
}

/* With its NUL. */
static void put_text(unread_writer *out, const char *text)
{
	put_bytes(out, text, strlen(text) + 1);
}

static uint64_t take_number(unread_reader *in, int width)
{
	uint64_t number = 0;

	in->whole = in->whole && in->end - in->at >= width;
	for (int byte = 0; in->whole && byte < width; byte++) {
		number |= (uint64_t)*in->at++ << (8 * byte);
	}
	return number;
}

static const void *take_bytes(unread_reader *in, size_t *length)
{
	const void *bytes = NULL;

	*length = (size_t)take_number(in, 2);
	in->whole = in->whole && *length <= (size_t)(in->end - in->at);
	if (in->whole) {
		bytes = in->at;
		in->at += *length;
	}
	return bytes;
}

static const char *take_text(unread_reader *in)
{
	size_t length;
	const char *text = take_bytes(in, &length);

	in->whole = in->whole && length && text[length - 1] == '\0';
	return in->whole ? text : "";
}

static void put_fleet(unread_writer *out, const isoft_unread_fleet *fleet)
{
	put_number(out, (uint64_t)fleet->answered_ms, 8);
	put_number(out, (uint64_t)fleet->next.number, 8);
	put_number(out, (uint64_t)fleet->next.serial, 8);
	put_bytes(out, fleet->next.id, sizeof(fleet->next.id));
	put_text(out, fleet->attempt);
}

static void take_fleet(unread_reader *in, isoft_unread_fleet *fleet)
{
	const void *id;
	size_t length;

	fleet->answered_ms = (int64_t)take_number(in, 8);
	fleet->next.number = (int64_t)take_number(in, 8);
	fleet->next.serial = (int64_t)take_number(in, 8);
	id = take_bytes(in, &length);
	in->whole = in->whole && length == sizeof(fleet->next.id);
	if (in->whole) {
		memcpy(fleet->next.id, id, length);
	}
	fleet->attempt = take_text(in);
}

typedef struct {
	const char *bytes;
	size_t length;
	bool left_out;
} unread_body;

static void put_reply(unread_writer *out, const isoft_grant *grant, const isoft_unread_facts *facts,
	const isoft_reply *reply, const unread_body *body)
{
	const int64_t numbers[NUMBERS] = {facts->asked_at, facts->answered_at, facts->earlier_begun_at, reply->retry_after};
	/* The same id is not stored twice: it may be long. */
	bool same = grant && strcmp(grant->client_id, facts->client_id) == 0;
	char error[sizeof(reply->error)] = "";

	put_number(out,
		(facts->for_code ? KIND_CODE : 0) | (body->left_out ? KIND_LEFT_OUT : 0)
			| (facts->fleet.attempt ? KIND_SHARED : 0),
		1);
	put_number(out, reply->state, 1);
	put_number(out, (uint64_t)reply->status, 2);
	for (int i = 0; i < NUMBERS; i++) {
		put_number(out, (uint64_t)numbers[i], 8);
	}
	if (facts->fleet.attempt) {
		put_fleet(out, &facts->fleet);
	}
	put_text(out, same ? "" : facts->client_id);
	put_bytes(out, body->bytes, body->length);
	put_number(out, 0, 1);
	/* Last, so that it can be cut to the room that is left. */
	if (out->fits && out->end - out->at >= 3) {
		size_t room = (size_t)(out->end - out->at) - 3;
		size_t length = strnlen(reply->error, sizeof(error) - 1);

		memcpy(error, reply->error, length < room ? length : room);
	}
	put_text(out, error);
}

static size_t encode_with(const isoft_grant *grant, const isoft_unread_facts *facts, const isoft_reply *reply,
	const unread_body *body, unsigned char bytes[ISOFT_RECORD_MAX])
{
	unsigned char encoded[ISOFT_RECORD_MAX] = {0};
	size_t length = grant ? isoft_grant_encode(grant, encoded) : 0;
	unread_writer out = {bytes, bytes + ISOFT_RECORD_MAX, !grant || length};

	put_number(&out, UNREAD_VERSION, 1);
	put_bytes(&out, encoded, length);
	put_reply(&out, grant, facts, reply, body);
	sodium_memzero(encoded, length);
	return out.fits ? (size_t)(out.at - bytes) : 0;
}

/*
 * Leaves out of the old grant and of the facts what a new pair replaces: the tokens, the place among the pairs, and the
 * attempt, which ends by itself when the pair is handed in.
 */
static void leave_out_replaced(isoft_grant *grant, isoft_unread_facts *facts)
{
	grant->access_token = grant->refresh_token = "";
	grant->lineage = grant->lineage_serial = grant->shared_expiry = 0;
	memset(grant->lineage_id, 0, sizeof(grant->lineage_id));
	facts->fleet.attempt = facts->fleet.attempt ? "" : NULL;
}

/* For what does not fit as it is. */
static size_t encode_shorter(const isoft_grant *grant, const isoft_unread_facts *facts, const isoft_reply *reply,
	const unread_body *body, bool has_pair, unsigned char bytes[ISOFT_RECORD_MAX])
{
	const unread_body none = {.left_out = has_pair || body->left_out};
	size_t length = encode_with(grant, facts, reply, body, bytes);
	isoft_unread_facts less_facts = *facts;
	isoft_grant less;

	if (!length && grant) {
		less = *grant;
		less.last_error = "";
		if (has_pair) {
			leave_out_replaced(&less, &less_facts);
		}
		length = encode_with(&less, &less_facts, reply, body, bytes);
	}
	return length || !grant ? length : encode_with(&less, &less_facts, reply, &none, bytes);
}

/* A pair that is longer than a record. The members are never longer than the whole but for their punctuation. */
static bool unread_has_long_pair(const unread_body *body)
{
	size_t size = body->length + ISOFT_RECORD_MAX;
	char *members_text = malloc(size);
	isoft_token_members members;
	bool has_pair = members_text && isoft_token_members_copy(body->bytes, body->length, members_text, size, &members)
		&& members.has_pair;

	if (members_text) {
		sodium_memzero(members_text, size);
	}
	free(members_text);
	return has_pair;
}

size_t isoft_unread_encode(const isoft_grant *grant, const isoft_unread_facts *facts, const isoft_reply *reply,
	unsigned char bytes[ISOFT_RECORD_MAX])
{
	char shorter[ISOFT_RECORD_MAX];
	isoft_token_members members = {0, false};
	bool whole = reply->state == ISOFT_REPLY_WHOLE;
	unread_body body = {reply->body.data, whole ? reply->body.length : 0, false};
	size_t length = body.length <= ISOFT_RECORD_MAX ? encode_with(grant, facts, reply, &body, bytes) : 0;

	if (length) {
		return length;
	}
	if (!whole || !isoft_token_members_copy(body.bytes, body.length, shorter, sizeof(shorter), &members)) {
		members = (isoft_token_members){0, false};
		body.left_out = whole && reply->status == HTTP_OK && unread_has_long_pair(&body);
	}
	body = (unread_body){shorter, members.length, body.left_out};
	length = encode_shorter(grant, facts, reply, &body, members.has_pair && reply->status == HTTP_OK, bytes);
	sodium_memzero(shorter, sizeof(shorter));
	return length;
}

bool isoft_unread_is(const isoft_record *record)
{
	return record->length && record->bytes[0] == UNREAD_VERSION;
}

bool isoft_unread_decode(
	const isoft_record *record, isoft_record *before, isoft_unread_facts *facts, isoft_reply *reply)
{
	unread_reader in = {record->bytes, record->bytes + record->length, isoft_unread_is(record)};
	size_t grant_length, body_length;
	const void *grant_bytes, *body;
	uint64_t kind;

	memset(reply, 0, sizeof(*reply));
	before->length = 0;
	take_number(&in, 1);
	grant_bytes = take_bytes(&in, &grant_length);
	kind = take_number(&in, 1);
	facts->for_code = (kind & KIND_CODE) != 0;
	facts->left_out = (kind & KIND_LEFT_OUT) != 0;
	reply->state = (isoft_reply_state)take_number(&in, 1);
	reply->status = (long)take_number(&in, 2);
	facts->asked_at = (int64_t)take_number(&in, 8);
	facts->answered_at = (int64_t)take_number(&in, 8);
	facts->earlier_begun_at = (int64_t)take_number(&in, 8);
	reply->retry_after = (long)take_number(&in, 8);
	facts->fleet.attempt = NULL;
	if (kind & KIND_SHARED) {
		take_fleet(&in, &facts->fleet);
	}
	facts->client_id = take_text(&in);
	body = take_bytes(&in, &body_length);
	in.whole = take_number(&in, 1) == 0 && in.whole;
	strncpy(reply->error, take_text(&in), sizeof(reply->error) - 1);
	if (!in.whole || reply->state > ISOFT_REPLY_TOO_LARGE) {
		return false;
	}
	reply->body = (isoft_buffer){.data = (char *)body, .length = body_length};
	before->generation = record->generation;
	before->previous_key = record->previous_key;
	before->length = grant_length;
	memcpy(before->bytes, grant_bytes, grant_length);
	return true;
}

bool isoft_unread_has_pair(const isoft_reply *reply)
{
	char shorter[ISOFT_RECORD_MAX];
	isoft_token_members members;
	bool has_pair = reply->state == ISOFT_REPLY_WHOLE && reply->status == HTTP_OK
		&& isoft_token_members_copy(reply->body.data, reply->body.length, shorter, sizeof(shorter), &members)
		&& members.has_pair;

	sodium_memzero(shorter, sizeof(shorter));
	return has_pair;
}
