#include "auth/fleet_grant.h"

#ifdef ISOFT_REDIS

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "auth/begin_mark.h"
#include "auth/child_setup_posix.h"
#include "auth/fleet_link.h"
#include "auth/fleet_setting.h"
#include "support/clock.h"
#include "support/time_text.h"

enum {
	COMMAND_MS = 5000, /* for one command, and for the connection with its login */
	BUSY_MS = 60000, /* for so long another machine's attempt is waited for: less than its worker waits for this one */
	WAIT_MS = 10000, /* for so long the end of a wait is waited for */
	ASK_EVERY_MS = 250, /* and up to as much again, so that machines do not ask together */
	PUBLISH_EVERY_MS = 1000,
	GOOD_FOR_S = 10
};

/* Redis may have lost the account since it was authorized on another machine. */
#define MSG_OTHERS_ARE_ASKED \
	". The other machines are asked now: one that has it hands it in at the end of a request, within 30 s"

void isoft_fleet_close(isoft_fleet *self)
{
	if (self) {
		isoft_redis_close(self->link.redis);
		isoft_address_wipe(&self->address);
		free(self);
	}
}

/* NULL with the failure filled. */
static isoft_fleet *connected(isoft_store *store, const char *account, isoft_failure *failure)
{
	isoft_fleet *self = isoft_fleet_new(store, account, COMMAND_MS);

	if (!self) {
		isoft_fail(failure, ISOFT_FAILURE_TRANSPORT, "There is no memory for a connection to Redis");
	} else if (!isoft_fleet_connect(self, failure)) {
		isoft_fleet_close(self);
		self = NULL;
	}
	return self;
}

/* By this machine's clock, for people. */
static void time_of(const isoft_answer *answer, char text[ISOFT_TIME_TEXT_SIZE])
{
	isoft_time_text(text, isoft_clock_wall() + (answer->until_ms - answer->now_ms) / 1000);
}

static bool fail_said(const isoft_answer *answer, const char *account, isoft_failure *failure)
{
	char until[ISOFT_TIME_TEXT_SIZE];

	time_of(answer, until);
	switch (answer->said) {
		case ISOFT_SAID_BUSY:
			return isoft_fail(failure, ISOFT_FAILURE_TRANSPORT,
				"The machine \"%s\" is refreshing account \"%s\", until %s at the latest: try again", answer->by,
				account, until);
		case ISOFT_SAID_WAIT:
			return isoft_fail(failure, ISOFT_FAILURE_TRANSPORT,
				"The machine \"%s\" may hold a newer token of account \"%s\": this one refreshes on %s, if no machine "
				"hands "
				"one in. infusionsoft_token_refresh(force: true) refreshes at once, and ends the grant if there is a "
				"newer one",
				*answer->by ? answer->by : "?", account, until);
		case ISOFT_SAID_REFUSED:
			return isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
				"Keap refused the refresh token of account \"%s\" on another machine: authorize again, or wait until "
				"%s, when "
				"it is tried again",
				account, until);
		case ISOFT_SAID_PAUSE:
			return isoft_fail(failure, ISOFT_FAILURE_TRANSPORT,
				"The last refresh of account \"%s\" failed on another machine, and the next is tried on %s", account,
				until);
		default:
			return isoft_fleet_fail_other_key(failure);
	}
}

/* Sends one begin, and where Redis is behind hands in what this machine has. Returns false with the failure filled. */
static bool ask(isoft_fleet *self, const isoft_grant *grant, bool force, isoft_answer *answer, isoft_failure *failure)
{
	bool newer;

	self->pair = isoft_fleet_pair(grant);
	for (int tries = 0; tries < 2; tries++) {
		int64_t sent_at = isoft_clock_boot_ms();

		isoft_fleet_set_deadline(self);
		if (!isoft_protocol_begin(&self->link, self->account, &self->pair, self->attempt, force, answer, failure)) {
			return false;
		}
		if (answer->said == ISOFT_SAID_GO) {
			self->next = self->pair;
			self->next.serial++;
			self->begun_at_ms = sent_at;
			isoft_fleet_note_time(self, answer);
			strcpy(self->life, answer->life);
		}
		if (answer->said != ISOFT_SAID_EMPTY && answer->said != ISOFT_SAID_OLDER) {
			return true;
		}
		if (!isoft_fleet_offer(self, grant, "", answer, &newer, failure) || newer) {
			return newer;
		}
	}
	return isoft_fail(
		failure, ISOFT_FAILURE_TRANSPORT, "Redis (infusionsoft.shared_store) does not keep what it is given");
}

/*
 * How long to wait before Redis is asked again; 0: no longer. Nothing is waited for while the access token is good, and
 * stays so for longer than the pause of those who did not wait.
 */
