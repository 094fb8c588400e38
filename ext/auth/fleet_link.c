#include "auth/fleet_link.h"

#ifdef ISOFT_REDIS

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "auth/fleet_setting.h"
#include "auth/grant_write.h"
#include "support/clock.h"

bool isoft_fleet_is_on(void)
{
	return *isoft_fleet_setting_now().address != '\0';
}

isoft_pair isoft_fleet_pair(const isoft_grant *grant)
{
	isoft_pair pair = {.number = grant->lineage, .serial = grant->lineage_serial};

	memcpy(pair.id, grant->lineage_id, sizeof(pair.id));
	/* From before the machines shared it: the copies of one store are in the order of their pairs. */
	if (!grant->lineage && !grant->lineage_serial) {
		pair.serial = grant->token_serial;
	}
	return pair;
}

void isoft_fleet_set_pair(isoft_grant *grant, const isoft_pair *pair)
{
	grant->lineage = pair->number;
	memcpy(grant->lineage_id, pair->id, sizeof(grant->lineage_id));
	grant->lineage_serial = pair->serial;
}

int64_t isoft_fleet_expiry(const isoft_fleet *self, const isoft_grant *grant)
{
	return grant->expires_at ? isoft_clock_boot_ms() + self->ahead_ms + (grant->expires_at - isoft_clock_wall()) * 1000
							 : 0;
}

void isoft_fleet_note_time(isoft_fleet *self, const isoft_answer *answer)
{
	self->ahead_ms = answer->now_ms - isoft_clock_boot_ms();
}

void isoft_fleet_set_deadline(isoft_fleet *self)
{
	self->link.deadline = isoft_clock_monotonic_ms() + self->command_ms;
}

bool isoft_fleet_fail_other_key(isoft_failure *failure)
{
	return isoft_fail(failure, ISOFT_FAILURE_CONFIGURATION,
		"The machines that share this Redis (infusionsoft.shared_store) have another key: set the same "
		"infusionsoft.key on "
		"all machines, or another prefix on this one");
}

static bool check_key(isoft_fleet *self, isoft_failure *failure)
{
	isoft_answer answer;

	if (!isoft_protocol_check(&self->link, &answer, failure)) {
		return false;
	}
	isoft_fleet_note_time(self, &answer);
	return answer.said == ISOFT_SAID_MINE || isoft_fleet_fail_other_key(failure);
}

bool isoft_fleet_connect(isoft_fleet *self, isoft_failure *failure)
{
	isoft_fleet_setting setting = isoft_fleet_setting_now();
	isoft_redis_trust trust = {setting.ca_file, setting.ca_path};

	if (isoft_redis_is_usable(self->link.redis)) {
		return true;
	}
	isoft_redis_close(self->link.redis);
	self->link.redis = NULL;
	if (!isoft_address_read(&self->address, setting.address, failure)) {
		return false;
	}
	self->link.prefix = self->address.prefix;
	isoft_fleet_set_deadline(self);
	self->link.redis = isoft_redis_open(&self->address, &trust, self->link.deadline, failure);
	if (!self->link.redis || !check_key(self, failure)) {
		isoft_redis_close(self->link.redis); /* nothing is asked or handed in by a machine with another key */
		self->link.redis = NULL;
	}
	return self->link.redis != NULL;
}

isoft_fleet *isoft_fleet_new(isoft_store *store, const char *account, int64_t command_ms)
{
	isoft_fleet *self = calloc(1, sizeof(*self));

	if (self) {
		strcpy(self->account, account);
		self->link.store = store;
		self->command_ms = command_ms;
		isoft_protocol_attempt(self->attempt);
	}
	return self;
}

/* What machines pass on says nothing of how the sender's refreshes went. */
static bool write_shared(const isoft_fleet *self, const isoft_grant *grant, isoft_fleet_grant *shared)
{
	isoft_grant passed = *grant;

	passed.begun_at = passed.refused_at = passed.refusals = passed.lost_at = passed.client_refused_at = 0;
	passed.rejected_at = passed.tried_at = 0;
	passed.last_error = "";
	shared->pair = isoft_fleet_pair(grant);
	shared->forgotten = grant->kind == ISOFT_GRANT_FORGOTTEN;
	shared->expires_ms = grant->shared_expiry ? grant->shared_expiry : isoft_fleet_expiry(self, grant);
	shared->length = isoft_grant_encode(&passed, shared->bytes);
	return shared->length > 0;
}

