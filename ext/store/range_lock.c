#include "store/range_lock.h"

#include <errno.h>

#include "store/file_lock.h"
#include "support/clock.h"
#include "support/fork.h"

/* A holder that runs on another processor is done after some microseconds: a few tries cost less than a sleep. */
enum { TRIES_AT_ONCE = 8 };

enum { WAIT_MS = 50, BETWEEN_TRIES_NS = 50000, AFTER_WAIT_MS = 1000, AFTER_FAILURE_MS = 10000 };

void isoft_ranges_init(isoft_ranges *ranges)
{
	*ranges = (isoft_ranges){.descriptor = -1, .forks = isoft_fork_count()};
}

void isoft_ranges_close(isoft_ranges *ranges)
{
	if (ranges->descriptor != -1) {
		isoft_os_close(ranges->descriptor);
	}
	isoft_ranges_init(ranges);
}

/* A file that could not be opened is tried again after some seconds, because each try costs several system calls. */
static bool ranges_open(isoft_ranges *ranges, const isoft_paths *paths)
{
	char path[ISOFT_PATH_MAX];
	isoft_failure ignored;

	if (ranges->forks != isoft_fork_count()) {
		isoft_ranges_close(ranges); /* parent and child would hold the lock together */
	}
	if (ranges->descriptor != -1) {
		return true;
	}
	if (ranges->failed_at && isoft_clock_monotonic_ms() < ranges->failed_at + AFTER_FAILURE_MS) {
		return false;
	}
	isoft_paths_ranges_lock(paths, path);
	if (isoft_lock_file_open(paths, path, ISOFT_OS_READ_WRITE, &ranges->descriptor, &ignored) == ISOFT_STORE_OK) {
		ranges->failed_at = 0;
		return true;
	}
	ranges->descriptor = -1;
	ranges->failed_at = isoft_clock_monotonic_ms();
	return false;
}

/* Tries again until the lock is free or the time is over. Does not wait where a wait was in vain a moment ago. */
static void ranges_wait(isoft_ranges *ranges, uint64_t offset, uint64_t length)
{
	int64_t now = isoft_clock_monotonic_ms(), deadline = now + WAIT_MS;

	if (ranges->held_at && now < ranges->held_at + AFTER_WAIT_MS) {
		return;
	}
	for (int tries = 1; now < deadline; tries++) {
		if (tries > TRIES_AT_ONCE) {
			isoft_clock_sleep_ns(BETWEEN_TRIES_NS);
		}
		if (isoft_os_lock_range(ranges->descriptor, offset, length)) {
			ranges->held_at = 0;
			return;
		}
		now = isoft_clock_monotonic_ms();
	}
	ranges->held_at = now;
}

void isoft_range_lock(isoft_ranges *ranges, const isoft_paths *paths, uint64_t offset, uint64_t length)
{
	if (ranges_open(ranges, paths) && !isoft_os_lock_range(ranges->descriptor, offset, length)
		&& errno == EWOULDBLOCK) {
		ranges_wait(ranges, offset, length);
	}
}

void isoft_range_unlock(isoft_ranges *ranges, uint64_t offset, uint64_t length)
{
	if (ranges->descriptor != -1) {
		isoft_os_unlock_range(ranges->descriptor, offset, length);
	}
}
