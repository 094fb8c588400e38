#ifndef _WIN32
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "store/os.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

bool isoft_os_lock(int descriptor)
{
	int result;

	do {
		result = flock(descriptor, LOCK_EX | LOCK_NB);
	} while (result == -1 && errno == EINTR);
	return result == 0;
}

#ifdef F_OFD_SETLK

/* The lock belongs to the open file, as that of flock() does: closing another descriptor of the file keeps it. */
static int os_set_range(int descriptor, short type, uint64_t offset, uint64_t length)
{
	struct flock range = {
		.l_type = type, .l_whence = SEEK_SET, .l_start = (off_t)offset, .l_len = (off_t)length, .l_pid = 0};
	int result;

	do {
		result = fcntl(descriptor, F_OFD_SETLK, &range);
	} while (result == -1 && errno == EINTR);
	if (result == -1 && errno == EACCES) {
		errno = EWOULDBLOCK;
	}
	return result;
}

bool isoft_os_lock_range(int descriptor, uint64_t offset, uint64_t length)
{
	return os_set_range(descriptor, F_WRLCK, offset, length) == 0;
}

void isoft_os_unlock_range(int descriptor, uint64_t offset, uint64_t length)
{
	os_set_range(descriptor, F_UNLCK, offset, length);
}

void isoft_os_unlock(int descriptor)
{
	flock(descriptor, LOCK_UN);
	os_set_range(descriptor, F_UNLCK, 0, 0); /* a length of 0 means all bytes */
}

bool isoft_os_locks_ranges_of_open_files(void)
{
	return true;
}

#else

void isoft_os_unlock(int descriptor)
{
	flock(descriptor, LOCK_UN);
}

bool isoft_os_locks_ranges_of_open_files(void)
{
	return false;
}

bool isoft_os_lock_range(int descriptor, uint64_t offset, uint64_t length)
{
	(void)offset;
	(void)length;
	return isoft_os_lock(descriptor);
}

void isoft_os_unlock_range(int descriptor, uint64_t offset, uint64_t length)
{
	(void)offset;
	(void)length;
	isoft_os_unlock(descriptor);
}

#endif

#endif
