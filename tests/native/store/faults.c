#include "faults.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

ssize_t __real_pwrite(int descriptor, const void *bytes, size_t length, off_t offset);
int __real_fdatasync(int descriptor);
int __real_fsync(int descriptor);
int __real_posix_fallocate(int descriptor, off_t offset, off_t length);
int __real_link(const char *from, const char *to);
int __real_unlink(const char *path);
int __real_rename(const char *from, const char *to);
bool __real_isoft_os_lock_range(int descriptor, uint64_t offset, uint64_t length);
int __real_fchmod(int descriptor, mode_t mode);

int __real_nanosleep(const struct timespec *time, struct timespec *left);

ssize_t __wrap_pwrite(int descriptor, const void *bytes, size_t length, off_t offset);
int __wrap_nanosleep(const struct timespec *time, struct timespec *left);
int __wrap_fdatasync(int descriptor);
int __wrap_fsync(int descriptor);
int __wrap_posix_fallocate(int descriptor, off_t offset, off_t length);
int __wrap_link(const char *from, const char *to);
int __wrap_unlink(const char *path);
int __wrap_rename(const char *from, const char *to);
bool __wrap_isoft_os_lock_range(int descriptor, uint64_t offset, uint64_t length);
int __wrap_fchmod(int descriptor, mode_t mode);

enum { SECTOR = 512 };

/* From here on the bytes of lock-ranges are those of accounts. */
static const uint64_t ACCOUNTS_AT = UINT64_C(1) << 40;

static fault_kind set_kind;
static int set_at, set_error;
static atomic_int calls;
static void (*before_lock)(void);
static void (*while_asleep)(void);

void faults_set(fault_kind kind, int at, int error)
{
	set_kind = kind;
	set_at = at;
	set_error = error;
	calls = 0;
}

void faults_before_lock(void (*interfere)(void))
{
	before_lock = interfere;
}

void faults_while_asleep(void (*interfere)(void))
{
	while_asleep = interfere;
}

int __wrap_nanosleep(const struct timespec *time, struct timespec *left)
{
	if (while_asleep) {
		while_asleep();
	}
	return __real_nanosleep(time, left);
}

int faults_calls(void)
{
	return calls;
}

static void faults_die(void)
{
	kill(getpid(), SIGKILL);
}

/* Counts the call. Returns the errno with which the call must fail, or 0. */
static int faults_count_call(void)
{
	int call = ++calls;

	if ((set_kind == FAULT_DIE_BEFORE || set_kind == FAULT_DIE_WITHIN) && call == set_at) {
		faults_die();
	}
	return set_kind == FAULT_ERROR && call >= set_at ? set_error : 0;
}

static int faults_after_call(int result)
{
	if (set_kind == FAULT_DIE_AFTER && calls == set_at) {
		faults_die();
	}
	return result;
}

static int faults_fail(int error)
{
	errno = error;
	return -1;
}

ssize_t __wrap_pwrite(int descriptor, const void *bytes, size_t length, off_t offset)
{
	int error;

	if (set_kind == FAULT_DIE_WITHIN && calls + 1 == set_at && length > SECTOR) {
		__real_pwrite(descriptor, bytes, length / 2, offset);
	}
	error = faults_count_call();
	if (error) {
		return faults_fail(error);
	}
	if (set_kind == FAULT_SHORT && calls >= set_at && length > 7) {
		if (calls % 2) {
			return faults_fail(EINTR);
		}
		return __real_pwrite(descriptor, bytes, length > 1000 ? 1000 : 7, offset);
	}
	return faults_after_call((int)__real_pwrite(descriptor, bytes, length, offset));
}

int __wrap_fdatasync(int descriptor)
{
	int error = faults_count_call();

	return error ? faults_fail(error) : faults_after_call(__real_fdatasync(descriptor));
}

int __wrap_fsync(int descriptor)
{
	int error = faults_count_call();

	return error ? faults_fail(error) : faults_after_call(__real_fsync(descriptor));
}

int __wrap_posix_fallocate(int descriptor, off_t offset, off_t length)
{
	int error = faults_count_call();

	return error ? error : faults_after_call(__real_posix_fallocate(descriptor, offset, length));
}

int __wrap_link(const char *from, const char *to)
{
	int error = faults_count_call();

	return error ? faults_fail(error) : faults_after_call(__real_link(from, to));
}

int __wrap_unlink(const char *path)
{
	int error = faults_count_call();

	return error ? faults_fail(error) : faults_after_call(__real_unlink(path));
}

int __wrap_rename(const char *from, const char *to)
{
	int error = faults_count_call();

	return error ? faults_fail(error) : faults_after_call(__real_rename(from, to));
}

int __wrap_fchmod(int descriptor, mode_t mode)
{
	int error = faults_count_call();

	return error ? faults_fail(error) : faults_after_call(__real_fchmod(descriptor, mode));
}

bool __wrap_isoft_os_lock_range(int descriptor, uint64_t offset, uint64_t length)
{
	void (*interfere)(void) = before_lock;

	if (interfere && offset >= ACCOUNTS_AT) {
		before_lock = NULL;
		interfere();
	}
	return __real_isoft_os_lock_range(descriptor, offset, length);
}
