/*
 * Exchange child: what a worker does around the process of an exchange: it holds back the signals, waits for the
 * outcome, and reaps the process later if it still runs.
 *
 * Signals: the thread holds SIGCHLD back while it waits, so a script's handler never hears of the exchange's end. In a
 * process with several threads the kernel may give the signal to another one.
 *
 * In a batch a wait pauses (support/pause), up to 16 at once: other jobs go on, and may begin exchanges of other
 * accounts. SIGCHLD is not held back then, because user code runs: a script's handler may hear of the exchange's end.
 *
 * Threads: the list of running exchanges is the process's; it is changed by atomic operations, and waitpid() is called
 * for its own children only. A child that a script forks forgets the exchanges of its parent, because waitpid() fails
 * for them. Locks: none. Bailout: none.
 */
#ifndef ISOFT_AUTH_EXCHANGE_CHILD_H
#define ISOFT_AUTH_EXCHANGE_CHILD_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "support/attributes.h"

typedef struct {
	sigset_t before;  /* the mask to restore */
	bool was_pending; /* a SIGCHLD was, already */
} isoft_held_signals;

/* Blocks all signals of this thread, so that a child that is made now begins with all of them blocked. */
void isoft_child_hold_signals(isoft_held_signals *held);

/* After the child was made: only SIGCHLD stays blocked. */
void isoft_child_hold_its_signal(const isoft_held_signals *held);

/* Discards the SIGCHLD of the exchange, if it was the only cause, and restores the mask. */
void isoft_child_release_signals(const isoft_held_signals *held);

typedef enum {
	ISOFT_CHILD_ANSWERED, /* all bytes are there */
	ISOFT_CHILD_ENDED,    /* it ended without them */
	ISOFT_CHILD_RUNS      /* the wait is over, or interrupted */
} isoft_child_status;

/*
 * Reads `size` bytes from the child, for at most `wait_ms`; 0 does not wait. Closes the pipe and releases the signals.
 * A child that has not ended, or for which the wait paused, is reaped later. May pause, so call it with no lock held.
 */
ISOFT_MUST_CHECK isoft_child_status isoft_child_await(
	pid_t child, int read_end, int64_t wait_ms, const isoft_held_signals *held, void *outcome, size_t size);

/* Call at the end of a PHP request: closes the pipes of waits that a fatal error left in their pause. */
void isoft_child_abandon_waits(void);

/* Reaps the children that have ended, and returns how many of those that were left running still run: 0 to `max`. */
int isoft_child_count_running(int *max);

#endif
