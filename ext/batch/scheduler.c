#include "php_infusionsoft.h"

#include "batch/scheduler.h"

#include "zend_exceptions.h"

#include "support/assert.h"
#include "support/clock.h"
#include "support/closure.h"
#include "support/fork.h"
#include "support/interrupt.h"

/*
 * AHEAD_FACTOR: so many times `in_flight` jobs may be started and not yielded, so that a slow consumer or a slow first
 * job does not pile up results. POLL_MAX_MS: the longest wait between two looks at the jobs.
 */
enum { AHEAD_FACTOR = 2, POLL_MAX_MS = ISOFT_INTERRUPT_EVERY_MS };

void isoft_scheduler_init(isoft_scheduler *self)
{
	self->tail = &self->first;
	self->started_at_ms = isoft_clock_monotonic_ms();
}

bool isoft_scheduler_is_own(const isoft_scheduler *self)
{
	if (self->forks != isoft_fork_count()) {
		zend_throw_error(NULL, "The batch belongs to the process that created it: a forked child cannot go on with it");
		return false;
	}
	return true;
}

/* Returns false with an exception thrown. User code that ran just now may have thrown, or may have forked. */
static bool can_go_on(const isoft_scheduler *self)
{
	return !EG(exception) && isoft_scheduler_is_own(self);
}

static void drop_current(isoft_scheduler *self)
{
	if (self->current) {
		isoft_job_free(self->current);
		self->current = NULL;
	}
}

/*
 * Frees a job, whose `finally` blocks may throw. An exception that is set before becomes the previous one of theirs, as
 * with destructors. PHP would then look for the catch blocks by the place of theirs: so the place is kept, too.
 */
static void free_job(isoft_job *job)
{
	zend_execute_data *frame = EG(current_execute_data);
	bool is_script = frame && frame->func && ZEND_USER_CODE(frame->func->type);
	const zend_op *at = is_script ? frame->opline : NULL, *thrown_at = EG(opline_before_exception);
	zend_object *before = EG(exception);

	EG(exception) = NULL;
	isoft_job_free(job);
	if (!before) {
		return;
	}
	EG(opline_before_exception) = thrown_at;
	if (is_script) {
		frame->opline = at;
	}
	if (!EG(exception)) {
		EG(exception) = before;
	} else if (zend_is_unwind_exit(before) || zend_is_graceful_exit(before)) {
		OBJ_RELEASE(EG(exception)); /* PHP is ending */
		EG(exception) = before;
	} else {
		zend_exception_set_previous(EG(exception), before);
	}
}

void isoft_scheduler_close(isoft_scheduler *self)
{
	self->input_ended = true;
	drop_current(self);
	while (self->first) {
		isoft_job *job = self->first;

		self->first = job->next;
		free_job(job);
	}
	self->tail = &self->first;
	self->running = 0;
	isoft_input_close(&self->input);
}

void isoft_scheduler_gc(isoft_scheduler *self, zend_get_gc_buffer *buffer)
{
	zend_get_gc_buffer_add_zval(buffer, &self->input.list);
	zend_get_gc_buffer_add_zval(buffer, &self->progress);
	zend_get_gc_buffer_add_zval(buffer, &self->error);
	if (self->input.iterator) {
		zend_get_gc_buffer_add_obj(buffer, &self->input.iterator->std);
	}
	if (self->current) {
		zend_get_gc_buffer_add_zval(buffer, &self->current->key);
		zend_get_gc_buffer_add_zval(buffer, &self->current->result);
	}
	for (isoft_job *job = self->first; job; job = job->next) {
		zend_get_gc_buffer_add_zval(buffer, &job->key);
		zend_get_gc_buffer_add_zval(buffer, &job->result);
		if (job->waiter.fiber) {
			zend_get_gc_buffer_add_obj(buffer, job->waiter.fiber);
		}
	}
}

static void report_progress(isoft_scheduler *self)
{
	zval arguments[4], ignored;
	double elapsed = (double)(isoft_clock_monotonic_ms() - self->started_at_ms) / 1000;

	ZVAL_LONG(&arguments[0], self->done);
	ZVAL_LONG(&arguments[1], self->failed);
	ZVAL_LONG(&arguments[2], self->running);
	ZVAL_NULL(&arguments[3]);
	if (self->input.count >= self->done) {
		ZVAL_DOUBLE(&arguments[3], elapsed / (double)self->done * (double)(self->input.count - self->done));
	}
	ZVAL_UNDEF(&ignored);
	call_user_function(NULL, NULL, &self->progress, &ignored, 4, arguments);
	zval_ptr_dtor(&ignored);
}

/* Runs a job until its call waits or the job has finished, and counts and reports a finished job. */
static void scheduler_run(isoft_scheduler *self, isoft_job *job)
{
	isoft_job_run(job);
	if (!job->finished) {
		return;
	}
	ISOFT_ASSERT(self->running > 0);
	self->running--;
	self->done++;
	self->failed += job->failed;
	if (Z_TYPE(self->progress) != IS_UNDEF && can_go_on(self)) {
		report_progress(self);
	}
}

