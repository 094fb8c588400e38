/*
 * Pause: how code that waits for another process lets the rest of the thread go on meanwhile.
 *
 * In a job of a batch the job's fiber is suspended, and other jobs run. That takes Zend's fibers, so client/wait
 * provides it at startup. Elsewhere no pause is possible, and the caller blocks the thread instead.
 *
 * Any user code may run during a pause: it may call Keap, fork, or end PHP. So pause with no lock held. A store that
 * it finds to be replaced stays open until the next PHP request. After a fatal error a pause never ends, and the stack
 * of the code that paused is gone: what must be freed then is known elsewhere.
 *
 * One thread's state only. No lock.
 */
#ifndef ISOFT_SUPPORT_PAUSE_H
#define ISOFT_SUPPORT_PAUSE_H

#include <stdbool.h>
#include <stdint.h>

#include "support/attributes.h"

/* Call once, at startup. `wait_ns` returns false as isoft_pause_ms() does. */
void isoft_pause_provide(bool (*is_possible)(void), bool (*wait_ns)(int64_t nanoseconds));

bool isoft_pause_is_possible(void);

/*
 * Call where a pause is possible. Returns false if the caller must end: an exception is set then, or a handler has
 * ended PHP (support/interrupt).
 */
ISOFT_MUST_CHECK bool isoft_pause_ms(int64_t milliseconds);

/* Whether code of this thread pauses. */
bool isoft_pause_is_on(void);

/* Call when a PHP request begins. */
void isoft_pause_rinit(void);

#endif
