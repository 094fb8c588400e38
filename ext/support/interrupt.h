/*
 * Interrupt: lets PHP handle in the middle of a call what it otherwise handles between two of its instructions: a
 * signal for which the script has a handler (pcntl_async_signals), and the end of max_execution_time.
 *
 * The handler is user code: it may throw, call exit, fork, make calls to Keap, or end PHP by a fatal error. So ask only
 * with no lock held, and with all that is held reachable for such calls. A fatal error does not pass through the code
 * that asks: it is caught, and goes on when that code has freed what it holds.
 *
 * A store that such a call finds to be replaced stays open until the next PHP request: the code that asked may use it.
 *
 * One thread's state only. No lock.
 */
#ifndef ISOFT_SUPPORT_INTERRUPT_H
#define ISOFT_SUPPORT_INTERRUPT_H

#include <stdbool.h>

#include "support/attributes.h"

/* How long a wait may go on without asking: another thread of the process may have received the signal. */
enum { ISOFT_INTERRUPT_EVERY_MS = 100 };

/*
 * Runs the handlers of what is pending. Returns whether the call must end: an exception is set then, or a fatal error
 * waits for isoft_interrupt_go_on(). The caller throws no exception of its own then. Never bails out.
 */
ISOFT_MUST_CHECK bool isoft_interrupted(void);

/* Bails out if a handler ended PHP. Call with nothing held that Zend does not free. */
void isoft_interrupt_go_on(void);

/* Whether a handler runs that isoft_interrupted() called. */
bool isoft_interrupt_is_handled(void);

/* Call when a PHP request begins. */
void isoft_interrupt_rinit(void);

#endif
