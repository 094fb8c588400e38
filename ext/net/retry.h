/*
 * Retry: decides what to do after a try. A pure function: the same try, counts and random bits give the same decision.
 *
 *   what happened                          repeatable           not repeatable
 *   nothing was sent                       again                again
 *   sent, no reply or a cut one            again                done
 *   2xx whose body cannot be used          again                done
 *   the reply was given up, as the replies
 *   of a batch take too much memory        again, at once
 *   401                                    renew the token, once
 *   429                                    again after Retry-After, else after a back-off with full jitter
 *   502, 503, 504                          again                done
 *   anything else                          done
 *
 * Retry-After says when a call is sent again, never whether: a 503 of a proxy may follow a request that Keap carried
 * out. A request that HTTP/2 refused (REFUSED_STREAM, GOAWAY) counts as not sent, where libcurl tells (net/multi).
 *
 * When no retries are left, or none are allowed, each "again" is done. A token is renewed even then, and the try that
 * met the 401 does not count. A try whose reply was given up does not count either. A try that timed out counts like
 * any other. A failure that no other try can mend (a certificate that does not verify, a URL against the rules) is done
 * at once.
 *
 * Ownership: all arguments are the caller's. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_RETRY_H
#define ISOFT_NET_RETRY_H

#include <stdbool.h>
#include <stdint.h>

#include "net/reply.h"

typedef struct {
	bool repeatable;
	int retries;         /* tries after the first */
	int64_t max_wait_ms; /* of all waits of the call together */
} isoft_retry_policy;

typedef struct {
	int tries; /* made so far, with those that libcurl made by itself (isoft_reply.repeats) */
	int64_t waited_ms;
	int deferred; /* of these tries, those whose reply was given up */
	bool renewed; /* a 401 has been answered with another token already */
} isoft_retry_progress;

/* Returns any 32 random bits, for the jitter. Called only if the delay is a back-off. */
typedef uint32_t (*isoft_retry_random)(void);

typedef enum {
	ISOFT_RETRY_DONE,   /* take the reply as it is, good or bad */
	ISOFT_RETRY_AGAIN,  /* send again after the delay */
	ISOFT_RETRY_RENEW,  /* send again with another token, at once */
	ISOFT_RETRY_NO_TIME /* the delay exceeds what is left of max_wait_ms */
} isoft_retry_step;

/*
 * Sets *delay_ms also if retries are used up or there is no time, so that the exception can say when to come back; it
 * is 0 if waiting cannot help.
 */
isoft_retry_step isoft_retry_decide(const isoft_retry_policy *policy, const isoft_retry_progress *progress,
	const isoft_reply *reply, isoft_retry_random random, int64_t *delay_ms);

#endif
