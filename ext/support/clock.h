/*
 * Clock: the two clocks everything here goes by.
 *
 * Wall time is what a token's expiry is counted in and may jump; monotonic time is for waits and bounds. No Zend, no
 * state.
 */
#ifndef ISOFT_SUPPORT_CLOCK_H
#define ISOFT_SUPPORT_CLOCK_H

#include <stdint.h>

#define ISOFT_NS_PER_MS INT64_C(1000000)
#define ISOFT_NS_PER_S INT64_C(1000000000)

int64_t isoft_clock_wall(void); /* Unix seconds */
int64_t isoft_clock_wall_ms(void);
int64_t isoft_clock_monotonic_ms(void);
int64_t isoft_clock_monotonic_ns(void);

/* Sleeps the whole time, through signals. */
void isoft_clock_sleep_ms(int64_t milliseconds);
void isoft_clock_sleep_ns(int64_t nanoseconds);

#endif
