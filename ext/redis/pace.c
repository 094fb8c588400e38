#include "redis/pace.h"

#include <hiredis/hiredis.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "redis/address.h"
#include "redis/scripts.h"

enum { KEY_TEXT = ISOFT_ADDRESS_PREFIX + ISOFT_BOX_NAME_TEXT + 24, NUMBERS = 5, NUMBER_TEXT = 24 };

/* The names of the two keys. The braces make a cluster keep all keys in one place. */
static void write_keys(const isoft_link *link, uint64_t rate_key, char keys[2][KEY_TEXT])
{
	char name[ISOFT_ACCOUNT_MAX + 1], hash[ISOFT_BOX_NAME_TEXT + 1];

	snprintf(name, sizeof(name), "limits of %016llx", (unsigned long long)rate_key);
	isoft_box_hash_name(link->store, name, hash);
	snprintf(keys[0], KEY_TEXT, "{%s}:p:%s", link->prefix, hash);
	snprintf(keys[1], KEY_TEXT, "{%s}:p:%s:machines", link->prefix, hash);
}

static bool read_numbers(const redisReply *reply, int64_t numbers[NUMBERS])
{
	bool read = reply->type == REDIS_REPLY_ARRAY && reply->elements == NUMBERS;

	for (size_t i = 0; read && i < NUMBERS; i++) {
		read = reply->element[i]->type == REDIS_REPLY_STRING;
		numbers[i] = read ? strtoll(reply->element[i]->str, NULL, 10) : 0;
	}
	return read;
}

bool isoft_redis_pace(
	isoft_link *link, const isoft_pace_question *question, isoft_pace_answer *answer, isoft_failure *failure)
{
	const int64_t asked[] = {question->count, question->gap_us, question->lead_us, question->most_us,
		question->unsure_us, question->machines};
	char keys[2][KEY_TEXT], machine[NUMBER_TEXT], texts[6][NUMBER_TEXT];
	const char *words[] = {"EVAL", isoft_script_pace, "2", keys[0], keys[1], machine, texts[0], texts[1], texts[2],
		texts[3], texts[4], texts[5]};
	isoft_redis_text parts[sizeof(words) / sizeof(*words)];
	int64_t numbers[NUMBERS];
	redisReply *reply;
	bool read;

	write_keys(link, question->rate_key, keys);
	snprintf(machine, sizeof(machine), "%016llx", (unsigned long long)question->machine);
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++) {
		snprintf(texts[i], NUMBER_TEXT, "%lld", (long long)asked[i]);
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		parts[i] = (isoft_redis_text){words[i], strlen(words[i])};
	}
	reply = isoft_redis_command(link->redis, parts, (int)(sizeof(parts) / sizeof(*parts)), link->deadline, failure);
	if (!reply) {
		return false;
	}
	read = read_numbers(reply, numbers);
	freeReplyObject(reply);
	*answer = (isoft_pace_answer){.now_us = numbers[0],
		.first_us = numbers[1],
		.count = numbers[2] > 0 && numbers[2] <= question->count ? (unsigned)numbers[2] : 0,
		.rank = (unsigned)numbers[3],
		.machines = (unsigned)numbers[4]};
	return read
		|| isoft_fail(failure, ISOFT_FAILURE_STORE,
			"Redis (infusionsoft.shared_store) gives an answer that this version of the extension does not know");
}
