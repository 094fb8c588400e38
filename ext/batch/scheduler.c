#include "php_infusionsoft.h"

#include "batch/scheduler.h"

#include "zend_exceptions.h"

#include "support/clock.h"

/* Times in_flight: calls taken on whose results are not handed out. And where nothing says when to look again. */
enum { AHEAD_FACTOR = 2, LOOK_EVERY_MS = 1000 };

void isoft_scheduler_init(isoft_scheduler *self)
{
	self->end = &self->first;
	self->began_at = isoft_clock_monotonic_ms();
}

static void drop_current(isoft_scheduler *self)
{
	if (self->current) {
		isoft_job_free(self->current);
		self->current = NULL;
	}
}

void isoft_scheduler_close(isoft_scheduler *self)
{
	self->sealed = true;
	drop_current(self);
	while (self->first) {
		isoft_job *job = self->first;

		self->first = job->next;
		isoft_job_free(job);
	}
	self->end = &self->first;
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

static void report(isoft_scheduler *self)
{
	zval arguments[4], ignored;
	double elapsed = (double)(isoft_clock_monotonic_ms() - self->began_at) / 1000;

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

static void run(isoft_scheduler *self, isoft_job *job)
{
	isoft_job_run(job);
	if (!job->finished) {
		return;
	}
	self->running--;
	self->done++;
	self->failed += job->failed;
	if (!EG(exception) && Z_TYPE(self->progress) != IS_UNDEF) {
		report(self);
	}
}

/* What was begun goes on and is handed out; then comes what was thrown. */
static void seal(isoft_scheduler *self)
{
	self->sealed = true;
	if (EG(exception) && !zend_is_unwind_exit(EG(exception)) && !zend_is_graceful_exit(EG(exception))) {
		ZVAL_OBJ_COPY(&self->error, EG(exception));
		zend_clear_exception();
	}
}

static void throw_not_callable(const zval *key, const zval *call)
{
	zend_string *name = Z_TYPE_P(key) == IS_LONG || Z_TYPE_P(key) == IS_STRING ? zval_get_string((zval *)key)
																			   : zend_string_copy(ZSTR_EMPTY_ALLOC());

	zend_type_error("infusionsoft_batch(): Argument #1 ($calls) must hold callables; entry \"%s\" is of type %s",
		ZSTR_VAL(name), zend_zval_type_name(call));
	zend_string_release(name);
}

static isoft_job *next_job(isoft_scheduler *self)
{
	zval key, call;
	isoft_job *job = NULL;

	if (!isoft_input_next(&self->input, &key, &call)) {
		return NULL;
	}
	if (zend_is_callable(&call, 0, NULL)) {
		job = isoft_job_new(&key, &call);
	} else {
		throw_not_callable(&key, &call);
		zval_ptr_dtor(&key);
	}
	zval_ptr_dtor(&call);
	return job;
}

static zend_long pending(const isoft_scheduler *self)
{
	zend_long jobs = 0;

	for (const isoft_job *job = self->first; job; job = job->next) {
		jobs++;
	}
	return jobs;
}

/* Begins calls while there is room. */
static void start_jobs(isoft_scheduler *self)
{
	zend_long room = AHEAD_FACTOR * self->in_flight - pending(self);

	while (!self->sealed && self->running < self->in_flight && room-- > 0 && !EG(exception)) {
		isoft_job *job = next_job(self);

		if (!job) {
			seal(self);
			break;
		}
		*self->end = job;
		self->end = &job->next;
		self->running++;
		run(self, job);
	}
}

/* Until somebody can go on, rounded up. */
static int64_t idle_ms(const isoft_scheduler *self)
{
	int64_t now = isoft_clock_monotonic_ns(), idle = LOOK_EVERY_MS * ISOFT_NS_PER_MS;

	for (const isoft_job *job = self->first; job; job = job->next) {
		if (!job->finished) {
			idle = MIN(idle, isoft_waiter_idle_ns(&job->waiter, now));
		}
	}
	return (idle + (ISOFT_NS_PER_MS - 1)) / ISOFT_NS_PER_MS;
}

/* Lets the network work, and goes on with whom it has something for. */
static void scheduler_poll(isoft_scheduler *self, int64_t wait_ms)
{
	int64_t now;

	isoft_multi_pump(isoft_multi_of_thread(), wait_ms);
	now = isoft_clock_monotonic_ns();
	for (isoft_job *job = self->first; job && !EG(exception); job = job->next) {
		if (!job->finished && isoft_waiter_idle_ns(&job->waiter, now) == 0) {
			run(self, job);
		}
	}
}

/* Takes the next result out of the list: the oldest call's, or that of any that is finished. NULL: not yet. */
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
	if (self->end == &job->next) {
		self->end = link;
	}
	return job;
}

void isoft_scheduler_advance(isoft_scheduler *self)
{
	drop_current(self);
	while (!EG(exception)) {
		start_jobs(self);
		self->current = EG(exception) ? NULL : take_result(self);
		if (self->current) {
			isoft_multi_send(isoft_multi_of_thread()); /* before the caller is busy with this result */
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
