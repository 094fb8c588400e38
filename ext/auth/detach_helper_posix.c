#include "php_infusionsoft.h"

#include "auth/detach.h"

#ifdef ISOFT_EXCHANGE_HELPER

#include <dlfcn.h>
#include <sodium.h>
#include <stdatomic.h>
#include <unistd.h>

#include "auth/conclusion.h"
#include "auth/exchange_child_posix.h"
#include "auth/fleet_grant.h"
#include "auth/fleet_setting.h"
#include "auth/grant_record.h"
#include "auth/helper_start.h"
#include "auth/settle.h"
#include "auth/stats.h"
#include "auth/unread_reply.h"
#include "support/assert.h"

enum {
	SETTLE_WAIT_MS = 1000,
	COMMAND_MS = 5000, /* for one command to Redis, where the caller waits for so long */
	PUBLISH_MS = 20000 /* for so long a pair that could not be stored here is handed in */
};

/* Why the last start failed, NULL if it did not. A phrase of static memory. */
static _Atomic(const char *) helper_refusal;

/*
 * The environment of the program. PHP loads an extension with RTLD_DEEPBIND: where the program has a copy of `environ`,
 * the name means the copy of the C library here, which is NULL.
 */
static char **environment(void)
{
	void *program = dlopen(NULL, RTLD_LAZY);
	char ***found = program ? (char ***)dlsym(program, "environ") : NULL;

	return found ? *found : NULL;
}

/* Fills the parcel from the store, and starts the helper. */
static bool spawn(
	const isoft_exchange *exchange, const isoft_token_request *token, isoft_helper *helper, const char **why)
{
	isoft_store_parcel parcel;
	isoft_helper_request request = {.token = *token,
		.account = exchange->lock->account,
		.slot = exchange->lock->slot,
		.force = exchange->force,
		.fleet = isoft_fleet_setting_now(),
		.parcel = &parcel};
	bool spawned;

	isoft_store_pack(exchange->store, &parcel);
	tsrm_env_lock(); /* another thread may change the environment */
	spawned = isoft_helper_spawn(&request, exchange->lock->descriptor, environment(), helper, why);
	tsrm_env_unlock();
	sodium_memzero(&parcel, sizeof(parcel));
	return spawned;
}

/* Starts the helper, which then holds the lock with this process. */
static bool start(const isoft_exchange *exchange, isoft_helper *helper)
{
	isoft_token_request token;
	const char *why = NULL;
	bool started;

	isoft_exchange_request(exchange, &token);
	token.refresh_token = exchange->code ? NULL : "";
	/* What is too long is told by the exchange in this process. */
	if (!isoft_token_request_fits(&token)) {
		return false;
	}
	started = spawn(exchange, &token, helper, &why) && isoft_helper_await(helper, &why);
	atomic_store(&helper_refusal, why);
	return started;
}

/* The pair could not be stored on this machine: the others may keep it. */
static void hand_over(const isoft_exchange *exchange, const char *account, const isoft_helper_outcome *answer,
	const isoft_unread_facts *facts, const isoft_grant *grant)
{
	isoft_failure ignored;
	isoft_fleet *fleet;
	isoft_lock lock;

	if (facts->fleet.attempt
		&& isoft_store_lock(exchange->store, account, SETTLE_WAIT_MS, &lock, &ignored) == ISOFT_STORE_OK) {
		fleet = isoft_fleet_resume(exchange->store, &lock, &facts->fleet, answer->life, COMMAND_MS);
		isoft_fleet_publish(fleet, &lock, grant, PUBLISH_MS);
		isoft_fleet_close(fleet);
		isoft_store_unlock(exchange->store, &lock);
	}
}

