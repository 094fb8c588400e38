#include "support/clock.h"

#include <time.h>

#ifdef _WIN32
#include <windows.h>

int64_t isoft_clock_monotonic_ms(void)
{
	return (int64_t)GetTickCount64();
}

void isoft_clock_sleep_ms(int64_t milliseconds)
{
	if (milliseconds > 0) {
		Sleep((DWORD)milliseconds);
	}
}

#else
#include <errno.h>

int64_t isoft_clock_monotonic_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void isoft_clock_sleep_ms(int64_t milliseconds)
{
	struct timespec left = {milliseconds / 1000, milliseconds % 1000 * 1000000};

	while (milliseconds > 0 && nanosleep(&left, &left) == -1 && errno == EINTR) {
	}
}

#endif

int64_t isoft_clock_wall(void)
{
	return (int64_t)time(NULL);
}
