#include "php_infusionsoft.h"

#include "auth/fleet_pace.h"

#ifdef ISOFT_REDIS

#include <sodium.h>

#include "auth/fleet_kept.h"
#include "auth/fleet_link.h"
#include "auth/shared_area.h"
#include "redis/pace.h"
#include "support/clock.h"

_Static_assert(sizeof(isoft_leases) == sizeof(((isoft_shared *)NULL)->leases), "the shared area has room for them");
_Static_assert(offsetof(isoft_shared, leases) % sizeof(isoft_lease) == 0, "each lease has a cache line of its own");

enum { TRIES = 4 };

/* Lent from the shared area, with its lock. */
typedef struct {
	isoft_leases *leases;
	isoft_leases copy;
	isoft_shared_part part;
} lent;

static void take(lent *self)
{
	self->leases = isoft_shared_area_take(&self->part, offsetof(isoft_shared, leases), &self->copy, sizeof(self->copy));
}

/* What cannot be written is lost: then the tickets are of this process only, and Redis still spaces its calls. */
static void put(lent *self)
{
	isoft_shared_area_write(&self->part, self->leases, sizeof(*self->leases));
	isoft_shared_area_release(&self->part);
}

/* Names the machine by a random number, at first. */
static uint64_t machine_of(isoft_leases *leases)
{
	uint64_t machine = isoft_atomic_get_u64(&leases->clock.machine);

	if (!machine) {
		randombytes_buf(&machine, sizeof(machine));
		isoft_atomic_set_u64(&leases->clock.machine, machine);
	}
	return machine;
}

/* Redis may have closed a connection that was kept: then it is asked once more. */
static bool ask_redis(const isoft_pace_question *question, isoft_pace_answer *answer, isoft_lease_reply *reply)
{
	isoft_failure ignored;
	bool kept_on = true, answered = false;

	while (!answered && kept_on) {
		isoft_fleet *fleet = isoft_fleet_kept_link(&kept_on, &ignored);

		if (!fleet) {
			return false;
		}
		reply->sent_ns = isoft_clock_monotonic_ns();
		answered = isoft_redis_pace(&fleet->link, question, answer, &ignored);
		reply->received_ns = isoft_clock_monotonic_ns();
	}
	return answered;
}

/* Fills the frame where Redis is away. The lock is held. */
static isoft_lease_step look(
	isoft_leases *leases, const isoft_fleet_call *call, isoft_lease_place *place, isoft_pace_frame *frame)
{
	int64_t now = isoft_clock_monotonic_ns();
	isoft_lease_step step = isoft_lease_next(leases, call->rate_key, now, call->behind, call->yields, place);

	if (step == ISOFT_LEASE_AWAY) {
		isoft_lease_frame(leases, call->rate_key, now, call->gap_ns, frame);
	}
	return step;
}

static isoft_pace_question question_of(
	isoft_leases *leases, const isoft_fleet_call *call, const isoft_lease_place *place)
{
	int64_t now = isoft_clock_monotonic_ns();

	return (isoft_pace_question){.rate_key = call->rate_key,
		.machine = machine_of(leases),
		.count = place->count,
		.machines = isoft_lease_machines(leases, call->rate_key, now),
		.gap_us = call->gap_ns / 1000,
		.lead_us = MAX(isoft_lease_lead_ns(leases), call->blocked_ns) / 1000,
		.unsure_us = isoft_lease_unsure_ns(leases, now) / 1000,
		.most_us = call->most_ns / 1000};
}

/*
 * Stores what Redis has answered, and looks what that means for the call. If Redis gave nothing, because the first
 * instant is later than the call may wait, it gives the ticket up, and says when to look again.
 */
static isoft_lease_step note_answer(isoft_leases *leases, const isoft_fleet_call *call, const isoft_lease_reply *reply,
	isoft_lease_place *place, isoft_pace_frame *frame)
{
	place->at_ns = isoft_lease_grant(leases, call->rate_key, reply);
	if (reply->count) {
		return look(leases, call, place, frame);
	}
	isoft_lease_give_up(leases, call->rate_key, place);
	return ISOFT_LEASE_WAIT;
}

static isoft_lease_step ask(const isoft_fleet_call *call, const isoft_pace_question *question, lent *self,
	isoft_lease_place *place, isoft_pace_frame *frame)
{
	isoft_pace_answer answer;
	isoft_lease_reply reply;
	isoft_lease_step step;
	bool answered = ask_redis(question, &answer, &reply);

	take(self);
	if (answered) {
		reply.redis_us = answer.now_us;
		reply.first_us = answer.first_us;
		reply.gap_ns = question->gap_us * 1000;
		reply.count = answer.count;
		reply.rank = answer.rank;
		reply.machines = answer.machines;
		step = note_answer(self->leases, call, &reply, place, frame);
	} else {
		isoft_lease_redis_is_away(self->leases, call->rate_key, isoft_clock_monotonic_ns());
		step = look(self->leases, call, place, frame);
	}
	return step;
}

isoft_lease_step isoft_fleet_pace(const isoft_fleet_call *call, isoft_lease_place *place, isoft_pace_frame *frame)
{
	isoft_pace_question question;
	isoft_lease_step step;
	lent self;

	*frame = (isoft_pace_frame){0, 0};
	take(&self);
	step = look(self.leases, call, place, frame);
	/* Again where the reply came later than its first instant: the next question allows for such a way. */
	for (int tries = 0; step == ISOFT_LEASE_ASK && tries < TRIES; tries++) {
		question = question_of(self.leases, call, place);
		put(&self);
		step = ask(call, &question, &self, place, frame);
	}
	put(&self);
	return step == ISOFT_LEASE_ASK ? ISOFT_LEASE_AWAY : step;
}

void isoft_fleet_pace_give_up(uint64_t rate_key, isoft_lease_place *place)
{
	lent self;

	take(&self);
	isoft_lease_give_up(self.leases, rate_key, place);
	put(&self);
}

#else

isoft_lease_step isoft_fleet_pace(const isoft_fleet_call *call, isoft_lease_place *place, isoft_pace_frame *frame)
{
	*frame = (isoft_pace_frame){0, 0};
	return ISOFT_LEASE_AWAY;
}

void isoft_fleet_pace_give_up(uint64_t rate_key, isoft_lease_place *place)
{
}

#endif
