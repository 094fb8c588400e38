/*
 * Retry: what to do after a try, as a pure function of what happened. No Zend, no state, no clock of its own.
 *
 *   what happened                          repeatable           not repeatable
 *   nothing was sent                       again                again
 *   sent, no reply or a cut one            again                give up
 *   401                                    renew the token, once
 *   429                                    again after Retry-After, else after a full-jitter back-off
 *   502, 503, 504                          again                503 with Retry-After only
 *   anything else                          done
 *
 * With no retries left (or none allowed) every "again" is done; a token is renewed all the same, and the try that met
 * the 401 does not count. A try that timed out counts like any other. What no other try can mend (a certificate that
 * does not verify, a URL against the rules) is done at once.
 */
#ifndef ISOFT_NET_RETRY_H
#define ISOFT_NET_RETRY_H

#include <stdbool.h>
#include <stdint.h>

#include "net/reply.h"

typedef struct {
	bool repeatable;
	int retries;         /* tries after the first */
	int64_t max_wait_ms; /* for all waits of the call together */
} isoft_retry_policy;

typedef struct {
	int tries; /* made so far */
	int64_t waited_ms;
	bool renewed; /* a 401 was answered with another token already */
} isoft_retry_progress;

/* Any 32 random bits: the jitter. Asked for only where a wait is made of them. */
typedef uint32_t (*isoft_retry_random)(void);

typedef enum {
	ISOFT_RETRY_DONE,   /* take the reply as it is, good or bad */
	ISOFT_RETRY_AGAIN,  /* after the delay */
	ISOFT_RETRY_RENEW,  /* with another token, at once */
	ISOFT_RETRY_NO_TIME /* the wait would be longer than allowed: delay_ms says how long */
} isoft_retry_step;

/*
 * The delay is also filled where retries are used up, so that a 429 that is done can still say when to come back; it is
 * 0 where waiting is of no use.
 */
isoft_retry_step isoft_retry_decide(const isoft_retry_policy *policy, const isoft_retry_progress *progress,
	const isoft_reply *reply, isoft_retry_random random, int64_t *delay_ms);

#endif
