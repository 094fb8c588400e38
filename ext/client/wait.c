#include "php_infusionsoft.h"

#include "client/wait.h"

#include "zend_exceptions.h"
#include "zend_fibers.h"

#include "support/clock.h"
#include "support/fork.h"

isoft_multi *isoft_multi_of_thread(void)
{
	if (!ISOFT_G(multi)) {
		ISOFT_G(multi) = isoft_multi_new();
	}
	return ISOFT_G(multi);
}

static isoft_transport *transport_of_thread(void)
{
	if (!ISOFT_G(transport)) {
		ISOFT_G(transport) = isoft_transport_new();
	}
	return ISOFT_G(transport);
}

/* Through the class's methods: not all versions of PHP export the functions behind them. */
static void call_fiber(zend_object *fiber, const char *method, zval *argument, zval *result)
{
	zend_function *function = zend_hash_str_find_ptr(&zend_ce_fiber->function_table, method, strlen(method));

	ZVAL_UNDEF(result);
	zend_call_known_function(function, fiber, zend_ce_fiber, result, argument ? 1 : 0, argument, NULL);
}

static zend_fiber *fiber_of(const isoft_job *job)
{
	return (zend_fiber *)job->fiber;
}

static bool is_suspended(const isoft_job *job)
{
	return fiber_of(job)->context.status == ZEND_FIBER_STATUS_SUSPENDED;
}

isoft_job *isoft_job_new(zval *key, zval *call)
{
	isoft_job *job = ecalloc(1, sizeof(*job));
	zval fiber;

	job->references = 1;
	job->forks = isoft_fork_count();
	ZVAL_COPY_VALUE(&job->key, key);
	object_init_ex(&fiber, zend_ce_fiber);
	job->fiber = Z_OBJ(fiber);
	zend_call_known_instance_method_with_1_params(zend_ce_fiber->constructor, job->fiber, NULL, call);
	if (EG(exception)) {
		isoft_job_drop(job);
		return NULL;
	}
	return job;
}

static void release(isoft_job *job)
{
	if (--job->references == 0) {
		zval_ptr_dtor(&job->key);
		zval_ptr_dtor(&job->result);
		efree(job);
	}
}

/* A fiber that is suspended is unwound by this, and with it the call that waits in it. */
static void drop_fiber(isoft_job *job)
{
	zend_object *fiber = job->fiber;

	job->fiber = NULL;
	if (fiber) {
		OBJ_RELEASE(fiber);
	}
}

void isoft_job_drop(isoft_job *job)
{
	drop_fiber(job);
	release(job);
}

static void finish(isoft_job *job)
{
	if (!EG(exception)) {
		call_fiber(job->fiber, "getreturn", NULL, &job->result);
	}
	job->failed = EG(exception) != NULL;
	if (job->failed) {
		ZVAL_OBJ_COPY(&job->result, EG(exception));
		zend_clear_exception();
	}
	job->finished = true;
	drop_fiber(job);
}

/* What a call meets that suspends itself: nobody would know when to go on with it. */
static void make_refusal(zval *error)
{
	object_init_ex(error, zend_ce_error);
	zend_update_property_string(zend_ce_error, Z_OBJ_P(error), "message", strlen("message"),
		"A call of a batch must not suspend its fiber: only the batch can tell when to resume it");
}

/* One step: start it, go on with it, or throw at where it suspended itself. */
static void step(isoft_job *job)
{
	isoft_job *outer = ISOFT_G(job);
	zval argument, ignored;

	ISOFT_G(job) = job;
	if (!is_suspended(job)) {
		call_fiber(job->fiber, "start", NULL, &ignored);
	} else if (job->waits) {
		call_fiber(job->fiber, "resume", NULL, &ignored);
	} else {
		make_refusal(&argument);
		call_fiber(job->fiber, "throw", &argument, &ignored);
		zval_ptr_dtor(&argument);
	}
	ISOFT_G(job) = outer;
	zval_ptr_dtor(&ignored);
}

