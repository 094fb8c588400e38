/*
 * Scheduler: starts the jobs of a batch, resumes each when its call can go on, and picks the next result.
 *
 * Ownership: the batch owns the scheduler. The scheduler owns the input, the jobs and the results that were not yielded
 * yet. It belongs to one thread and is not reentrant: the batch rejects calls from its own user code.
 *
 * Takes no lock. isoft_scheduler_advance() and isoft_scheduler_close() run user code (input, jobs, progress): call them
 * with no lock held. May bail out; everything held here is Zend's memory then.
 */
#ifndef ISOFT_BATCH_SCHEDULER_H
#define ISOFT_BATCH_SCHEDULER_H

#include "php.h"

#include "batch/input.h"
#include "batch/job.h"
#include "support/attributes.h"

typedef struct {
	isoft_input input;
	zval progress; /* a callable; UNDEF: none */
	bool ordered;  /* yield results in the order of the input */
	zend_long in_flight;
	bool input_ended;         /* the input is not read any more */
	zval error;               /* the exception that ended the input, thrown after the last result; UNDEF: none */
	isoft_job *current;       /* its result is the batch's current one; NULL: none */
	isoft_job *first, **tail; /* jobs that were started and not yielded, in the order of the input */
	zend_long running;        /* started, not finished */
	zend_long done, failed;   /* finished; of these, the jobs that threw */
	int64_t started_at_ms;    /* monotonic */
	unsigned forks;           /* isoft_fork_count() when the batch was created */
	isoft_turns turns;        /* of its jobs, which wait for their slots */
} isoft_scheduler;

/* Initialises a scheduler whose input, progress, order and limit are set, and all else zero. Starts no job. */
void isoft_scheduler_init(isoft_scheduler *scheduler);

/* Returns false with an exception thrown in a forked child, which cannot go on with the batch of its parent. */
ISOFT_MUST_CHECK bool isoft_scheduler_is_own(const isoft_scheduler *scheduler);

/*
 * Frees the current job and runs jobs until the next result is there: its job is `current` then, NULL after the last
 * result. With an exception thrown the scheduler is closed.
 */
void isoft_scheduler_advance(isoft_scheduler *scheduler);

/* Frees all jobs, abandons the calls that wait in them, and closes the input. May be called more than once. */
void isoft_scheduler_close(isoft_scheduler *scheduler);

/* Reports what the scheduler references to the garbage collector. */
void isoft_scheduler_gc(isoft_scheduler *scheduler, zend_get_gc_buffer *buffer);

#endif
