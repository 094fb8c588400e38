/*
 * Wait: how a call waits for a reply, for a point in time, for a connection or for its turn among the jobs of a batch.
 *
 * Outside a batch the isoft_wait_ functions block the thread. In the fiber of a job they suspend that fiber, and the
 * scheduler of the batch resumes it once the event has happened. They return false if the fiber is destroyed while it
 * is suspended, or if user code throws into it: an exception is set then, and the caller must not throw another.
 *
 * Ownership: a waiter belongs to its job. An isoft_wait lies on the stack of the suspended fiber and belongs to the
 * function that waits, as does the flight. The waiter borrows the wait while the fiber is suspended.
 *
 * Outside a batch, signals and time limits of PHP are handled while the thread is blocked (support/interrupt). The
 * functions return false too if a handler throws, calls exit or ends PHP; isoft_interrupt_go_on() must follow then.
 *
 * Locks: takes none and must be called with no lock held: while a fiber is suspended, other fibers run any user code.
 *
 * May bail out, because that user code may end PHP. A suspended fiber is never resumed then, and its flight is freed by
 * isoft_multi_abandon() at the end of the PHP request.
 */
#ifndef ISOFT_CLIENT_WAIT_H
#define ISOFT_CLIENT_WAIT_H

#include "php.h"

#include "client/turns.h"
#include "net/multi.h"
#include "net/reply.h"
#include "net/request.h"
#include "support/attributes.h"

typedef struct isoft_wait isoft_wait;
typedef struct isoft_waiting_turn isoft_waiting_turn;

/* A fiber whose calls suspend it. The job sets ISOFT_G(waiter) while its fiber runs. */
typedef struct isoft_waiter {
	zend_object *fiber;                  /* NULL: the fiber has finished */
	unsigned forks;                      /* isoft_fork_count() when the job was created */
	struct isoft_last_reply *last_reply; /* client/last_reply: of the job's last call; owned by the job */
	isoft_wait *wait;   /* what the suspended call waits for; NULL: no call of this extension suspended the fiber */
	isoft_turns *turns; /* of the batch */
	isoft_waiting_turn *turn; /* that the call has joined; NULL: none */
} isoft_waiter;

/* Lies on the stack of the function that waits, as an isoft_wait does. */
struct isoft_waiting_turn {
	isoft_turn turn;
	isoft_waiter *waiter; /* NULL: none, or the waiter was freed */
};

/*
 * Returns the time in nanoseconds until the fiber can go on: 0 if it can go on now, INT64_MAX if it depends on the
 * network. `now` is isoft_clock_monotonic_ns().
 */
int64_t isoft_waiter_idle_ns(const isoft_waiter *waiter, int64_t now);

/* Call before freeing a waiter whose fiber may live on: the call that waits in the fiber forgets the waiter. */
void isoft_waiter_detach(isoft_waiter *waiter);

/* Returns the connections that all fibers of this thread share. NULL if there is no memory. */
isoft_multi *isoft_multi_of_thread(void);

/* Sends the request and waits for the reply. If it returns true, the caller wipes the reply. */
ISOFT_MUST_CHECK bool isoft_wait_for_reply(const isoft_request *request, isoft_reply *reply);

/* Waits for this time. Also for 0 it handles what is pending: no try begins after a handler has thrown. */
ISOFT_MUST_CHECK bool isoft_wait_ns(int64_t nanoseconds);

/*
 * In a batch: waits while another call opens the connection. `waited` tells whether that took any waiting. Outside a
 * batch it never waits.
 */
ISOFT_MUST_CHECK bool isoft_wait_for_connection(bool *waited);

/*
 * In a batch: waits for the turn to reserve a slot. Outside a batch the turn has come. isoft_wait_turn_is_over() must
 * follow in any case.
 */
ISOFT_MUST_CHECK bool isoft_wait_for_turn(isoft_waiting_turn *turn, uint64_t rate_key, bool repeats);
void isoft_wait_turn_is_over(isoft_waiting_turn *turn);

/* Returns whether the functions above would suspend a fiber here instead of blocking the thread. */
bool isoft_wait_suspends(void);

#endif