/* Reads a grant that another machine passed on. It borrows from the record. Its expiry is told by this machine's clock.
 */
static bool read_shared(const isoft_answer *answer, isoft_record *record, isoft_grant *grant, isoft_failure *failure)
{
	const isoft_fleet_grant *shared = &answer->grant;

	record->length = shared->length;
	memcpy(record->bytes, shared->bytes, shared->length);
	if (!isoft_grant_decode(record, grant)) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE,
			"Another machine passed on a grant that this version of the extension cannot read: upgrade all machines to "
			"the "
			"same version");
	}
	isoft_fleet_set_pair(grant, &shared->pair);
	grant->shared_expiry = shared->expires_ms;
	if (shared->expires_ms) {
		grant->expires_at = isoft_clock_wall() + (shared->expires_ms - answer->now_ms) / 1000;
		grant->refreshed_at = grant->expires_at - grant->lifetime;
	}
	return true;
}

/* The serial of this machine's store counts on: a process that knows the pair before sees that there is a newer one. */
static int64_t next_serial(const isoft_fleet *self, const isoft_lock *lock)
{
	isoft_record record;
	isoft_grant grant;
	isoft_failure ignored;
	int64_t token_serial = 0;

	if (isoft_store_read(self->link.store, lock->account, &record, &ignored) == ISOFT_STORE_OK) {
		token_serial = isoft_grant_decode(&record, &grant) ? grant.token_serial : 0;
		isoft_record_wipe(&record);
	}
	return token_serial + 1;
}

bool isoft_fleet_adopt(isoft_fleet *self, isoft_lock *lock, const isoft_answer *answer, isoft_failure *failure)
{
	isoft_record record;
	isoft_grant grant;
	bool adopted = false;

	if (read_shared(answer, &record, &grant, failure)) {
		grant.token_serial = next_serial(self, lock);
		adopted = isoft_grant_keep(self->link.store, lock, &grant, isoft_fleet_setting_now().refresh_margin, failure);
		if (adopted) {
			isoft_grant_clear_backoff(self->link.store, lock);
		}
	}
	isoft_record_wipe(&record);
	return adopted;
}

/* Hands in what this machine has. *newer: Redis has a newer one, which is in the answer then. */
bool isoft_fleet_offer(isoft_fleet *self, const isoft_grant *grant, const char *life, isoft_answer *answer, bool *newer,
	isoft_failure *failure)
{
	isoft_fleet_grant shared;
	bool handed_in;

	*newer = false;
	if (!write_shared(self, grant, &shared)) {
		return isoft_fail(failure, ISOFT_FAILURE_STORE, "The tokens are longer than the store can hold");
	}
	isoft_fleet_set_deadline(self);
	handed_in = isoft_protocol_put(&self->link, self->account, &shared, life, answer, failure);
	sodium_memzero(&shared, sizeof(shared));
	*newer = handed_in && answer->said == ISOFT_SAID_NEWER;
	return handed_in;
}

static void compare_grant(isoft_fleet *self, isoft_lock *lock, const isoft_grant *grant)
{
	isoft_pair pair = isoft_fleet_pair(grant);
	isoft_failure ignored_failure;
	isoft_answer answer;
	bool newer = false, ignored = true;

	isoft_fleet_set_deadline(self);
	if (!isoft_protocol_look(&self->link, lock->account, &pair, &answer, &ignored_failure)) {
		return;
	}
	newer = answer.said == ISOFT_SAID_NEWER;
	if (answer.said == ISOFT_SAID_EMPTY || answer.said == ISOFT_SAID_OLDER) {
		ignored = isoft_fleet_offer(self, grant, "", &answer, &newer, &ignored_failure);
	}
	if (newer) {
		ignored = isoft_fleet_adopt(self, lock, &answer, &ignored_failure);
	}
	(void)ignored;
	isoft_answer_wipe(&answer);
}

void isoft_fleet_compare(isoft_fleet *self, isoft_lock *lock)
{
	isoft_record record;
	isoft_grant grant;
	isoft_failure ignored;

	strcpy(self->account, lock->account);
	if (isoft_store_read(self->link.store, lock->account, &record, &ignored) == ISOFT_STORE_OK) {
		if (isoft_grant_decode(&record, &grant)) {
			compare_grant(self, lock, &grant);
		}
		isoft_record_wipe(&record);
	}
}

#endif