static int64_t time_to_ask_again(const isoft_answer *answer, const isoft_grant *grant, int64_t waited_ms)
{
	int64_t left_ms = answer->until_ms - answer->now_ms;

	if (isoft_grant_usable(grant, isoft_clock_wall() + GOOD_FOR_S)) {
		return 0;
	}
	if (answer->said == ISOFT_SAID_BUSY && waited_ms < BUSY_MS) {
		return ASK_EVERY_MS + randombytes_uniform(ASK_EVERY_MS);
	}
	return answer->said == ISOFT_SAID_WAIT && waited_ms + left_ms < WAIT_MS ? left_ms + 1 : 0;
}

static isoft_fleet_step begin_own(
	isoft_fleet *self, isoft_lock *lock, const isoft_grant *grant, bool force, isoft_failure *failure)
{
	int64_t began = isoft_clock_monotonic_ms(), pause_ms = 0;
	isoft_answer answer;
	isoft_fleet_step step = ISOFT_FLEET_FAILED;

	do {
		isoft_clock_sleep_ms(pause_ms);
		isoft_child_prolong();
		if (!ask(self, grant, force, &answer, failure)) {
			return ISOFT_FLEET_FAILED;
		}
		pause_ms = time_to_ask_again(&answer, grant, isoft_clock_monotonic_ms() - began);
	} while (pause_ms > 0);
	if (answer.said == ISOFT_SAID_GO) {
		step = ISOFT_FLEET_GO;
	} else if (answer.said == ISOFT_SAID_NEWER) {
		step = isoft_fleet_adopt(self, lock, &answer, failure) ? ISOFT_FLEET_ADOPTED : ISOFT_FLEET_FAILED;
	} else {
		step = answer.said == ISOFT_SAID_BUSY ? ISOFT_FLEET_BUSY : ISOFT_FLEET_FAILED;
		fail_said(&answer, self->account, failure);
	}
	isoft_answer_wipe(&answer);
	return step;
}

/* Whether there is nothing to be refreshed now. What cannot be read is reported by the next read. */
static bool has_usable(isoft_fleet *self, const isoft_lock *lock)
{
	isoft_record record;
	isoft_grant grant;
	isoft_failure ignored;
	bool usable = true;

	if (isoft_begin_mark_read(self->link.store, lock, &record, &grant, &ignored)) {
		usable = isoft_grant_usable(&grant, isoft_clock_wall());
		isoft_record_wipe(&record);
	}
	return usable;
}

/* A pair that was adopted may have expired too: then it is the one to be refreshed. Each one is newer than the last. */
static isoft_fleet_step begin_newest(isoft_fleet *self, isoft_lock *lock, bool force, isoft_failure *failure)
{
	isoft_fleet_step step;
	isoft_record record;
	isoft_grant grant;

	do {
		if (!isoft_begin_mark_read(self->link.store, lock, &record, &grant, failure)) {
			return ISOFT_FLEET_FAILED;
		}
		step = begin_own(self, lock, &grant, force, failure);
		isoft_record_wipe(&record);
		force = false; /* of the pair that the caller has seen */
	} while (step == ISOFT_FLEET_ADOPTED && !has_usable(self, lock));
	return step;
}

isoft_fleet_step isoft_fleet_begin(
	isoft_fleet **fleet, isoft_store *store, isoft_lock *lock, bool force, isoft_failure *failure)
{
	*fleet = NULL;
	if (!isoft_fleet_is_on()) {
		return ISOFT_FLEET_OFF;
	}
	*fleet = connected(store, lock->account, failure);
	return *fleet ? begin_newest(*fleet, lock, force, failure) : ISOFT_FLEET_FAILED;
}

int64_t isoft_fleet_send_within_ms(const isoft_fleet *self)
{
	return self->begun_at_ms + ISOFT_SEND_WITHIN_MS - isoft_clock_boot_ms();
}

/* Looks at what Redis has. Returns the number of its lineage, 0 if it has none or cannot be reached. */
static int64_t lineage_in_redis(isoft_fleet *self)
{
	static const isoft_pair none = {0};
	isoft_failure ignored;
	isoft_answer answer;
	int64_t number = 0;

	if (isoft_fleet_connect(self, &ignored)
		&& isoft_protocol_look(&self->link, self->account, &none, &answer, &ignored)) {
		number = answer.said == ISOFT_SAID_NEWER ? answer.grant.pair.number : 0;
		strcpy(self->life, answer.life);
		isoft_fleet_note_time(self, &answer);
		isoft_answer_wipe(&answer);
	}
	return number;
}

static int64_t lineage_here(isoft_store *store, const char *account)
{
	isoft_record record;
	isoft_grant grant;
	isoft_failure ignored;
	int64_t number = 0;

	if (isoft_store_read(store, account, &record, &ignored) == ISOFT_STORE_OK) {
		number = isoft_grant_decode(&record, &grant) ? grant.lineage : 0;
		isoft_record_wipe(&record);
	}
	return number;
}

