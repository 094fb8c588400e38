/* How Redis leases instants to machines, with a real redis-server. Two stores with one key are two machines. */
#define _GNU_SOURCE

#include "redis/pace.h"

#include <stdio.h>
#include <string.h>

#include "machine.h"
#include "scene.h"
#include "server.h"

static const char KEY[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

/* 1 ms, and what both are unsure of. */
enum { GAP_US = 41000, UNSURE_US = 300, CHANGE_US = 1000 + 2 * UNSURE_US, LONG_US = 60000000 };

static machine here, there;
static isoft_pace_answer answer; /* the last */

static void ask_with(machine *self, const isoft_pace_question *question)
{
	need(isoft_redis_pace(&self->link, question, &answer, &scene_failure));
}

static isoft_pace_question question_of(const machine *self, unsigned count)
{
	return (isoft_pace_question){.rate_key = 7,
		.machine = self == &here ? 1 : 2,
		.count = count,
		.gap_us = GAP_US,
		.lead_us = 1000,
		.unsure_us = UNSURE_US,
		.most_us = LONG_US};
}

static void ask(machine *self, unsigned count)
{
	isoft_pace_question question = question_of(self, count);

	ask_with(self, &question);
}

static void start(void)
{
	server_start(scene_folder, NULL);
	machine_open(&here, "here", KEY);
	machine_open(&there, "there", KEY);
}

static const char *eval(const char *script)
{
	return server_ask(scene_folder, (const char *[]){"EVAL", script, "0", NULL});
}

static void first_block_is_at_once(void)
{
	start();
	ask(&here, 10);
	need(answer.count == 10 && answer.first_us == answer.now_us + 1000);
}

static void blocks_follow(void)
{
	int64_t first;

	start();
	ask(&here, 10);
	first = answer.first_us;
	ask(&here, 2);
	need(answer.first_us == first + 10 * GAP_US);
	ask(&there, 3);
	need(answer.first_us == first + 12 * GAP_US + CHANGE_US);
	ask(&here, 1);
	need(answer.first_us == first + 15 * GAP_US + 2 * CHANGE_US);
}

static void distance_between_machines(void)
{
	isoft_pace_question question = question_of(&there, 1);
	int64_t first;

	start();
	ask(&here, 1);
	first = answer.first_us;
	question.unsure_us = 40000;
	ask_with(&there, &question);
	need(answer.first_us == first + GAP_US + 5000);
	first = answer.first_us;
	ask(&here, 1);
	need(answer.first_us == first + GAP_US + 5000);
}

static void no_instant_in_time(void)
{
	isoft_pace_question question = question_of(&here, 4);
	int64_t next;

	start();
	ask(&there, 10);
	next = answer.first_us + 10 * GAP_US + CHANGE_US;
	question.most_us = 100000;
	ask_with(&here, &question);
	need(answer.count == 0 && answer.first_us == next);
	ask(&here, 1);
	need(answer.count == 1 && answer.first_us == next);
}

static void hold_is_shared(void)
{
	isoft_pace_question question = question_of(&here, 1);
	int64_t first;

	start();
	question.lead_us = 30000000;
	ask_with(&here, &question);
	first = answer.first_us;
	need(first == answer.now_us + 30000000);
	ask(&there, 1);
	need(answer.first_us == first + GAP_US + CHANGE_US);
}

static void places(void)
{
	start();
	ask(&here, 1);
	need(answer.machines == 1 && answer.rank == 0);
	ask(&there, 1);
	need(answer.machines == 2 && answer.rank == 1);
	ask(&here, 1);
	need(answer.machines == 2 && answer.rank == 0);
	eval("for _, key in ipairs(redis.call('KEYS', '*:machines')) do\n"
		 "  redis.call('ZADD', key, 1, '0000000000000002')\n"
		 "end");
	ask(&here, 1);
	need(answer.machines == 1);
}

static void place_is_told_when_asked_for(void)
{
	isoft_pace_question question = question_of(&here, 1);

	start();
	question.machines = 1;
	ask_with(&here, &question);
	need(answer.count == 1 && answer.machines == 0);
	ask(&there, 1);
	need(answer.machines == 1);
	ask_with(&here, &question);
	need(answer.machines == 2); /* the last block was another machine's */
	question.machines = 2;
	ask(&there, 1);
	ask_with(&here, &question);
	need(answer.machines == 0);
}

static void rate_keys_are_apart(void)
{
	isoft_pace_question question = question_of(&here, 10);

	start();
	ask_with(&here, &question);
	question.rate_key = 8;
	ask_with(&here, &question);
	need(answer.first_us == answer.now_us + 1000);
	need(strcmp(eval("local keys = table.concat(redis.call('KEYS', '*'), ' ')\n"
					 "return keys:find('0000000000000007') and 'told' or 'not told'"),
			 "not told")
		== 0);
}

static void clock_was_set_back(void)
{
	start();
	ask(&here, 1);
	eval("for _, key in ipairs(redis.call('KEYS', '{test}:p:*')) do\n"
		 "  if not key:find('machines') then redis.call('HSET', key, 'next', '9000000000000000') end\n"
		 "end");
	ask(&here, 1);
	need(answer.first_us == answer.now_us + 1000);
}

static void other_answers(void)
{
	isoft_pace_question question = question_of(&here, 1);

	start();
	ask(&here, 1);
	eval("for _, key in ipairs(redis.call('KEYS', '{test}:p:*')) do redis.call('SET', key, 'text') end");
	need(!isoft_redis_pace(&here.link, &question, &answer, &scene_failure));
	need(scene_says("WRONGTYPE"));
}

static const scene_test tests[] = {
	{"pace: the first block begins at once", first_block_is_at_once},
	{"pace: the next block follows at the same distance, and that of another machine later by what both are unsure of",
		blocks_follow},
	{"pace: the blocks of machines that are unsure of the time are 5 ms further apart at most",
		distance_between_machines},
	{"pace: where the first instant is later than the call may wait, nothing is taken and the time is told",
		no_instant_in_time},
	{"pace: where Keap refuses all calls, the blocks of all machines begin after that", hold_is_shared},
	{"pace: each machine keeps its place, and one that has not asked for a minute is counted no more", places},
	{"pace: a machine is counted where it asks for its place, and where it is wrong to think that it is alone",
		place_is_told_when_asked_for},
	{"pace: each rate key has a clock of its own, whose name does not tell it", rate_keys_are_apart},
	{"pace: instants in a far future, from a clock that was set back, do not count", clock_was_set_back},
	{"pace: a key of another type is a failure", other_answers},
};

SCENE_MAIN(tests)
