/* The unread reply: a record with a reply that is not decoded yet; and the shorter text of a reply that does not fit.
 */
#include "auth/unread_reply.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../check.h"
#include "auth/token_members.h"

enum { SERIAL = 7, ASKED = 1800000000 };

static char letters[ISOFT_RECORD_MAX];

/* A token of this many letters; valid until the next call with the same length. */
static const char *token(size_t length)
{
	return letters + sizeof(letters) - 1 - length;
}

static isoft_grant grant_of(size_t access, size_t refresh)
{
	return (isoft_grant){.kind = ISOFT_GRANT_OAUTH2,
		.token_serial = SERIAL,
		.access_token = token(access),
		.refresh_token = token(refresh),
		.application = "app",
		.client_id = "client",
		.last_error = ""};
}

static isoft_reply reply_of(long status, const char *body)
{
	return (isoft_reply){.status = status, .retry_after = -1, .body = {.data = (char *)body, .length = strlen(body)}};
}

static const isoft_unread_facts facts = {
	.asked_at = ASKED, .answered_at = ASKED + 1, .earlier_begun_at = 5, .client_id = "client"};

static const isoft_unread_facts shared_facts = {.asked_at = ASKED,
	.answered_at = ASKED + 1,
	.earlier_begun_at = 5,
	.client_id = "client",
	.fleet = {.attempt = "0123456789abcdef0123456789abcdef",
		.next = {.number = 3, .id = "fifteen letters", .serial = 9},
		.answered_ms = 1234567890123}};

/* Decodes into exact memory, so that ASan sees a read behind the end. Returns whether that is possible. */
static bool decode_exactly(const unsigned char *bytes, size_t length, isoft_record *before, isoft_reply *reply)
{
	static isoft_record record;
	isoft_unread_facts decoded;

	record.length = length;
	memcpy(record.bytes, bytes, length);
	return isoft_unread_decode(&record, before, &decoded, reply);
}

static void is_read_back(void)
{
	static unsigned char bytes[ISOFT_RECORD_MAX];
	static isoft_record record, before;
	isoft_grant grant = grant_of(30, 30), decoded;
	isoft_reply reply = reply_of(400, "{\"error\": \"invalid_grant\"}"), again;
	isoft_unread_facts facts_again;

	record.length = isoft_unread_encode(&grant, &facts, &reply, bytes);
	memcpy(record.bytes, bytes, record.length);
	check(isoft_unread_is(&record) && !isoft_grant_decode(&record, &decoded),
		"a record with an unread reply is refused as a grant, also by a version that does not know it");
	check(isoft_unread_decode(&record, &before, &facts_again, &again) && again.status == 400 && again.retry_after == -1
			&& strcmp(again.body.data, reply.body.data) == 0 && again.body.length == reply.body.length,
		"the reply is read back, with a NUL behind its body");
	check(facts_again.asked_at == ASKED && facts_again.answered_at == ASKED + 1 && facts_again.earlier_begun_at == 5
			&& !facts_again.for_code,
		"the facts are read back");
	check(isoft_grant_decode(&before, &decoded) && decoded.token_serial == SERIAL
			&& strcmp(decoded.refresh_token, grant.refresh_token) == 0,
		"the grant is read back");
}

static void a_shared_grant_is_read_back(void)
{
	static isoft_record record, before;
	isoft_grant grant = grant_of(30, 30);
	isoft_reply reply = reply_of(200, "{}"), again;
	isoft_unread_facts facts_again;

	record.length = isoft_unread_encode(&grant, &shared_facts, &reply, record.bytes);
	check(isoft_unread_decode(&record, &before, &facts_again, &again) && facts_again.fleet.attempt
			&& strcmp(facts_again.fleet.attempt, shared_facts.fleet.attempt) == 0
			&& memcmp(&facts_again.fleet.next, &shared_facts.fleet.next, sizeof(isoft_pair)) == 0
			&& facts_again.fleet.answered_ms == shared_facts.fleet.answered_ms,
		"what the other machines need is read back");
	record.length = isoft_unread_encode(&grant, &facts, &reply, record.bytes);
	check(isoft_unread_decode(&record, &before, &facts_again, &again) && !facts_again.fleet.attempt,
		"a grant that is not shared says so");
}

static void damage_is_refused(const isoft_unread_facts *facts)
{
	static unsigned char bytes[ISOFT_RECORD_MAX];
	static isoft_record before;
	isoft_grant grant = grant_of(3, 3);
	isoft_reply reply = reply_of(200, "{}"), again;
	size_t length = isoft_unread_encode(&grant, facts, &reply, bytes), accepted = 0;

	for (size_t cut = 0; cut < length; cut++) {
		accepted += decode_exactly(bytes, cut, &before, &again);
	}
	check(accepted == 0, "a record that is cut anywhere is refused");
}

static void a_code_needs_no_grant(void)
{
	static unsigned char bytes[ISOFT_RECORD_MAX];
	static isoft_record before;
	isoft_unread_facts code = {.for_code = true, .client_id = "client"};
	isoft_reply reply = reply_of(200, "{\"access_token\":\"a\",\"refresh_token\":\"b\"}"), again;
	size_t length = isoft_unread_encode(NULL, &code, &reply, bytes);

	check(decode_exactly(bytes, length, &before, &again) && before.length == 0, "a code's reply needs no grant before");
}

/* The longest pair that fits into a record as a grant. */
static size_t longest_token(int64_t lineage)
{
	unsigned char bytes[ISOFT_RECORD_MAX];
	size_t length = 1;
	isoft_grant grant = grant_of(length, length);

	grant.lineage = lineage;
	while (isoft_grant_encode(&grant, bytes)) {
		length++;
		grant = grant_of(length, length);
		grant.lineage = lineage;
	}
	return length - 1;
}

