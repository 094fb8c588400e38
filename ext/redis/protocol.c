#include "redis/protocol.h"

#include <hiredis/hiredis.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "redis/address.h"
#include "redis/scripts.h"
#include "store/box.h"

enum { KEY_TEXT = ISOFT_ADDRESS_PREFIX + ISOFT_BOX_NAME_TEXT + 16, LABEL_TEXT = 256 };

static const char CHECKED[] = "this key is that of all machines";

static const struct {
	const char *text;
	isoft_said said;
} SAID[] = {
	{"GO", ISOFT_SAID_GO},
	{"BUSY", ISOFT_SAID_BUSY},
	{"WAIT", ISOFT_SAID_WAIT},
	{"PAUSE", ISOFT_SAID_PAUSE},
	{"REFUSED", ISOFT_SAID_REFUSED},
	{"EMPTY", ISOFT_SAID_EMPTY},
	{"OLDER", ISOFT_SAID_OLDER},
	{"SAME", ISOFT_SAID_SAME},
	{"NEWER", ISOFT_SAID_NEWER},
	{"WRITTEN", ISOFT_SAID_WRITTEN},
	{"ENDED", ISOFT_SAID_ENDED},
	{"GONE", ISOFT_SAID_GONE},
	{"OTHER_KEY", ISOFT_SAID_OTHER_KEY},
	{"MINE", ISOFT_SAID_MINE},
};

static const char *const ASKS[] = {[ISOFT_ASKS_NEWER] = "asks", [ISOFT_ASKS_MISSED] = "missed"};

/* A command that runs a script. The texts are borrowed. */
typedef struct {
	isoft_redis_text parts[ISOFT_REDIS_PARTS_MAX];
	int count;
} command;

static void add_bytes(command *self, const void *bytes, size_t length)
{
	self->parts[self->count++] = (isoft_redis_text){bytes, length};
}

static void add(command *self, const char *text)
{
	add_bytes(self, text, strlen(text));
}

static void begin_command(command *self, const char *script, const char *keys)
{
	self->count = 0;
	add(self, "EVAL");
	add(self, script);
	add(self, keys);
}

/* The braces make a cluster keep all keys in one place. */
static void key_of_record(const isoft_link *link, const char *hash, char key[KEY_TEXT])
{
	snprintf(key, KEY_TEXT, "{%s}:g:%s", link->prefix, hash);
}

static void key_named(const isoft_link *link, const char *name, char key[KEY_TEXT])
{
	snprintf(key, KEY_TEXT, "{%s}:%s", link->prefix, name);
}

/* What a box is sealed with: it opens as this pair of this account only. */
static void write_label(char label[LABEL_TEXT], const char *hash, const char *lineage, const char *serial,
	const char *kind, const char *expires)
{
	snprintf(label, LABEL_TEXT, "shared %s %s %s %s %s", hash, lineage, serial, kind, expires);
}

static bool is_text(const redisReply *reply)
{
	return reply && reply->type == REDIS_REPLY_STRING;
}

/* A nil where a text is expected reads as "". */
static const char *text_at(const redisReply *reply, size_t i)
{
	return i < reply->elements && is_text(reply->element[i]) ? reply->element[i]->str : "";
}

static bool fail_unreadable(isoft_failure *failure)
{
	return isoft_fail(failure, ISOFT_FAILURE_STORE,
		"Redis (infusionsoft.shared_store) holds what this version of the extension did not write: upgrade all "
		"machines "
		"to the same version, or set another prefix");
}

/* Reads {lineage, serial, kind, box, expiry} from the place `at` on. */
static bool read_grant(isoft_link *link, const char *hash, const redisReply *reply, size_t at, isoft_fleet_grant *grant,
	isoft_failure *failure)
{
	const redisReply *box = at + 3 < reply->elements && is_text(reply->element[at + 3]) ? reply->element[at + 3] : NULL;
	const char *lineage = text_at(reply, at), *serial = text_at(reply, at + 1);
	const char *kind = text_at(reply, at + 2), *expires = text_at(reply, at + 4);
	char label[LABEL_TEXT];

	if (!box || !isoft_pair_read(&grant->pair, lineage, strlen(lineage), serial, strlen(serial))) {
		return fail_unreadable(failure);
	}
	grant->forgotten = strcmp(kind, "forgotten") == 0;
	grant->expires_ms = strtoll(expires, NULL, 10);
	write_label(label, hash, lineage, serial, kind, expires);
	switch (
		isoft_box_open(link->store, label, (const unsigned char *)box->str, box->len, grant->bytes, &grant->length)) {
		case ISOFT_BOX_OPEN:
			return true;
		case ISOFT_BOX_OTHER_KEY:
			return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
				"Another machine sealed a grant in Redis (infusionsoft.shared_store) with another key: set the same "
				"infusionsoft.key on all machines");
		default:
			return fail_unreadable(failure);
	}
}

