/*
 * Job: one entry of a batch, run in a fiber of its own.
 *
 * The batch owns its jobs. What a job's call waits for is client/wait's business.
 */
#ifndef ISOFT_BATCH_JOB_H
#define ISOFT_BATCH_JOB_H

#include "php.h"

#include "client/wait.h"

typedef struct isoft_job isoft_job;

struct isoft_job {
	isoft_job *next; /* the batch's list */
	isoft_waiter waiter;
	bool finished;
	bool failed; /* the result is what it threw */
	zval key;
	zval result;
};

/* Owns the key from then on. The call must be callable. Returns NULL with an exception thrown; the key is released
 * then. */
isoft_job *isoft_job_new(zval *key, zval *call);

/* Runs it until it waits or is finished. An exception that is set afterwards is not the call's: PHP is ending. */
void isoft_job_run(isoft_job *job);

/* Frees it. If it is not finished, what it waits for is abandoned. */
void isoft_job_free(isoft_job *job);

#endif