static void the_longest_fit(const isoft_unread_facts *facts)
{
	static unsigned char bytes[ISOFT_RECORD_MAX];
	static char body[4 * ISOFT_RECORD_MAX];
	static isoft_record before;
	size_t longest = longest_token(facts->fleet.next.number);
	isoft_grant grant = grant_of(longest, longest);
	isoft_reply reply, again;

	grant.lineage = facts->fleet.next.number;
	grant.last_error = "an earlier error";
	snprintf(body, sizeof(body),
		"{\n  \"scope\": \"full|app\",\n  \"more\": [{\"x\": \"}]\\\"\"}, 1.5e3, null],\n  \"access_token\": \"%s\",\n "
		" "
		"\"refresh_token\": \"%s\",\n  \"expires_in\": 86400\n}\n",
		token(longest), token(longest));
	reply = reply_of(200, body);
	check(decode_exactly(bytes, isoft_unread_encode(&grant, facts, &reply, bytes), &before, &again)
			&& isoft_unread_has_pair(&again) && strstr(again.body.data, "full|app") && strstr(again.body.data, "86400"),
		"the longest pair that a record can hold fits as an unread reply, beside the pair before");
	snprintf(body, sizeof(body), "{\"error\":\"invalid_grant\",\"error_description\":\"%s\",\"more\":\"%s\"}",
		token(500), token(3000));
	reply = reply_of(400, body);
	check(decode_exactly(bytes, isoft_unread_encode(&grant, facts, &reply, bytes), &before, &again)
			&& (facts->fleet.attempt
				|| strstr(again.body.data, "{\"error\":\"invalid_grant\",\"error_description\":\"x") == again.body.data)
			&& again.status == 400 && isoft_grant_decode(&before, &grant) && strlen(grant.refresh_token) == longest,
		"a refusal fits beside the longest pair; where the grant is shared, its status does");
	reply = reply_of(502, token(ISOFT_RECORD_MAX - 1));
	check(decode_exactly(bytes, isoft_unread_encode(&grant, facts, &reply, bytes), &before, &again)
			&& again.body.length == 0 && again.status == 502,
		"of a long page that is no JSON only the status is kept");
	reply = reply_of(0, "");
	reply.state = ISOFT_REPLY_NONE;
	memset(reply.error, 'e', sizeof(reply.error) - 1);
	check(decode_exactly(bytes, isoft_unread_encode(&grant, facts, &reply, bytes), &before, &again)
			&& again.state == ISOFT_REPLY_NONE && again.error[0] == 'e',
		"what went wrong in the transfer fits beside the longest pair");
}

/* A caller must be able to tell it from a reply that was no JSON. */
static void a_pair_that_is_too_long_is_noted(void)
{
	static unsigned char bytes[ISOFT_RECORD_MAX];
	static char body[4 * ISOFT_RECORD_MAX];
	static isoft_record record, before;
	const size_t lengths[] = {ISOFT_RECORD_MAX - 100, ISOFT_RECORD_MAX / 2};
	isoft_grant grant = grant_of(30, 30);
	isoft_unread_facts decoded;
	isoft_reply reply, again;

	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		snprintf(body, sizeof(body), "{\"access_token\":\"%s\",\"refresh_token\":\"%s\"}", token(lengths[i]),
			token(lengths[i]));
		reply = reply_of(200, body);
		record.length = isoft_unread_encode(&grant, &facts, &reply, record.bytes);
		check(isoft_unread_decode(&record, &before, &decoded, &again) && again.body.length == 0 && decoded.left_out,
			"a pair that is longer than a record is left out and noted");
	}
	reply = reply_of(200, memset(bytes, '<', sizeof(bytes) - 1));
	record.length = isoft_unread_encode(&grant, &facts, &reply, record.bytes);
	check(isoft_unread_decode(&record, &before, &decoded, &again) && again.body.length == 0 && !decoded.left_out,
		"another text that does not fit is left out without a note");
}

static void members(const char *json, bool understood, bool has_pair)
{
	size_t length = strlen(json);
	char *exact = malloc(length ? length : 1), shorter[256];
	isoft_token_members found = {0, false};
	bool copied;

	memcpy(exact, json, length);
	copied = isoft_token_members_copy(exact, length, shorter, sizeof(shorter), &found);
	free(exact);
	check(copied == understood && found.has_pair == (understood && has_pair), "members of %s", json);
}

int main(void)
{
	memset(letters, 'x', sizeof(letters) - 1);
	is_read_back();
	a_shared_grant_is_read_back();
	damage_is_refused(&facts);
	damage_is_refused(&shared_facts);
	a_code_needs_no_grant();
	the_longest_fit(&facts);
	the_longest_fit(&shared_facts);
	a_pair_that_is_too_long_is_noted();
	members("{}", true, false);
	members(" { \"access_token\" : \"a\" , \"refresh_token\" : \"b\" } ", true, true);
	members("{\"access_token\":\"a\",\"refresh_token\":5}", true, false);
	members("{\"access_token\":\"\",\"refresh_token\":\"b\"}", true, false);
	members("{\"access_token\":\"a b\",\"refresh_token\":\"b\"}", true, false);
	members("{\"x\":{\"access_token\":\"a\",\"refresh_token\":\"b\"}}", true, false);
	members("", false, false);
	members("{", false, false);
	members("{\"a", false, false);
	members("{\"a\\", false, false);
	members("{\"a\":", false, false);
	members("{\"a\":[}", false, false);
	members("{\"a\":1,}", false, false);
	members("{\"a\":1} x", false, false);
	members("[\"access_token\"]", false, false);
	members("<html>", false, false);
	return check_end();
}
