/*
 * Clock: the two clocks that this extension uses.
 *
 * Wall time is for a token's expiry, and can jump. Monotonic time is for waits and timeouts. No state, no lock, no
 * Zend: never bails out.
 */
#ifndef ISOFT_SUPPORT_CLOCK_H
#define ISOFT_SUPPORT_CLOCK_H

#include <stdint.h>

#define ISOFT_NS_PER_MS INT64_C(1000000)
#define ISOFT_NS_PER_S INT64_C(1000000000)

int64_t isoft_clock_wall(void);    /* Unix seconds */
int64_t isoft_clock_wall_ms(void); /* Unix milliseconds */
int64_t isoft_clock_monotonic_ms(void);
int64_t isoft_clock_monotonic_ns(void);

/* Monotonic milliseconds that go on while the machine sleeps, where the system has such a clock. */
int64_t isoft_clock_boot_ms(void);

/* Sleeps for this time, or less if a signal arrives. */
void isoft_clock_nap_ns(int64_t nanoseconds);

/* Sleep for the whole time, even if signals arrive. */
void isoft_clock_sleep_ms(int64_t milliseconds);
void isoft_clock_sleep_ns(int64_t nanoseconds);

#endif