/* Fills the failure if the verdict says that this Redis cannot be used. */
static bool is_suitable(const char *said, const redisReply *reply, isoft_failure *failure)
{
	if (strcmp(said, "NO_INFO") == 0) {
		return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"Redis (infusionsoft.shared_store) refuses INFO to this user, and without it nobody knows whether Redis "
			"lost "
			"a pair at a restart or a fail-over: allow it by the ACL rule +info (ACL SETUSER name +info)");
	}
	return strcmp(said, "TOO_OLD") != 0
		|| isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
			"Redis (infusionsoft.shared_store) has version %.20s: Redis 6.2 or later is needed, or Valkey",
			text_at(reply, 4));
}

/* Reads {verdict, time, life, …}. */
static bool read_answer(
	isoft_link *link, const char *hash, const redisReply *reply, isoft_answer *answer, isoft_failure *failure)
{
	const char *said = reply->type == REDIS_REPLY_ARRAY ? text_at(reply, 0) : "";

	memset(answer, 0, sizeof(*answer));
	if (!is_suitable(said, reply, failure)) {
		return false;
	}
	for (size_t i = 0; i < sizeof(SAID) / sizeof(*SAID); i++) {
		if (strcmp(said, SAID[i].text) == 0) {
			answer->said = SAID[i].said;
			answer->now_ms = strtoll(text_at(reply, 1), NULL, 10);
			snprintf(answer->life, sizeof(answer->life), "%s", text_at(reply, 2));
			if (answer->said == ISOFT_SAID_NEWER) {
				return read_grant(link, hash, reply, 3, &answer->grant, failure);
			}
			answer->until_ms = strtoll(text_at(reply, 3), NULL, 10);
			snprintf(answer->by, sizeof(answer->by), "%s", text_at(reply, 4));
			return true;
		}
	}
	return fail_unreadable(failure);
}

static bool run(isoft_link *link, const command *sent, const char *hash, isoft_answer *answer, isoft_failure *failure)
{
	bool read;
	redisReply *reply = isoft_redis_command(link->redis, sent->parts, sent->count, link->deadline, failure);

	if (!reply) {
		return false;
	}
	read = read_answer(link, hash, reply, answer, failure);
	freeReplyObject(reply);
	return read;
}

bool isoft_protocol_check(isoft_link *link, isoft_answer *answer, isoft_failure *failure)
{
	char key[KEY_TEXT], ids[ISOFT_BOX_KEYS][ISOFT_BOX_KEY_TEXT + 1];
	unsigned char box[ISOFT_BOX_MAX];
	size_t count = isoft_box_key_ids(link->store, ids);
	command sent;

	key_named(link, "check", key);
	begin_command(&sent, isoft_script_check, "1");
	add(&sent, key);
	add(&sent, ids[0]);
	add_bytes(&sent, box, isoft_box_seal(link->store, CHECKED, CHECKED, sizeof(CHECKED), box));
	for (size_t i = 1; i < count; i++) {
		add(&sent, ids[i]);
	}
	return run(link, &sent, "", answer, failure);
}

static bool look(isoft_link *link, const char *account, const isoft_pair *pair, bool missed, isoft_answer *answer,
	isoft_failure *failure)
{
	char hash[ISOFT_BOX_NAME_TEXT + 1], lineage[ISOFT_LINEAGE_TEXT + 1], serial[ISOFT_SERIAL_TEXT + 1];
	char key[KEY_TEXT], asks[KEY_TEXT];
	command sent;

	isoft_box_hash_name(link->store, account, hash);
	key_of_record(link, hash, key);
	key_named(link, ASKS[ISOFT_ASKS_MISSED], asks);
	isoft_pair_write(pair, lineage, serial);
	begin_command(&sent, isoft_script_look, "2");
	add(&sent, key);
	add(&sent, asks);
	add(&sent, lineage);
	add(&sent, serial);
	if (missed) {
		add(&sent, hash);
	}
	return run(link, &sent, hash, answer, failure);
}

bool isoft_protocol_look(
	isoft_link *link, const char *account, const isoft_pair *pair, isoft_answer *answer, isoft_failure *failure)
{
	return look(link, account, pair, false, answer, failure);
}

bool isoft_protocol_miss(isoft_link *link, const char *account, isoft_answer *answer, isoft_failure *failure)
{
	static const isoft_pair none = {0};

	return look(link, account, &none, true, answer, failure);
}

/* Of this machine, for people. */
static void machine_name(char name[ISOFT_MACHINE_NAME])
{
	if (gethostname(name, ISOFT_MACHINE_NAME) != 0) {
		strcpy(name, "?");
	}
	name[ISOFT_MACHINE_NAME - 1] = '\0';
}

