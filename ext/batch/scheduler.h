/*
 * Schedule: which calls of a batch run, and whose result is next.
 */
#ifndef ISOFT_BATCH_SCHEDULER_H
#define ISOFT_BATCH_SCHEDULER_H

#include "php.h"

#include "batch/input.h"
#include "batch/job.h"

typedef struct {
	isoft_calls calls;
	zval progress; /* a callable, or UNDEF */
	bool ordered;
	zend_long in_flight;
	bool sealed; /* nothing more is taken from the calls */
	zval error;  /* what the calls ended with, thrown after the last result */
	isoft_job *current;
	isoft_job *first, **end; /* taken on and not handed out, in the order asked */
	zend_long running, done, failed;
	int64_t began_at;
} isoft_schedule;

/* Of a struct of zeros. */
void isoft_schedule_init(isoft_schedule *schedule);

/* Drops the current result, and runs until there is the next; `current` is NULL after the last. What is thrown ends it all. */
void isoft_schedule_advance(isoft_schedule *schedule);

/* Ends it where it is: what is under way is abandoned. */
void isoft_schedule_close(isoft_schedule *schedule);

/* Reports what it holds to the garbage collector. */
void isoft_schedule_gc(isoft_schedule *schedule, zend_get_gc_buffer *buffer);

#endif
