/* The faults of tests/native/store/faults.h, made in what the store calls of Windows (ext/store/os.h). */
#include "faults.h"

#include <errno.h>
#include <windows.h>

#include "processes.h"
#include "scene.h"
#include "store/os.h"

bool __real_isoft_os_write_at(int descriptor, const void *bytes, size_t length, uint64_t offset);
bool __real_isoft_os_sync(int descriptor);
bool __real_isoft_os_reserve(int descriptor, uint64_t size);
bool __real_isoft_os_link(const char *from, const char *to);
bool __real_isoft_os_remove(const char *path);
bool __real_isoft_os_lock(int descriptor);
void __real_isoft_clock_nap_ns(int64_t nanoseconds);
void __real_isoft_clock_sleep_ns(int64_t nanoseconds);
void __real_isoft_clock_sleep_ms(int64_t milliseconds);

bool __wrap_isoft_os_write_at(int descriptor, const void *bytes, size_t length, uint64_t offset);
bool __wrap_isoft_os_sync(int descriptor);
bool __wrap_isoft_os_reserve(int descriptor, uint64_t size);
bool __wrap_isoft_os_link(const char *from, const char *to);
bool __wrap_isoft_os_remove(const char *path);
bool __wrap_isoft_os_lock(int descriptor);
void __wrap_isoft_clock_nap_ns(int64_t nanoseconds);
void __wrap_isoft_clock_sleep_ns(int64_t nanoseconds);
void __wrap_isoft_clock_sleep_ms(int64_t milliseconds);

enum { SECTOR = 512 };

static fault_kind set_kind;
static int set_at, set_error;
static volatile LONG calls;
static void (*before_lock)(void);
static void (*while_asleep)(void);

void faults_set(fault_kind kind, int at, int error)
{
	if (kind == FAULT_SHORT) {
		scene_skip("the faults are above WriteFile(), which writes all or fails");
	}
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

int faults_calls(void)
{
	return (int)calls;
}

static void faults_die(void)
{
	TerminateProcess(GetCurrentProcess(), PROCESSES_KILLED);
}

/* Counts the call. Returns whether it must fail. */
static bool faults_fail(void)
{
	int call = (int)InterlockedIncrement(&calls);

	if ((set_kind == FAULT_DIE_BEFORE || set_kind == FAULT_DIE_WITHIN) && call == set_at) {
		faults_die();
	}
	errno = set_error;
	return set_kind == FAULT_ERROR && call >= set_at;
}

static bool faults_after_call(bool result)
{
	if (set_kind == FAULT_DIE_AFTER && calls == set_at) {
		faults_die();
	}
	return result;
}

bool __wrap_isoft_os_write_at(int descriptor, const void *bytes, size_t length, uint64_t offset)
{
	if (set_kind == FAULT_DIE_WITHIN && calls + 1 == set_at && length > SECTOR) {
		need(__real_isoft_os_write_at(descriptor, bytes, length / 2, offset));
	}
	return !faults_fail() && faults_after_call(__real_isoft_os_write_at(descriptor, bytes, length, offset));
}

bool __wrap_isoft_os_sync(int descriptor)
{
	return !faults_fail() && faults_after_call(__real_isoft_os_sync(descriptor));
}

bool __wrap_isoft_os_reserve(int descriptor, uint64_t size)
{
	return !faults_fail() && faults_after_call(__real_isoft_os_reserve(descriptor, size));
}

bool __wrap_isoft_os_link(const char *from, const char *to)
{
	return !faults_fail() && faults_after_call(__real_isoft_os_link(from, to));
}

bool __wrap_isoft_os_remove(const char *path)
{
	return !faults_fail() && faults_after_call(__real_isoft_os_remove(path));
}

bool __wrap_isoft_os_lock(int descriptor)
{
	void (*interfere)(void) = before_lock;

	if (interfere) {
		before_lock = NULL;
		interfere();
	}
	return __real_isoft_os_lock(descriptor);
}

static void interfere_with_sleep(void)
{
	if (while_asleep) {
		while_asleep();
	}
}

void __wrap_isoft_clock_nap_ns(int64_t nanoseconds)
{
	interfere_with_sleep();
	__real_isoft_clock_nap_ns(nanoseconds);
}

void __wrap_isoft_clock_sleep_ns(int64_t nanoseconds)
{
	interfere_with_sleep();
	__real_isoft_clock_sleep_ns(nanoseconds);
}

void __wrap_isoft_clock_sleep_ms(int64_t milliseconds)
{
	interfere_with_sleep();
	__real_isoft_clock_sleep_ms(milliseconds);
}
