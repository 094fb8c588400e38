#include "php_infusionsoft.h"

#include "client/wait.h"

#include "zend_exceptions.h"
#include "zend_fibers.h"

#include "net/transport.h"
#include "support/assert.h"
#include "support/clock.h"
#include "support/fork.h"
#include "support/interrupt.h"

struct isoft_wait {
	isoft_waiter *waiter; /* NULL: the waiter was freed */
	isoft_flight *flight; /* waits for its reply; NULL: for what is below */
	isoft_turn *turn;     /* waits for it; NULL: waits for the connection or until `wake_at_ns` */
	unsigned forks;       /* isoft_fork_count() when the wait began */
	bool for_connection;
	int64_t wake_at_ns; /* monotonic */
};

isoft_multi *isoft_multi_of_thread(void)
{
	if (!ISOFT_G(multi)) {
		ISOFT_G(multi) = isoft_multi_new();
	}
	return ISOFT_G(multi);
}

/*
 * Sends the request over the kept connection. Returns false if the call must end. A handler that runs meanwhile may
 * call Keap: it finds no transport, and makes another.
 */
static bool transport_request(const isoft_request *request, isoft_reply *reply)
{
	isoft_transport *transport = ISOFT_G(transport) ? ISOFT_G(transport) : isoft_transport_new();
	isoft_request interruptible = *request;

	ISOFT_G(transport) = NULL;
	interruptible.is_interrupted = isoft_interrupted;
	isoft_transport_perform(transport, &interruptible, reply);
	if (ISOFT_G(transport)) {
		isoft_transport_free(transport);
	} else {
		ISOFT_G(transport) = transport;
	}
	/* Both are set by a handler only: no other user code has run. */
	if (!EG(exception) && !ISOFT_G(bailed_out)) {
		return true;
	}
	isoft_reply_wipe(reply);
	return false;
}

/* Returns the time until the wait is over; see isoft_waiter_idle_ns(). */
static int64_t wait_idle_ns(const isoft_wait *wait, int64_t now)
{
	if (wait->flight) {
		return isoft_flight_landed(wait->flight) ? 0 : INT64_MAX;
	}
	if (wait->turn) {
		return isoft_turn_has_come(wait->turn) ? 0 : INT64_MAX;
	}
	if (wait->for_connection) {
		return isoft_multi_is_opening(isoft_multi_of_thread()) ? INT64_MAX : 0;
	}
	return MAX(0, wait->wake_at_ns - now);
}

int64_t isoft_waiter_idle_ns(const isoft_waiter *waiter, int64_t now)
{
	return waiter->wait ? wait_idle_ns(waiter->wait, now) : 0;
}

void isoft_waiter_detach(isoft_waiter *waiter)
{
	if (waiter->turn) {
		isoft_wait_turn_is_over(waiter->turn);
	}
	if (waiter->wait) {
		waiter->wait->waiter = NULL;
		waiter->wait = NULL;
	}
}

/*
 * Returns the waiter of the fiber that runs here, if this fiber can be suspended. NULL: the caller must block instead,
 * because it runs outside a batch, in a fiber that the script created, in a forked child, in a fiber that is being
 * destroyed, or where PHP forbids switching fibers (in the logger).
 */
static isoft_waiter *waiter_here(void)
{
	isoft_waiter *waiter = ISOFT_G(waiter);

	return waiter && waiter->fiber && waiter->forks == isoft_fork_count()
			&& EG(active_fiber) == (zend_fiber *)waiter->fiber && !(EG(active_fiber)->flags & ZEND_FIBER_FLAG_DESTROYED)
			&& !zend_fiber_switch_blocked()
		? waiter
		: NULL;
}

bool isoft_wait_suspends(void)
{
	return waiter_here() != NULL;
}

static void begin_wait(isoft_wait *wait, isoft_waiter *waiter)
{
	ISOFT_ASSERT(!waiter->wait);
	wait->waiter = waiter;
	wait->forks = isoft_fork_count();
	waiter->wait = wait;
}

static void finish_wait(isoft_wait *wait)
{
	if (wait->waiter) {
		ISOFT_ASSERT(wait->waiter->wait == wait);
		wait->waiter->wait = NULL;
	}
}