/* What the reply in the helper's record means for the caller. Returns whether it brings a new pair. */
static bool conclude(
	const isoft_exchange *exchange, const char *account, const isoft_helper_outcome *answer, isoft_failure *outcome)
{
	isoft_record record = {.length = answer->length}, before_record;
	isoft_unread_facts facts;
	isoft_conclusion conclusion;
	isoft_grant before;
	isoft_reply reply;
	bool has_before, granted;

	memcpy(record.bytes, answer->record, answer->length);
	if (!isoft_unread_decode(&record, &before_record, &facts, &reply)) {
		isoft_record_wipe(&record);
		return isoft_fail(outcome, ISOFT_FAILURE_STORE, "The exchange with Keap gave an answer that cannot be read");
	}
	has_before = isoft_grant_decode(&before_record, &before);
	isoft_conclude(&conclusion, has_before ? &before : NULL, &facts, &reply,
		exchange->code   ? exchange->code
			: has_before ? before.refresh_token
						 : "",
		exchange->redirect_uri);
	*outcome = conclusion.failure;
	granted = conclusion.granted;
	if (granted && !answer->stored) {
		hand_over(exchange, account, answer, &facts, &conclusion.grant);
	}
	if (conclusion.meaning == ISOFT_TOKEN_RESULT_REFUSED && !exchange->code) {
		isoft_grant_add_next_try(&conclusion.grant, outcome);
	}
	isoft_conclusion_wipe(&conclusion);
	isoft_record_wipe(&before_record);
	isoft_record_wipe(&record);
	return granted;
}

/*
 * Fills the outcome, and stores what comes of the reply, unless another process was faster. Redis gets as long for a
 * command as the caller would have waited for the exchange.
 */
static void take_answer(const isoft_exchange *exchange, const char *account, const isoft_helper_outcome *answer,
	int64_t wait_ms, isoft_failure *outcome)
{
	const isoft_settle_awaited awaited = {.record = answer->record,
		.length = answer->length,
		.life = answer->life,
		.command_ms = MIN(wait_ms, COMMAND_MS)};

	if (answer->overtaken) {
		outcome->kind = ISOFT_FAILURE_NONE;
	} else if (!answer->length || (conclude(exchange, account, answer, outcome) && !answer->stored)) {
		*outcome = answer->failure;
		if (answer->counted) {
			isoft_stats_add(ISOFT_STAT_REFRESH_FAILURES, 1);
		}
	}
	if (answer->stored) {
		isoft_settle_own(exchange->store, account, SETTLE_WAIT_MS, &awaited);
	}
}

static isoft_detach_status wait_for_helper(const isoft_exchange *exchange, const isoft_helper *helper, int64_t wait_ms,
	const isoft_held_signals *held, isoft_failure *outcome)
{
	char account[ISOFT_ACCOUNT_MAX + 1];
	isoft_helper_outcome answer;
	isoft_child_status status;

	strcpy(account, exchange->lock->account);
	/* The lock is the helper's alone now: a handler that runs during the wait may need it after the helper's end. */
	isoft_store_leave(exchange->store, exchange->lock);
	status = isoft_child_await(helper->pid, helper->read_end, wait_ms, held, &answer, sizeof(answer));
	if (status == ISOFT_CHILD_ANSWERED) {
		take_answer(exchange, account, &answer, wait_ms, outcome);
	}
	sodium_memzero(&answer, sizeof(answer));
	return status == ISOFT_CHILD_ANSWERED ? ISOFT_DETACH_DONE
		: status == ISOFT_CHILD_ENDED     ? ISOFT_DETACH_KILLED
										  : ISOFT_DETACH_RUNNING;
}

isoft_detach_status isoft_detach(const isoft_exchange *exchange, int64_t wait_ms, isoft_failure *outcome)
{
	isoft_detach_status status = ISOFT_DETACH_IMPOSSIBLE;
	isoft_held_signals held;
	isoft_helper helper;
	bool started;

	ISOFT_ASSERT(exchange->lock->descriptor != -1);
	isoft_child_hold_signals(&held);
	/* The helper cannot decode what an earlier one stored. */
	started = isoft_settle_locked(exchange->store, exchange->lock, outcome) && start(exchange, &helper);
	isoft_child_hold_its_signal(&held);
	if (started) {
		status = wait_for_helper(exchange, &helper, wait_ms, &held, outcome);
	} else {
		isoft_child_release_signals(&held);
	}
	return status;
}

void isoft_detach_way(char text[ISOFT_DETACH_WAY_SIZE])
{
	const char *why = isoft_helper_obstacle();

	why = why ? why : atomic_load(&helper_refusal);
	if (why) {
		snprintf(text, ISOFT_DETACH_WAY_SIZE, "in this process: %s", why);
	} else {
		strcpy(text, "separate process (helper)");
	}
}

#else

/* An empty translation unit is not C. */
typedef int isoft_no_helper;

#endif
