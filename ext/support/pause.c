#include "php_infusionsoft.h"

#include "support/pause.h"

#include "support/clock.h"

static bool (*pause_is_possible)(void);
static bool (*pause_wait_ns)(int64_t nanoseconds);

void isoft_pause_provide(bool (*is_possible)(void), bool (*wait_ns)(int64_t nanoseconds))
{
	pause_is_possible = is_possible;
	pause_wait_ns = wait_ns;
}

bool isoft_pause_is_possible(void)
{
	return pause_is_possible();
}

bool isoft_pause_ms(int64_t milliseconds)
{
	bool goes_on;

	ISOFT_G(pauses)++;
	goes_on = pause_wait_ns(milliseconds * ISOFT_NS_PER_MS);
	ISOFT_G(pauses)--;
	return goes_on;
}

bool isoft_pause_is_on(void)
{
	return ISOFT_G(pauses) > 0;
}

void isoft_pause_rinit(void)
{
	ISOFT_G(pauses) = 0;
}