/*
 * Stops reading the input. Jobs that were started go on, and their results are yielded; an exception that is set now is
 * thrown after them.
 */
static void end_input(isoft_scheduler *self)
{
	self->input_ended = true;
	if (EG(exception) && !zend_is_unwind_exit(EG(exception)) && !zend_is_graceful_exit(EG(exception))) {
		ZVAL_OBJ_COPY(&self->error, EG(exception));
		zend_clear_exception();
	}
}

static void throw_not_callable(const zval *key, const zval *value)
{
	zend_string *name = Z_TYPE_P(key) == IS_LONG || Z_TYPE_P(key) == IS_STRING ? zval_get_string((zval *)key)
																			   : zend_string_copy(ZSTR_EMPTY_ALLOC());

	zend_type_error("infusionsoft_batch(): Argument #1 ($calls) must hold callables; entry \"%s\" is of type %s",
		ZSTR_VAL(name), zend_zval_type_name(value));
	zend_string_release(name);
}

/* Returns a job for the next entry of the input. Returns NULL at its end, or with an exception thrown. */
static isoft_job *next_job(isoft_scheduler *self)
{
	zval key, value;
	isoft_job *job = NULL;

	if (!isoft_input_next(&self->input, &key, &value)) {
		return NULL;
	}
	if (isoft_is_callable(&value)) {
		job = isoft_job_new(&key, &value, &self->turns);
	} else {
		if (!EG(exception)) { /* the script's autoloader may have thrown */
			throw_not_callable(&key, &value);
		}
		zval_ptr_dtor(&key);
	}
	zval_ptr_dtor(&value);
	return job;
}

/* Returns the number of jobs that were started and not yielded. */
static zend_long scheduler_pending(const isoft_scheduler *self)
{
	zend_long jobs = 0;

	for (const isoft_job *job = self->first; job; job = job->next) {
		jobs++;
	}
	return jobs;
}

/* Starts jobs until `in_flight` of them run, or until enough results are waiting to be yielded. */
static void start_jobs(isoft_scheduler *self)
{
	zend_long room = AHEAD_FACTOR * self->in_flight - scheduler_pending(self);

	while (!self->input_ended && self->running < self->in_flight && room-- > 0 && can_go_on(self)) {
		isoft_job *job = next_job(self);

		if (!job) {
			end_input(self);
			break;
		}
		if (!can_go_on(self)) {
			isoft_job_free(job);
			break;
		}
		ISOFT_ASSERT(!*self->tail && !job->next);
		*self->tail = job;
		self->tail = &job->next;
		self->running++;
		scheduler_run(self, job);
	}
}

/* Returns the time in milliseconds, rounded up, until a job can go on: POLL_MAX_MS at most. */
static int64_t idle_ms(const isoft_scheduler *self)
{
	int64_t now = isoft_clock_monotonic_ns(), idle = POLL_MAX_MS * ISOFT_NS_PER_MS;

	for (const isoft_job *job = self->first; job; job = job->next) {
		if (!job->finished) {
			idle = MIN(idle, isoft_waiter_idle_ns(&job->waiter, now));
		}
	}
	return (idle + (ISOFT_NS_PER_MS - 1)) / ISOFT_NS_PER_MS;
}

/* Sends and receives, waits for `wait_ms` at most if nothing arrives, and then runs each job that can go on. */
static void scheduler_poll(isoft_scheduler *self, int64_t wait_ms)
{
	int64_t now;

	isoft_multi_pump(isoft_multi_of_thread(), wait_ms);
	if (isoft_interrupted()) {
		isoft_interrupt_go_on();
		return;
	}
	now = isoft_clock_monotonic_ns();
	for (isoft_job *job = self->first; job && can_go_on(self); job = job->next) {
		if (!job->finished && isoft_waiter_idle_ns(&job->waiter, now) == 0) {
			scheduler_run(self, job);
		}
	}
}

/*
 * Takes the job whose result is next out of the list: the oldest job, or, unless results are ordered, the oldest that
 * has finished. Returns NULL if this job has not finished yet.
 */
static isoft_job *take_result(isoft_scheduler *self)
{
	isoft_job **link = &self->first;
	isoft_job *job;

	while (!self->ordered && *link && !(*link)->finished) {
		link = &(*link)->next;
	}
	job = *link;
	if (!job || !job->finished) {
		return NULL;
	}
	*link = job->next;
	if (self->tail == &job->next) {
		self->tail = link;
	}
	return job;
}

void isoft_scheduler_advance(isoft_scheduler *self)
{
	drop_current(self);
	while (can_go_on(self)) {
		start_jobs(self);
		self->current = can_go_on(self) ? take_result(self) : NULL;
		if (self->current) {
			/* The requests must leave now: the consumer may be busy with this result for long. */
			isoft_multi_send(isoft_multi_of_thread());
		}
		if (self->current || !self->first) {
			break;
		}
		scheduler_poll(self, idle_ms(self));
	}
	if (!EG(exception) && !self->current && Z_TYPE(self->error) == IS_OBJECT) {
		zend_throw_exception_object(&self->error);
		ZVAL_UNDEF(&self->error);
	}
	if (EG(exception)) {
		isoft_scheduler_close(self);
	}
}
