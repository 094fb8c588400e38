#include "support/clock.h"

#include <time.h>

#ifdef _WIN32
#include <windows.h>

/* The counter is the same for all processes. GetTickCount64() moves in steps of 16 ms. */
int64_t isoft_clock_monotonic_ns(void)
{
	LARGE_INTEGER count, per_second;

	QueryPerformanceCounter(&count);
	QueryPerformanceFrequency(&per_second);
	return count.QuadPart / per_second.QuadPart * ISOFT_NS_PER_S
		+ count.QuadPart % per_second.QuadPart * ISOFT_NS_PER_S / per_second.QuadPart;
}

int64_t isoft_clock_boot_ms(void)
{
	return isoft_clock_monotonic_ms();
}

/* A file time counts units of 100 ns from the year 1601 on. */
int64_t isoft_clock_wall_ms(void)
{
	static const int64_t EPOCH_MS = INT64_C(11644473600000);
	FILETIME now;

	GetSystemTimeAsFileTime(&now);
	return (int64_t)((uint64_t)now.dwHighDateTime << 32 | now.dwLowDateTime) / 10000 - EPOCH_MS;
}

/* No signal ends a sleep there. */
void isoft_clock_nap_ns(int64_t nanoseconds)
{
	isoft_clock_sleep_ns(nanoseconds);
}

/* Windows sleeps in whole milliseconds: the time is rounded up. */
void isoft_clock_sleep_ns(int64_t nanoseconds)
{
	if (nanoseconds > 0) {
		Sleep((DWORD)((nanoseconds + (ISOFT_NS_PER_MS - 1)) / ISOFT_NS_PER_MS));
	}
}

#else
#include <errno.h>

int64_t isoft_clock_monotonic_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * ISOFT_NS_PER_S + now.tv_nsec;
}

#ifdef CLOCK_BOOTTIME

int64_t isoft_clock_boot_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / ISOFT_NS_PER_MS;
}

#else

int64_t isoft_clock_boot_ms(void)
{
	return isoft_clock_monotonic_ms();
}

#endif

int64_t isoft_clock_wall_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / ISOFT_NS_PER_MS;
}

void isoft_clock_nap_ns(int64_t nanoseconds)
{
	struct timespec nap = {(time_t)(nanoseconds / ISOFT_NS_PER_S), (long)(nanoseconds % ISOFT_NS_PER_S)};

	if (nanoseconds > 0) {
		nanosleep(&nap, NULL);
	}
}

void isoft_clock_sleep_ns(int64_t nanoseconds)
{
	struct timespec left = {(time_t)(nanoseconds / ISOFT_NS_PER_S), (long)(nanoseconds % ISOFT_NS_PER_S)};

	while (nanoseconds > 0 && nanosleep(&left, &left) == -1 && errno == EINTR) {
	}
}

#endif

int64_t isoft_clock_monotonic_ms(void)
{
	return isoft_clock_monotonic_ns() / ISOFT_NS_PER_MS;
}

void isoft_clock_sleep_ms(int64_t milliseconds)
{
	isoft_clock_sleep_ns(milliseconds * ISOFT_NS_PER_MS);
}

int64_t isoft_clock_wall(void)
{
	return (int64_t)time(NULL);
}