/*
 * Suspends the fiber that runs. Calls Fiber::suspend(), because not every version of PHP exports the C function behind
 * it. Returns true when the fiber is resumed: the script may do that too, so the caller must check again whether it can
 * go on. Returns false with an exception thrown: also in a forked child, where what the fiber waits for does not
 * happen.
 */
static bool wait_suspend(const isoft_wait *wait)
{
	zend_function *function = zend_hash_str_find_ptr(&zend_ce_fiber->function_table, "suspend", strlen("suspend"));
	zval ignored;

	ZVAL_UNDEF(&ignored);
	zend_call_known_function(function, NULL, zend_ce_fiber, &ignored, 0, NULL, NULL);
	zval_ptr_dtor(&ignored);
	if (!EG(exception) && wait->forks != isoft_fork_count()) {
		zend_throw_error(NULL, "The call belongs to the process that began it: a forked child cannot wait for it");
	}
	return !EG(exception);
}

/*
 * Suspends the fiber until the wait is over. Returns false with an exception thrown. The script may keep the fiber
 * longer than the batch and resume it: nothing else moves the call on then.
 */
static bool wait_until_over(isoft_wait *wait, isoft_waiter *waiter)
{
	begin_wait(wait, waiter);
	while (wait_suspend(wait)) {
		if (!wait->waiter) {
			isoft_multi_pump(isoft_multi_of_thread(), 0);
		}
		if (wait_idle_ns(wait, isoft_clock_monotonic_ns()) == 0) {
			break;
		}
	}
	finish_wait(wait);
	return !EG(exception);
}

bool isoft_wait_for_reply(const isoft_request *request, isoft_reply *reply)
{
	isoft_waiter *waiter = waiter_here();
	isoft_wait wait = {0};
	bool landed;

	if (!waiter) {
		return transport_request(request, reply);
	}
	wait.flight = isoft_multi_begin(isoft_multi_of_thread(), request, reply);
	if (!wait.flight) {
		return true;
	}
	landed = wait_until_over(&wait, waiter);
	isoft_flight_free(wait.flight, landed ? reply : NULL);
	return landed;
}

bool isoft_wait_for_connection(bool *waited)
{
	isoft_waiter *waiter = waiter_here();
	isoft_wait wait = {.for_connection = true};

	*waited = waiter && isoft_multi_is_opening(isoft_multi_of_thread());
	return !*waited || wait_until_over(&wait, waiter);
}

bool isoft_wait_for_turn(isoft_waiting_turn *self, uint64_t rate_key, bool repeats)
{
	isoft_waiter *waiter = waiter_here();
	isoft_wait wait = {.turn = &self->turn};

	*self = (isoft_waiting_turn){0};
	if (!waiter) {
		return true;
	}
	ISOFT_ASSERT(!waiter->turn);
	self->waiter = waiter;
	waiter->turn = self;
	isoft_turn_join(&self->turn, waiter->turns, rate_key, repeats);
	return isoft_turn_has_come(&self->turn) || wait_until_over(&wait, waiter);
}

void isoft_wait_turn_is_over(isoft_waiting_turn *self)
{
	isoft_turn_leave(&self->turn);
	if (self->waiter) {
		self->waiter->turn = NULL;
		self->waiter = NULL;
	}
}

/* Blocks the thread. Returns false if the call must end. */
static bool wait_asleep(int64_t nanoseconds)
{
	const int64_t slice = ISOFT_INTERRUPT_EVERY_MS * ISOFT_NS_PER_MS;
	int64_t end = isoft_clock_monotonic_ns() + nanoseconds;

	for (int64_t left = nanoseconds; left > 0; left = end - isoft_clock_monotonic_ns()) {
		isoft_clock_nap_ns(MIN(left, slice));
		if (isoft_interrupted()) {
			return false;
		}
	}
	return true;
}

bool isoft_wait_ns(int64_t nanoseconds)
{
	isoft_waiter *waiter = nanoseconds > 0 ? waiter_here() : NULL;
	isoft_wait wait = {0};

	if (isoft_interrupted()) {
		return false;
	}
	if (!waiter) {
		return wait_asleep(nanoseconds);
	}
	wait.wake_at_ns = isoft_clock_monotonic_ns() + nanoseconds;
	return wait_until_over(&wait, waiter);
}
