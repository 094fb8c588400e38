#include "php_infusionsoft.h"

#include "batch/job.h"

#include "zend_exceptions.h"
#include "zend_fibers.h"

#include "support/fork.h"

/* Through the class's methods: not all versions of PHP export the functions behind them. */
static void call_fiber(zend_object *fiber, const char *method, zval *argument, zval *result)
{
	zend_function *function = zend_hash_str_find_ptr(&zend_ce_fiber->function_table, method, strlen(method));

	ZVAL_UNDEF(result);
	zend_call_known_function(function, fiber, zend_ce_fiber, result, argument ? 1 : 0, argument, NULL);
}

static zend_fiber_status status_of(const isoft_job *job)
{
	return ((zend_fiber *)job->waiter.fiber)->context.status;
}

static bool is_suspended(const isoft_job *job)
{
	return status_of(job) == ZEND_FIBER_STATUS_SUSPENDED;
}

isoft_job *isoft_job_new(zval *key, zval *call)
{
	isoft_job *job = ecalloc(1, sizeof(*job));
	zval fiber;

	job->waiter.forks = isoft_fork_count();
	ZVAL_COPY_VALUE(&job->key, key);
	object_init_ex(&fiber, zend_ce_fiber);
	job->waiter.fiber = Z_OBJ(fiber);
	zend_call_known_instance_method_with_1_params(zend_ce_fiber->constructor, job->waiter.fiber, NULL, call);
	if (EG(exception)) {
		isoft_job_free(job);
		return NULL;
	}
	return job;
}

/* A fiber that is suspended is unwound by this, and with it the call that waits in it; unless somebody else refers to
 * it as well. */
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
	zval_ptr_dtor(&job->key);
	zval_ptr_dtor(&job->result);
	efree(job);
}

static void finish(isoft_job *job)
{
	if (!EG(exception)) {
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

/* What a call meets that suspends itself: nobody would know when to resume it. */
static void make_refusal(zval *error)
{
	object_init_ex(error, zend_ce_error);
	zend_update_property_string(zend_ce_error, Z_OBJ_P(error), "message", strlen("message"),
		"A call of a batch must not suspend its fiber: only the batch can tell when to resume it");
}

/* One step: starts the fiber, resumes it, or throws at where it suspended itself. */
static void step(isoft_job *job)
{
	isoft_waiter *outer = ISOFT_G(waiter);
	zval argument, ignored;

	ISOFT_G(waiter) = &job->waiter;
	if (!is_suspended(job)) {
		call_fiber(job->waiter.fiber, "start", NULL, &ignored);
	} else if (job->waiter.wait) {
		call_fiber(job->waiter.fiber, "resume", NULL, &ignored);
	} else {
		make_refusal(&argument);
		call_fiber(job->waiter.fiber, "throw", &argument, &ignored);
		zval_ptr_dtor(&argument);
	}
	ISOFT_G(waiter) = outer;
	zval_ptr_dtor(&ignored);
}

void isoft_job_run(isoft_job *job)
{
	/* Somebody else may have resumed it, to its end. */
	if (status_of(job) != ZEND_FIBER_STATUS_DEAD) {
		do {
			step(job);
		} while (!EG(exception) && is_suspended(job) && !job->waiter.wait);
	}
	if (EG(exception) && (zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception)))) {
		return;
	}
	if (EG(exception) || !is_suspended(job)) {
		finish(job);
	}
}
