/*
 * State: one state of the whole system, in 24 bytes, because a run keeps some ten million of them. Times are not
 * counted: what matters of a time is whether it has passed (an access token has expired, W has passed since the ask).
 *
 * A World is plain data. It is copied, changed and compared byte by byte, so all bytes of a new one are zero first.
 */
#ifndef PROTOCOL_STATE_H
#define PROTOCOL_STATE_H

#include <cstdint>

enum { MACHINES = 3, LINEAGES = 3 };

enum Kind : uint8_t { NO_RECORD, PAIR, TOMBSTONE };

struct Record {
	uint8_t kind : 2;
	uint8_t lineage : 2; /* the index of a Lineage */
	uint8_t serial : 3;
};

/* Where a machine is in its exchange. From GO on it holds the pair that it exchanges as its local record. */
enum Step : uint8_t {
	IDLE,
	ASKING,     /* begin said GO, but the reply is lost; begin may be sent again */
	GO,         /* begin said GO */
	MARKED,     /* the local mark is durable */
	SENT,       /* the POST has reached Keap */
	RECEIVED,   /* Keap's reply is here */
	STORED,     /* the new record is in the local store; a put is next */
	WITHDRAWING /* nothing was sent; end(NOTHING) is next */
};

/* Why a second POST of the pair is no violation. */
enum Excuse : uint8_t { NO_EXCUSE, LAST_RESORT_EXCUSE, FORCED_EXCUSE };

struct Machine {
	uint8_t up : 1;
	uint8_t reaches_redis : 1;
	uint8_t reaches_keap : 1;
	uint8_t left_behind : 1; /* it talks to the old master */
	uint8_t returned : 1;    /* it is ahead of Redis, came back a moment ago and has not looked yet */
	uint8_t overtaken : 1;   /* a forced POST spent its pair, and it could not know */
	uint8_t mark : 1;        /* the local mark */
	uint8_t accepted : 1;    /* Keap accepted the POST */
	Record local;
	uint8_t step : 4;
	uint8_t life : 1; /* it holds the life that its put may carry, and that is still the present one */
	uint8_t excuse : 2;
};

/* The attempt of machine i is i + 1 while it runs. A mark may outlive its attempt: then it is ENDED, or, where the
 * protocol is made to read the name of its machine, ENDED + i. */
enum { NOBODY = 0, ENDED = MACHINES + 1 };

struct Redis {
	Record record;
	uint8_t life : 1;    /* the record is known to be the newest under the present life */
	uint8_t ask : 1;     /* doubt was voiced under the present life */
	uint8_t waited : 1;  /* W has passed since the ask */
	uint8_t attempt : 2; /* the attempt that runs */
	uint8_t open : 3;    /* the mark: the attempt since which the refresh token may be spent */
};

/* A grant of Keap's, or the forgetting of one. */
struct Lineage {
	uint8_t kind : 2;
	uint8_t number : 2;
	uint8_t low : 1;     /* its id is lower than those of the older lineages */
	uint8_t dead : 1;    /* Keap has revoked it */
	uint8_t serial : 3;  /* of the pair that Keap accepts */
	uint8_t expired : 3; /* the access tokens up to this serial have expired */
};

enum Copy : uint8_t { NO_COPY, REPLICA, OLD_MASTER };

struct alignas(8) World {
	Machine machine[MACHINES];
	Redis redis;
	Redis copy; /* a replica or dump as of some moment, or the old master of a split brain */
	Lineage lineage[LINEAGES];
	uint8_t lineages : 2;
	uint8_t faults : 3; /* so many have happened */
	uint8_t acts : 2;   /* so many admin acts have happened */
	uint8_t over : 1;   /* no fault and no admin act happens any more */
	uint8_t copy_is : 2;
	uint8_t lost : 2; /* bit mask: excused second POSTs; bit 0 last resort, bit 1 forced */
	uint8_t violation : 4;
};

static_assert(sizeof(World) == 24, "a state has three words");

/* All machines are up and hold the same pair, which Redis trusts. */
World first_world();

bool same(const World &one, const World &other);

inline uint8_t attempt_of(int machine)
{
	return machine + 1;
}

/* The Redis that the machine talks to. */
Redis &redis_of(World &world, int machine);
const Redis &redis_of(const World &world, int machine);

/* The true order of records: lineage number, lineage id, serial. 0 for no record. */
int true_order(const World &world, Record record);

/* The order that the machines and scripts compare: the true one unless a rule is switched off. */
int order(const World &world, Record record);

/* The machine no longer talks to the old master, if it did, and the life of that one is nothing to the new one. */
void leave_old_master(Machine &machine);

/* Ends the exchange of the machine. Its marks stay, as marks of an attempt that is over. Its attempt ends too: in the
 * protocol it may run some seconds longer, in which the others get BUSY, which only keeps them from acting. */
void end_exchange(World &world, int machine);

#endif
