#include "php_infusionsoft.h"

#include "batch/job.h"

#include "zend_exceptions.h"
#include "zend_fibers.h"

#include "client/last_reply.h"
#include "support/assert.h"
#include "support/fork.h"

/* Calls a method of Fiber, because not every version of PHP exports the C functions behind the methods. */
static void call_fiber(zend_object *fiber, const char *method, zval *argument, zval *result)
{
	zend_function *function = zend_hash_str_find_ptr(&zend_ce_fiber->function_table, method, strlen(method));

	ZVAL_UNDEF(result);
	zend_call_known_function(function, fiber, zend_ce_fiber, result, argument ? 1 : 0, argument, NULL);
}

static zend_fiber_status job_status(const isoft_job *job)
{
	return ((zend_fiber *)job->waiter.fiber)->context.status;
}

static bool is_suspended(const isoft_job *job)
{
	return job_status(job) == ZEND_FIBER_STATUS_SUSPENDED;
}

isoft_job *isoft_job_new(zval *key, zval *callable, isoft_turns *turns)
{
	isoft_job *job = ecalloc(1, sizeof(*job));
	zval fiber;

	job->waiter.forks = isoft_fork_count();
	job->waiter.turns = turns;
	ZVAL_COPY_VALUE(&job->key, key);
	object_init_ex(&fiber, zend_ce_fiber);
	job->waiter.fiber = Z_OBJ(fiber);
	zend_call_known_instance_method_with_1_params(zend_ce_fiber->constructor, job->waiter.fiber, NULL, callable);
	if (EG(exception)) {
		isoft_job_free(job);
		return NULL;
	}
	return job;
}

/*
 * Releases the job's reference to its fiber. If it is the last one and the fiber is suspended, the fiber is unwound,
 * and with it the call that waits in it. User code may hold another reference: then the fiber lives on.
 */
static void release_fiber(isoft_job *job)
{
	zend_object *fiber = job->waiter.fiber;

	job->waiter.fiber = NULL;
	if (fiber) {
		OBJ_RELEASE(fiber);
	}
}

void isoft_job_free(isoft_job *job)
{
	release_fiber(job);
	isoft_waiter_detach(&job->waiter);
	isoft_last_reply_free(job->waiter.last_reply);
	zval_ptr_dtor(&job->key);
	zval_ptr_dtor(&job->result);
	efree(job);
}

/* Takes the result, or the exception, of a fiber that has ended or was not needed. */
static void job_finish(isoft_job *job)
{
	if (!EG(exception) && Z_ISUNDEF(job->result)) {
		call_fiber(job->waiter.fiber, "getreturn", NULL, &job->result);
	}
	job->failed = EG(exception) != NULL;
	if (job->failed) {
		ZVAL_OBJ_COPY(&job->result, EG(exception));
		zend_clear_exception();
	}
	job->finished = true;
	release_fiber(job);
}

/* Creates the exception for a job that called Fiber::suspend(): nothing tells the scheduler when to resume it. */
static void make_suspend_error(zval *error)
{
	object_init_ex(error, zend_ce_error);
	zend_update_property_string(zend_ce_error, Z_OBJ_P(error), "message", strlen("message"),
		"A job of a batch must not suspend its fiber: only the batch knows when to resume it");
}

/* Starts the fiber, or resumes it. If the job itself suspended the fiber, an exception is thrown into it. */
static void job_step(isoft_job *job)
{
	isoft_waiter *outer = ISOFT_G(waiter);
	zval error, ignored;

	ISOFT_G(waiter) = &job->waiter;
	if (!is_suspended(job)) {
		call_fiber(job->waiter.fiber, "start", NULL, &ignored);
	} else if (job->waiter.wait) {
		call_fiber(job->waiter.fiber, "resume", NULL, &ignored);
	} else {
		make_suspend_error(&error);
		call_fiber(job->waiter.fiber, "throw", &error, &ignored);
		zval_ptr_dtor(&error);
	}
	ISOFT_G(waiter) = outer;
	zval_ptr_dtor(&ignored);
}

/* Runs the job without its fiber: its calls block. */
static void job_run_here(isoft_job *job)
{
	zend_fiber *fiber = (zend_fiber *)job->waiter.fiber;
	isoft_waiter *outer = ISOFT_G(waiter);

	ISOFT_G(waiter) = &job->waiter;
	fiber->fci.retval = &job->result;
	zend_call_function(&fiber->fci, &fiber->fci_cache);
	ISOFT_G(waiter) = outer;
}

void isoft_job_run(isoft_job *job)
{
	ISOFT_ASSERT(!job->finished && job->waiter.fiber);
	if (job_status(job) == ZEND_FIBER_STATUS_INIT && zend_fiber_switch_blocked()) {
		/* PHP switches no fiber in a destructor (before 8.4) or in the logger. */
		job_run_here(job);
	} else if (job_status(job) != ZEND_FIBER_STATUS_DEAD) {
		/* User code that has the fiber may have resumed it until it ended. */
		do {
			job_step(job);
		} while (!EG(exception) && is_suspended(job) && !job->waiter.wait);
	}
	if (EG(exception) && (zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception)))) {
		return;
	}
	if (EG(exception) || !is_suspended(job)) {
		job_finish(job);
	}
}
