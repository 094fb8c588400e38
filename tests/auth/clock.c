/*
 * Clocks that a test sets, preloaded into PHP. The file $TEST_CLOCK has two numbers: by how many seconds the wall clock
 * is off, and how many seconds both clocks have advanced in addition to the real time.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* Reads the file at each call, because the test may set the clocks at any time. */
static void read_offsets(long *wall, long *passed)
{
	char text[64] = "";
	int error = errno, file = open(getenv("TEST_CLOCK"), O_RDONLY | O_CLOEXEC);

	if (file == -1 || read(file, text, sizeof(text) - 1) <= 0 || sscanf(text, "%ld %ld", wall, passed) != 2) {
		abort();
	}
	close(file);
	errno = error;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
	long wall, passed;
	int status = (int)syscall(SYS_clock_gettime, clock, now);

	if (status == 0) {
		read_offsets(&wall, &passed);
		if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) {
			now->tv_sec += wall + passed;
		} else if (clock == CLOCK_MONOTONIC || clock == CLOCK_MONOTONIC_RAW || clock == CLOCK_BOOTTIME) {
			now->tv_sec += passed;
		}
	}
	return status;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	struct timespec precise;

	(void)zone;
	clock_gettime(CLOCK_REALTIME, &precise);
	*now = (struct timeval){precise.tv_sec, precise.tv_nsec / 1000};
	return 0;
}

time_t time(time_t *now)
{
	struct timespec precise;

	clock_gettime(CLOCK_REALTIME, &precise);
	if (now) {
		*now = precise.tv_sec;
	}
	return precise.tv_sec;
}

/* PHP loads extensions with RTLD_DEEPBIND, so that they would find the real clock first: this removes the flag. */
void *dlopen(const char *path, int flags)
{
	void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");

	return next(path, flags & ~RTLD_DEEPBIND);
}
