/* What machines that share a grant tell each other, with a real redis-server. Two stores with one key are two machines.
 */
#define _GNU_SOURCE

#include "redis/protocol.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "machine.h"
#include "scene.h"
#include "server.h"
#include "support/clock.h"

enum { LEASE_MS = 90000, WAIT_MS = 120000, TOLERANCE_MS = 5000, HOUR_MS = 3600000 };

static const char ACCOUNT[] = "default";
static const isoft_pair FIRST = {.number = 1, .id = {7}, .serial = 5};

static machine here, there;

static isoft_pair next_pair(isoft_pair pair)
{
	pair.serial++;
	return pair;
}

static const char KEY[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
static const char OTHER_KEY[] = "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

static pid_t start(void)
{
	pid_t server = server_start(scene_folder, NULL);

	machine_open(&here, "here", KEY);
	machine_open(&there, "there", KEY);
	need(isoft_protocol_check(&here.link, &here.answer, &scene_failure) && here.answer.said == ISOFT_SAID_MINE);
	return server;
}

static void finish(void)
{
	machine_close(&here);
	machine_close(&there);
}

static isoft_said look(machine *self, isoft_pair pair)
{
	need(isoft_protocol_look(&self->link, ACCOUNT, &pair, &self->answer, &scene_failure));
	return self->answer.said;
}

static isoft_said begin_with(machine *self, isoft_pair pair, const char *attempt, bool force)
{
	need(isoft_protocol_begin(&self->link, ACCOUNT, &pair, attempt, force, &self->answer, &scene_failure));
	return self->answer.said;
}

static isoft_said begin(machine *self, isoft_pair pair, const char *attempt)
{
	return begin_with(self, pair, attempt, false);
}

static isoft_fleet_grant grant_of(isoft_pair pair, int64_t expires_ms, const char *text)
{
	isoft_fleet_grant grant = {.pair = pair, .expires_ms = expires_ms, .length = strlen(text)};

	memcpy(grant.bytes, text, grant.length);
	return grant;
}

static isoft_said put_expiring(machine *self, isoft_pair pair, int64_t expires_ms, const char *text, const char *life)
{
	isoft_fleet_grant grant = grant_of(pair, expires_ms, text);

	need(isoft_protocol_put(&self->link, ACCOUNT, &grant, life, &self->answer, &scene_failure));
	return self->answer.said;
}

static isoft_said put(machine *self, isoft_pair pair, const char *text, const char *life)
{
	return put_expiring(self, pair, isoft_clock_wall_ms() + HOUR_MS, text, life);
}

static isoft_said end(machine *self, isoft_pair pair, const char *attempt, isoft_ended outcome, int64_t pause_ms)
{
	need(isoft_protocol_end(&self->link, ACCOUNT, &pair, attempt, outcome, pause_ms, &self->answer, &scene_failure));
	return self->answer.said;
}

/* The name of the account's key in Redis: the only one with a record. */
static const char *record_key(void)
{
	static char key[256];
	const char *found =
		server_ask(scene_folder, (const char *[]){"EVAL", "return redis.call('KEYS', '{test}:g:*')[1]", "0", NULL});

	snprintf(key, sizeof(key), "%s", found);
	return key;
}

static const char *field(const char *name)
{
	static char key[256];

	snprintf(key, sizeof(key), "%s", record_key());
	return server_ask(scene_folder, (const char *[]){"HGET", key, name, NULL});
}

/* As if a time were long ago: Redis's clock cannot be moved. */
static void set_field(const char *name, int64_t value)
{
	char text[32];

	snprintf(text, sizeof(text), "%lld", (long long)value);
	server_ask(scene_folder, (const char *[]){"HSET", record_key(), name, text, NULL});
}

/* Puts the first pair as one that is known to be the newest. */
static void put_trusted(void)
{
	char life[ISOFT_LIFE_TEXT + 1];

	need(look(&here, FIRST) == ISOFT_SAID_EMPTY);
	strcpy(life, here.answer.life);
	need(put(&here, FIRST, "the first pair", life) == ISOFT_SAID_WRITTEN);
}

static void a_pair_goes_round(void)
{
	start();
	put_trusted();
	need(look(&there, next_pair(FIRST)) == ISOFT_SAID_OLDER && look(&there, FIRST) == ISOFT_SAID_SAME);
	need(look(&there, (isoft_pair){0}) == ISOFT_SAID_NEWER);
	need(isoft_pair_compare(&there.answer.grant.pair, &FIRST) == 0 && !there.answer.grant.forgotten);
	need(there.answer.grant.length == strlen("the first pair")
		&& memcmp(there.answer.grant.bytes, "the first pair", there.answer.grant.length) == 0);
	need(there.answer.grant.expires_ms > there.answer.now_ms + HOUR_MS / 2);
	finish();
}

static void one_attempt_at_a_time(void)
{
	char life[ISOFT_LIFE_TEXT + 1];

	start();
	put_trusted();
	need(begin(&here, FIRST, "a") == ISOFT_SAID_GO && strlen(here.answer.life) == ISOFT_LIFE_TEXT);
	strcpy(life, here.answer.life);
	need(begin(&there, FIRST, "b") == ISOFT_SAID_BUSY && *there.answer.by);
	need(there.answer.until_ms > there.answer.now_ms && there.answer.until_ms <= there.answer.now_ms + LEASE_MS);
	need(begin(&here, FIRST, "a") == ISOFT_SAID_GO && strcmp(here.answer.life, life) == 0);
	need(put(&here, next_pair(FIRST), "the second pair", life) == ISOFT_SAID_WRITTEN);
	need(begin(&there, FIRST, "b") == ISOFT_SAID_NEWER
		&& memcmp(there.answer.grant.bytes, "the second pair", there.answer.grant.length) == 0);
	need(begin(&there, next_pair(FIRST), "b") == ISOFT_SAID_GO);
	finish();
}

static void nothing_was_sent(void)
{
	start();
	put_trusted();
	need(begin(&here, FIRST, "a") == ISOFT_SAID_GO);
	need(end(&there, FIRST, "b", ISOFT_ENDED_NOTHING, 0) == ISOFT_SAID_GONE);
	need(begin(&there, FIRST, "b") == ISOFT_SAID_BUSY);
	need(end(&here, FIRST, "a", ISOFT_ENDED_NOTHING, 0) == ISOFT_SAID_ENDED);
	need(begin(&there, FIRST, "b") == ISOFT_SAID_GO);
	finish();
}

static void an_unknown_outcome_leaves_the_mark(void)
{
	start();
	put_trusted();
	need(begin(&here, FIRST, "a") == ISOFT_SAID_GO);
	need(end(&here, FIRST, "a", ISOFT_ENDED_UNKNOWN, 0) == ISOFT_SAID_ENDED);
	need(begin(&there, FIRST, "b") == ISOFT_SAID_WAIT && *there.answer.by);
	/* An hour until the token expires, and the tolerance. */
	need(there.answer.until_ms > there.answer.now_ms + HOUR_MS / 2);
	need(begin(&here, FIRST, "c") == ISOFT_SAID_WAIT);
	finish();
}

static void a_dead_attempt_leaves_the_mark(void)
{
	start();
	put_trusted();
	need(begin(&here, FIRST, "a") == ISOFT_SAID_GO);
	set_field("try_until", here.answer.now_ms - 1);
	need(begin(&there, FIRST, "b") == ISOFT_SAID_WAIT);
	finish();
}

static void the_last_resort(void)
{
	start();
	put_trusted();
	need(begin(&here, FIRST, "a") == ISOFT_SAID_GO && end(&here, FIRST, "a", ISOFT_ENDED_UNKNOWN, 0));
	need(begin(&there, FIRST, "b") == ISOFT_SAID_WAIT);
	set_field("exp", there.answer.now_ms - TOLERANCE_MS - 1);
	/* Expired, but the others had no time to object yet. */
	need(begin(&there, FIRST, "b") == ISOFT_SAID_WAIT && there.answer.until_ms > there.answer.now_ms);
	need(there.answer.until_ms <= there.answer.now_ms + WAIT_MS);
	set_field("ask", there.answer.now_ms - WAIT_MS - 1);
	need(begin(&there, FIRST, "b") == ISOFT_SAID_GO && strlen(there.answer.life) == ISOFT_LIFE_TEXT);
	/* Who is in doubt after this attempt asks anew, and waits again. */
	need(!*field("ask") && !*field("ask_life"));
	need(strcmp(server_ask(scene_folder, (const char *[]){"ZCARD", "{test}:asks", NULL}), "0") == 0);
	/* The mark is older than this attempt: its end does not remove it. */
	need(end(&there, FIRST, "b", ISOFT_ENDED_NOTHING, 0) == ISOFT_SAID_ENDED && strcmp(field("open_try"), "a") == 0);
	need(begin(&there, FIRST, "c") == ISOFT_SAID_WAIT);
	finish();
}

static void an_untrusted_offer_is_in_doubt(void)
{
	start();
	need(begin(&here, FIRST, "a") == ISOFT_SAID_EMPTY);
	need(put(&here, FIRST, "x", "") == ISOFT_SAID_WRITTEN);
	need(strcmp(server_ask(scene_folder, (const char *[]){"ZCARD", "{test}:asks", NULL}), "1") == 0);
	need(begin(&here, FIRST, "a") == ISOFT_SAID_WAIT);
	need(put(&there, next_pair(FIRST), "y", there.answer.life) == ISOFT_SAID_WRITTEN);
	need(begin(&here, FIRST, "a") == ISOFT_SAID_NEWER);
	finish();
}

static void what_is_older_is_not_written(void)
{
	isoft_pair later_lineage = {.number = 2, .serial = 1}, twin = FIRST;

	start();
	put_trusted();
	need(put(&there, FIRST, "another", there.answer.life) == ISOFT_SAID_SAME);
	need(put(&there, (isoft_pair){.number = 1, .id = {6}, .serial = 9}, "x", "") == ISOFT_SAID_NEWER);
	need(begin(&there, next_pair(FIRST), "b") == ISOFT_SAID_OLDER);
	need(put(&there, later_lineage, "authorized again", "") == ISOFT_SAID_WRITTEN);
	twin.serial = 1000;
	need(put(&here, twin, "of the lineage before", "") == ISOFT_SAID_NEWER);
	finish();
}

static void a_tombstone_stays(void)
{
	isoft_fleet_grant tombstone = {.pair = {.number = 2, .serial = 1}, .forgotten = true};

	start();
	put_trusted();
	need(isoft_protocol_put(&here.link, ACCOUNT, &tombstone, "", &here.answer, &scene_failure));
	need(here.answer.said == ISOFT_SAID_WRITTEN);
	need(look(&there, FIRST) == ISOFT_SAID_NEWER && there.answer.grant.forgotten && there.answer.grant.length == 0);
	need(put(&there, next_pair(FIRST), "back again", "") == ISOFT_SAID_NEWER);
	need(strcmp(server_ask(scene_folder, (const char *[]){"ZCARD", "{test}:asks", NULL}), "0") == 0);
	need(atoll(server_ask(scene_folder, (const char *[]){"TTL", record_key(), NULL})) > 59 * 86400);
	finish();
}

static void a_refusal_pauses_all(void)
{
	start();
	put_trusted();
	need(begin(&here, FIRST, "a") == ISOFT_SAID_GO);
	need(end(&here, FIRST, "a", ISOFT_ENDED_REFUSED, 60000) == ISOFT_SAID_ENDED);
	need(begin(&there, FIRST, "b") == ISOFT_SAID_REFUSED && there.answer.until_ms > there.answer.now_ms + 50000);
	need(begin_with(&there, FIRST, "b", true) == ISOFT_SAID_GO);
	need(begin_with(&here, FIRST, "c", true) == ISOFT_SAID_BUSY);
	need(end(&there, FIRST, "b", ISOFT_ENDED_NOTHING, 60000) == ISOFT_SAID_ENDED);
	finish();
}

static void a_failure_pauses_all(void)
{
	start();
	put_trusted();
	need(begin(&here, FIRST, "a") == ISOFT_SAID_GO);
	need(end(&here, FIRST, "a", ISOFT_ENDED_NOTHING, 4000) == ISOFT_SAID_ENDED);
	need(begin(&there, FIRST, "b") == ISOFT_SAID_PAUSE && there.answer.until_ms <= there.answer.now_ms + 4000);
	set_field("retry_at", there.answer.now_ms - 1);
	need(begin(&there, FIRST, "b") == ISOFT_SAID_GO);
	finish();
}

static void force_goes_over_a_wait(void)
{
	start();
	need(put(&here, FIRST, "x", "") == ISOFT_SAID_WRITTEN);
	need(begin(&here, FIRST, "a") == ISOFT_SAID_WAIT && begin_with(&here, FIRST, "a", true) == ISOFT_SAID_GO);
	need(put(&there, next_pair(FIRST), "y", "") == ISOFT_SAID_WRITTEN);
	need(begin_with(&here, FIRST, "b", true) == ISOFT_SAID_NEWER);
	finish();
}

/* Ends and starts Redis with what it saved. */
static void a_new_life_is_in_doubt(void)
{
	char life[ISOFT_LIFE_TEXT + 1];
	pid_t server = start();

	put_trusted();
	need(begin(&here, FIRST, "a") == ISOFT_SAID_GO);
	strcpy(life, here.answer.life);
	need(end(&here, FIRST, "a", ISOFT_ENDED_NOTHING, 0) == ISOFT_SAID_ENDED);
	server_ask(scene_folder, (const char *[]){"SAVE", NULL});
	server_stop(server);
	finish();
	server_start(scene_folder, NULL);
	machine_open(&here, "here", KEY);
	need(begin(&here, FIRST, "b") == ISOFT_SAID_WAIT && strcmp(here.answer.life, life) != 0);
	/* A pair that was obtained under the earlier life is no longer known to be the newest. */
	need(put(&here, next_pair(FIRST), "y", life) == ISOFT_SAID_WRITTEN);
	need(begin(&here, next_pair(FIRST), "c") == ISOFT_SAID_WAIT);
	machine_close(&here);
}

static void flushed(void)
{
	start();
	put_trusted();
	server_ask(scene_folder, (const char *[]){"FLUSHALL", NULL});
	need(isoft_protocol_check(&here.link, &here.answer, &scene_failure) && here.answer.said == ISOFT_SAID_MINE);
	need(begin(&here, FIRST, "a") == ISOFT_SAID_EMPTY && put(&here, FIRST, "x", "") == ISOFT_SAID_WRITTEN);
	need(begin(&here, FIRST, "a") == ISOFT_SAID_WAIT);
	finish();
}

static void another_key(void)
{
	machine stranger;

	start();
	put_trusted();
	machine_open(&stranger, "stranger", OTHER_KEY);
	need(isoft_protocol_check(&stranger.link, &stranger.answer, &scene_failure));
	need(stranger.answer.said == ISOFT_SAID_OTHER_KEY);
	need(begin(&stranger, FIRST, "s") == ISOFT_SAID_OTHER_KEY);
	need(isoft_protocol_check(&here.link, &here.answer, &scene_failure) && here.answer.said == ISOFT_SAID_MINE);
	machine_close(&stranger);
	finish();
}

static void nothing_readable(void)
{
	enum { TOO_SHORT = 40 };
	size_t length;
	unsigned char *dump;

	start();
	put_trusted();
	need(put(&here, next_pair(FIRST), "a very secret refresh token", "") == ISOFT_SAID_WRITTEN);
	server_ask(scene_folder, (const char *[]){"SAVE", NULL});
	dump = scene_load(scene_path("dump.rdb"), &length);
	need(length > TOO_SHORT && !memmem(dump, length, "secret", 6) && !memmem(dump, length, ACCOUNT, strlen(ACCOUNT)));
	free(dump);
	finish();
}

/* The box of one pair does not open as another: here its serial was raised in Redis. */
static void a_box_is_bound_to_its_pair(void)
{
	isoft_pair other = FIRST;

	start();
	put_trusted();
	server_ask(scene_folder, (const char *[]){"HSET", record_key(), "n", "0000000000000009", NULL});
	need(!isoft_protocol_look(&there.link, ACCOUNT, &other, &there.answer, &scene_failure));
	need(scene_failure.kind == ISOFT_FAILURE_STORE && there.answer.grant.length == 0);
	finish();
}

static const scene_test tests[] = {
	{"a pair that one machine hands in opens on the other", a_pair_goes_round},
	{"one attempt runs at a time, and the others get its pair", one_attempt_at_a_time},
	{"an attempt that sent nothing leaves no mark, and another's end does not end it", nothing_was_sent},
	{"an attempt with an unknown outcome leaves the mark until the token expires", an_unknown_outcome_leaves_the_mark},
	{"an attempt that died leaves the mark", a_dead_attempt_leaves_the_mark},
	{"in doubt the token is sent after it expired and all had two minutes", the_last_resort},
	{"a pair that is not known to be the newest asks the others first", an_untrusted_offer_is_in_doubt},
	{"nothing older replaces a pair", what_is_older_is_not_written},
	{"a forgotten account stays forgotten", a_tombstone_stays},
	{"a refused token pauses all machines, unless one is forced", a_refusal_pauses_all},
	{"a failed refresh pauses all machines", a_failure_pauses_all},
	{"force goes over a wait, but not over a newer pair", force_goes_over_a_wait},
	{"after a restart of Redis its record is in doubt", a_new_life_is_in_doubt},
	{"after FLUSHALL a pair is handed in again, and is in doubt", flushed},
	{"a machine with another key is told so, and begins nothing", another_key},
	{"Redis holds no readable token or name", nothing_readable},
	{"a sealed pair does not open as another", a_box_is_bound_to_its_pair},
};

SCENE_MAIN(tests)
