/*
 * Job: one call of a batch in a fiber of its own, and the three ways in which what it calls waits.
 *
 * Outside a batch isoft_perform() and isoft_pause() block. In a job they suspend its fiber, and whoever runs the batch goes
 * on with it when the reply, or the instant, has come. Either returns false where it never will, because the fiber is being
 * destroyed or somebody threw into it: there is an exception then, and none may be thrown over it.
 */
#ifndef ISOFT_CLIENT_WAIT_H
#define ISOFT_CLIENT_WAIT_H

#include "php.h"

#include "net/multi.h"
#include "net/transport.h"

typedef struct isoft_job isoft_job;

struct isoft_job {
	isoft_job *next;     /* the batch's */
	uint32_t references; /* the batch's, and its own while it waits */
	unsigned forks;      /* when it was made */
	zend_object *fiber;  /* until it is finished */
	bool waits;          /* for the flight, or where there is none for the instant, or for the connection */
	bool for_connection;
	isoft_flight *flight;
	int64_t wake_at; /* monotonic, in nanoseconds */
	bool finished;
	bool failed; /* the result is what it threw */
	zval key;
	zval result;
};

/* Owns the key from then on. The call must be callable. NULL: thrown, and the key is released. */
isoft_job *isoft_job_new(zval *key, zval *call);

/* Runs it until it waits or is finished. An exception afterwards is none of the call's: PHP is ending. */
void isoft_job_run(isoft_job *job);

/* How long until it can go on, in nanoseconds: 0 where it can now, INT64_MAX where that is the network's to say. */
int64_t isoft_job_idle_ns(const isoft_job *job, int64_t now);

/* Ends the batch's part in it; where it is not finished, what it waits for is abandoned. */
void isoft_job_drop(isoft_job *job);

/* The connections that the jobs of this thread share. */
isoft_multi *isoft_multi_of_thread(void);

bool isoft_perform(const isoft_request *request, isoft_reply *reply);
bool isoft_pause(int64_t nanoseconds);

/* In a job: waits while others have the connection made. Outside a batch there are no others. */
bool isoft_await_connection(bool *waited);

/* Whether they suspend here. */
bool isoft_is_in_job(void);

#endif
