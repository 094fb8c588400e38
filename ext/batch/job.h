/*
 * Job: one entry of a batch, which runs in a fiber of its own; without it where PHP switches no fibers (in a destructor
 * before 8.4, in the logger). It may make any number of calls to Keap.
 *
 * Ownership: the scheduler owns its jobs. A job owns its fiber until the fiber has finished, its key and its result.
 * The waiter in it is shared with client/wait.h while the fiber is suspended in a call.
 *
 * Takes no lock. isoft_job_run() runs the user code of the job, and isoft_job_free() runs the `finally` blocks of a job
 * that has not finished: call them with no lock held. May bail out; everything held here is Zend's memory then, and
 * ISOFT_G(waiter) is reset at the end of the PHP request.
 */
#ifndef ISOFT_BATCH_JOB_H
#define ISOFT_BATCH_JOB_H

#include "php.h"

#include "client/wait.h"
#include "support/attributes.h"

typedef struct isoft_job isoft_job;

struct isoft_job {
	isoft_job *next; /* in the scheduler's list */
	isoft_waiter waiter;
	bool finished;
	bool failed; /* the job threw: `result` is the exception */
	zval key;
	zval result;
};

/*
 * Creates a job. Takes ownership of the key. `callable` must be callable. Returns NULL with an exception thrown; the
 * key is released then.
 */
ISOFT_MUST_CHECK isoft_job *isoft_job_new(zval *key, zval *callable, isoft_turns *turns);

/*
 * Starts or resumes the job, and returns when a call in it waits or when the job has finished. An exception of the job
 * becomes its result. An exception that is set afterwards means that PHP is ending (exit).
 */
void isoft_job_run(isoft_job *job);

/* Frees the job. If it has not finished, its fiber is destroyed and the call that waits in it is abandoned. */
void isoft_job_free(isoft_job *job);

#endif