void isoft_job_run(isoft_job *job)
{
	/* Somebody else may have resumed it, to its end. */
	if (fiber_of(job)->context.status != ZEND_FIBER_STATUS_DEAD) {
		do {
			step(job);
		} while (!EG(exception) && is_suspended(job) && !job->waits);
	}
	if (EG(exception) && (zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception)))) {
		return;
	}
	if (EG(exception) || !is_suspended(job)) {
		finish(job);
	}
}

int64_t isoft_job_idle_ns(const isoft_job *job, int64_t now)
{
	if (!job->waits || (job->flight && isoft_flight_landed(job->flight))) {
		return 0;
	}
	if (job->for_connection) {
		return isoft_multi_is_opening(isoft_multi_of_thread()) ? INT64_MAX : 0;
	}
	return job->flight ? INT64_MAX : MAX(0, job->wake_at - now);
}

/* The job that runs here and can be suspended; NULL: block. In a fiber that is being destroyed nothing can wait. */
static isoft_job *job_here(void)
{
	isoft_job *job = ISOFT_G(job);

	return job && job->fiber && job->forks == isoft_fork_count() && EG(active_fiber) == fiber_of(job)
			&& !(EG(active_fiber)->flags & ZEND_FIBER_FLAG_DESTROYED) && !zend_fiber_switch_blocked()
		? job
		: NULL;
}

/* The job outlives this, whatever becomes of the batch meanwhile. Anybody may resume a fiber: the caller looks again. */
static void begin_wait(isoft_job *job, isoft_flight *flight, int64_t wake_at)
{
	job->references++;
	job->waits = true;
	job->flight = flight;
	job->wake_at = wake_at;
}

static void end_wait(isoft_job *job)
{
	job->waits = false;
	job->for_connection = false;
	job->flight = NULL;
	release(job);
}

static bool suspend(void)
{
	zval ignored;

	call_fiber(NULL, "suspend", NULL, &ignored);
	zval_ptr_dtor(&ignored);
	return !EG(exception);
}

bool isoft_perform(const isoft_request *request, isoft_reply *reply)
{
	isoft_job *job = job_here();
	isoft_flight *flight;
	bool landed;

	if (!job) {
		isoft_transport_perform(transport_of_thread(), request, reply);
		return true;
	}
	flight = isoft_multi_begin(isoft_multi_of_thread(), request, reply);
	if (!flight) {
		return true;
	}
	begin_wait(job, flight, 0);
	do {
		landed = suspend() && isoft_flight_landed(flight);
	} while (!landed && !EG(exception));
	end_wait(job);
	isoft_flight_end(flight, landed ? reply : NULL);
	return landed;
}

bool isoft_await_connection(bool *waited)
{
	isoft_job *job = job_here();
	bool opened;

	*waited = job && isoft_multi_is_opening(isoft_multi_of_thread());
	if (!*waited) {
		return true;
	}
	begin_wait(job, NULL, 0);
	job->for_connection = true;
	do {
		opened = suspend() && !isoft_multi_is_opening(isoft_multi_of_thread());
	} while (!opened && !EG(exception));
	end_wait(job);
	return opened;
}

bool isoft_is_in_job(void)
{
	return job_here() != NULL;
}

bool isoft_pause(int64_t nanoseconds)
{
	isoft_job *job = nanoseconds > 0 ? job_here() : NULL;
	int64_t wake_at;
	bool slept;

	if (!job) {
		isoft_clock_sleep_ns(nanoseconds);
		return true;
	}
	wake_at = isoft_clock_monotonic_ns() + nanoseconds;
	begin_wait(job, NULL, wake_at);
	do {
		slept = suspend() && isoft_clock_monotonic_ns() >= wake_at;
	} while (!slept && !EG(exception));
	end_wait(job);
	return slept;
}
