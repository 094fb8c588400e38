/*
 * Schedule: which calls of a batch run, and whose result is next.
 */
#ifndef ISOFT_BATCH_SCHEDULER_H
#define ISOFT_BATCH_SCHEDULER_H

#include "php.h"

#include "batch/input.h"
#include "batch/job.h"

typedef struct {
	isoft_input input;
	zval progress; /* a callable, or UNDEF */
	bool ordered;
	zend_long in_flight;
	bool sealed; /* nothing more is taken from the calls */
	zval error;  /* what the calls ended with, thrown after the last result */
	isoft_job *current;
	isoft_job *first, **end; /* taken on and not handed out, in the order asked */
	zend_long running, done, failed;
	int64_t began_at;
} isoft_scheduler;

/* Of a struct of zeros. */
void isoft_scheduler_init(isoft_scheduler *scheduler);

/* Drops the current result, and runs until there is the next; `current` is NULL after the last. What is thrown ends it
 * all. */
void isoft_scheduler_advance(isoft_scheduler *scheduler);

/* Ends it where it is: what is under way is abandoned. */
void isoft_scheduler_close(isoft_scheduler *scheduler);

/* Reports what it holds to the garbage collector. */
void isoft_scheduler_gc(isoft_scheduler *scheduler, zend_get_gc_buffer *buffer);

#endif
