/*
 * Pace: asks Redis for a block of instants at which this machine's calls may leave (net/lease).
 *
 * Promises: one command, which Redis carries out in one step, and which ends by the link's deadline. Redis gets a keyed
 * hash of what the limits apply to.
 *
 * Ownership: the caller's. Locks: none needed; none may be held. No Zend: never bails out.
 */
#ifndef ISOFT_REDIS_PACE_H
#define ISOFT_REDIS_PACE_H

#include "redis/protocol.h"

typedef struct {
	uint64_t rate_key;
	uint64_t machine; /* names the machine among those with this rate key */
	unsigned count;
	unsigned machines; /* that this one knows of; 0: Redis is to count it and to tell its place */
	int64_t gap_us;
	int64_t lead_us;   /* the first instant is so long after now, or later */
	int64_t unsure_us; /* of Redis's time */
	int64_t most_us;   /* nothing is taken if the first instant is later than so long after that */
} isoft_pace_question;

typedef struct {
	int64_t now_us; /* Redis's clock */
	int64_t first_us;
	unsigned count;          /* 0: the first instant is too late */
	unsigned rank, machines; /* 0 machines: the question was not for it */
} isoft_pace_answer;

/* Returns false with the failure filled. */
ISOFT_MUST_CHECK bool isoft_redis_pace(
	isoft_link *link, const isoft_pace_question *question, isoft_pace_answer *answer, isoft_failure *failure);

#endif