bool isoft_protocol_begin(isoft_link *link, const char *account, const isoft_pair *pair, const char *attempt,
	bool force, isoft_answer *answer, isoft_failure *failure)
{
	char hash[ISOFT_BOX_NAME_TEXT + 1], lineage[ISOFT_LINEAGE_TEXT + 1], serial[ISOFT_SERIAL_TEXT + 1];
	char key[KEY_TEXT], asks[KEY_TEXT], check[KEY_TEXT], name[ISOFT_MACHINE_NAME];
	char ids[ISOFT_BOX_KEYS][ISOFT_BOX_KEY_TEXT + 1];
	command sent;

	isoft_box_hash_name(link->store, account, hash);
	key_of_record(link, hash, key);
	key_named(link, ASKS[ISOFT_ASKS_NEWER], asks);
	key_named(link, "check", check);
	isoft_pair_write(pair, lineage, serial);
	machine_name(name);
	isoft_box_key_ids(link->store, ids);
	begin_command(&sent, isoft_script_begin, "3");
	for (const char *const *text = (const char *const[]){key, asks, check, lineage, serial, attempt, name, hash, ids[0],
			 force ? "1" : "0", NULL};
		 *text; text++) {
		add(&sent, *text);
	}
	return run(link, &sent, hash, answer, failure);
}

bool isoft_protocol_put(isoft_link *link, const char *account, const isoft_fleet_grant *grant, const char *life,
	isoft_answer *answer, isoft_failure *failure)
{
	char hash[ISOFT_BOX_NAME_TEXT + 1], lineage[ISOFT_LINEAGE_TEXT + 1], serial[ISOFT_SERIAL_TEXT + 1];
	char key[KEY_TEXT], asks[KEY_TEXT], expires[24], label[LABEL_TEXT];
	const char *kind = grant->forgotten ? "forgotten" : "pair";
	unsigned char box[ISOFT_BOX_MAX];
	command sent;

	isoft_box_hash_name(link->store, account, hash);
	key_of_record(link, hash, key);
	key_named(link, ASKS[ISOFT_ASKS_NEWER], asks);
	isoft_pair_write(&grant->pair, lineage, serial);
	snprintf(expires, sizeof(expires), "%lld", (long long)grant->expires_ms);
	write_label(label, hash, lineage, serial, kind, expires);
	begin_command(&sent, isoft_script_put, "2");
	add(&sent, key);
	add(&sent, asks);
	add(&sent, lineage);
	add(&sent, serial);
	add(&sent, kind);
	add_bytes(&sent, box, isoft_box_seal(link->store, label, grant->bytes, grant->length, box));
	add(&sent, expires);
	add(&sent, life);
	add(&sent, hash);
	return run(link, &sent, hash, answer, failure);
}

bool isoft_protocol_end(isoft_link *link, const char *account, const isoft_pair *pair, const char *attempt,
	isoft_ended outcome, int64_t pause_ms, isoft_answer *answer, isoft_failure *failure)
{
	static const char *const outcomes[] = {
		[ISOFT_ENDED_NOTHING] = "NOTHING", [ISOFT_ENDED_UNKNOWN] = "UNKNOWN", [ISOFT_ENDED_REFUSED] = "REFUSED"};
	char hash[ISOFT_BOX_NAME_TEXT + 1], key[KEY_TEXT], lineage[ISOFT_LINEAGE_TEXT + 1], serial[ISOFT_SERIAL_TEXT + 1];
	char pause[24];
	command sent;

	isoft_box_hash_name(link->store, account, hash);
	key_of_record(link, hash, key);
	isoft_pair_write(pair, lineage, serial);
	snprintf(pause, sizeof(pause), "%lld", (long long)pause_ms);
	begin_command(&sent, isoft_script_end, "1");
	add(&sent, key);
	add(&sent, lineage);
	add(&sent, serial);
	add(&sent, attempt);
	add(&sent, outcomes[outcome]);
	add(&sent, pause);
	return run(link, &sent, hash, answer, failure);
}

bool isoft_protocol_asks(isoft_link *link, isoft_asks which, char (*hashes)[ISOFT_BOX_NAME_TEXT + 1], size_t most,
	size_t *count, isoft_failure *failure)
{
	char key[KEY_TEXT], count_text[24];
	command sent = {.count = 0};
	redisReply *reply;

	*count = 0;
	key_named(link, ASKS[which], key);
	snprintf(count_text, sizeof(count_text), "%zu", most);
	for (const char *const *word =
			 (const char *const[]){"ZRANGE", key, "+inf", "-inf", "BYSCORE", "REV", "LIMIT", "0", count_text, NULL};
		 *word; word++) {
		add(&sent, *word);
	}
	reply = isoft_redis_command(link->redis, sent.parts, sent.count, link->deadline, failure);
	if (!reply) {
		return false;
	}
	for (size_t i = 0; reply->type == REDIS_REPLY_ARRAY && i < reply->elements && *count < most; i++) {
		if (is_text(reply->element[i]) && reply->element[i]->len == ISOFT_BOX_NAME_TEXT) {
			strcpy(hashes[(*count)++], reply->element[i]->str);
		}
	}
	freeReplyObject(reply);
	return true;
}

void isoft_protocol_attempt(char attempt[ISOFT_ATTEMPT_TEXT + 1])
{
	unsigned char bytes[ISOFT_ATTEMPT_TEXT / 2];

	randombytes_buf(bytes, sizeof(bytes));
	sodium_bin2hex(attempt, ISOFT_ATTEMPT_TEXT + 1, bytes, sizeof(bytes));
}

void isoft_answer_wipe(isoft_answer *answer)
{
	sodium_memzero(&answer->grant, sizeof(answer->grant));
}