isoft_fleet *isoft_fleet_begin_lineage(isoft_store *store, const isoft_lock *lock)
{
	isoft_fleet *self = isoft_fleet_is_on() ? isoft_fleet_new(store, lock->account, COMMAND_MS) : NULL;
	int64_t here, there;

	if (self) {
		self->ahead_ms = isoft_clock_wall_ms() - isoft_clock_boot_ms(); /* unless Redis says it better */
		here = lineage_here(store, lock->account);
		there = lineage_in_redis(self);
		isoft_pair_begin(&self->next, here > there ? here : there);
	}
	return self;
}

void isoft_fleet_sign(const isoft_fleet *self, isoft_grant *grant)
{
	if (self) {
		isoft_fleet_set_pair(grant, &self->next);
		grant->shared_expiry = isoft_fleet_expiry(self, grant);
	}
}

void isoft_fleet_facts(const isoft_fleet *self, isoft_unread_fleet *facts)
{
	*facts = (isoft_unread_fleet){.attempt = NULL};
	if (self) {
		*facts = (isoft_unread_fleet){
			.attempt = self->attempt, .next = self->next, .answered_ms = isoft_clock_boot_ms() + self->ahead_ms};
	}
}

const char *isoft_fleet_life(const isoft_fleet *self)
{
	return self ? self->life : "";
}

isoft_fleet *isoft_fleet_resume(
	isoft_store *store, const isoft_lock *lock, const isoft_unread_fleet *facts, const char *life, int64_t command_ms)
{
	isoft_fleet *self =
		facts->attempt && isoft_fleet_is_on() ? isoft_fleet_new(store, lock->account, command_ms) : NULL;

	if (self) {
		self->pair = self->next = facts->next;
		self->pair.serial--;
		snprintf(self->attempt, sizeof(self->attempt), "%s", facts->attempt);
		snprintf(self->life, sizeof(self->life), "%s", life);
	}
	return self;
}

/* Opens the connection again if the last command broke it. */
static bool hand_in(isoft_fleet *self, isoft_lock *lock, const isoft_grant *grant, const char *life)
{
	isoft_failure ignored_failure;
	isoft_answer answer;
	bool newer, adopted;

	if (!isoft_fleet_connect(self, &ignored_failure)
		|| !isoft_fleet_offer(self, grant, life, &answer, &newer, &ignored_failure)) {
		return false;
	}
	adopted = newer && isoft_fleet_adopt(self, lock, &answer, &ignored_failure);
	(void)adopted; /* if not, the next refresh does */
	isoft_answer_wipe(&answer);
	return true;
}

/* Only the first sending may say that the pair is the newest: a later one could overtake what came of it. */
void isoft_fleet_publish(isoft_fleet *self, isoft_lock *lock, const isoft_grant *grant, int64_t wait_ms)
{
	int64_t deadline = isoft_clock_monotonic_ms() + wait_ms;
	const char *life = self ? self->life : "";

	while (self && !hand_in(self, lock, grant, life) && isoft_clock_monotonic_ms() < deadline) {
		life = "";
		isoft_clock_sleep_ms(PUBLISH_EVERY_MS);
	}
}

bool isoft_fleet_fetch(isoft_store *store, isoft_lock *lock, isoft_failure *failure)
{
	isoft_fleet *self = connected(store, lock->account, failure);
	isoft_answer answer;
	bool fetched = self && isoft_protocol_miss(&self->link, self->account, &answer, failure);

	if (fetched) {
		if (answer.said == ISOFT_SAID_NEWER && !answer.grant.forgotten) {
			fetched = isoft_fleet_adopt(self, lock, &answer, failure);
		} else {
			fetched = isoft_fail(failure, ISOFT_FAILURE_AUTHORIZATION,
				answer.said == ISOFT_SAID_EMPTY ? ISOFT_MSG_NO_GRANT MSG_OTHERS_ARE_ASKED : ISOFT_MSG_NO_GRANT,
				lock->account);
		}
		isoft_answer_wipe(&answer);
	}
	isoft_fleet_close(self);
	return fetched;
}

bool isoft_fleet_end(isoft_fleet *self, isoft_fleet_end_of_try end, int64_t pause_ms)
{
	static const isoft_ended ends[] = {[ISOFT_FLEET_NOTHING] = ISOFT_ENDED_NOTHING,
		[ISOFT_FLEET_UNKNOWN] = ISOFT_ENDED_UNKNOWN,
		[ISOFT_FLEET_REFUSED] = ISOFT_ENDED_REFUSED};
	isoft_failure ignored;
	isoft_answer answer;

	if (!isoft_fleet_connect(self, &ignored)) {
		return false;
	}
	isoft_fleet_set_deadline(self);
	return isoft_protocol_end(
		&self->link, self->account, &self->pair, self->attempt, ends[end], pause_ms, &answer, &ignored);
}

#endif
