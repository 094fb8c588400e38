#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memfd_create, pipe2 */
#endif
#include "auth/helper_start.h"

#ifdef ISOFT_EXCHANGE_HELPER

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "auth/helper_image.h"
#include "support/clock.h"

enum {
	FIRST_SPARE = 20, /* descriptors from here on are not those that the helper gets */
	START_WAIT_MS = 5000,
	EXECUTABLE = 0x10 /* MFD_EXEC, which older headers do not have */
};

/* -1: there is none yet. */
static atomic_int image_descriptor = -1;

static int new_memfd(void)
{
	int descriptor = memfd_create("infusionsoft-exchange", MFD_CLOEXEC | MFD_ALLOW_SEALING | EXECUTABLE);

	if (descriptor < 0 && errno == EINVAL) { /* Linux before 6.3 */
		descriptor = memfd_create("infusionsoft-exchange", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	}
	return descriptor;
}

static bool fill_image(int descriptor)
{
	size_t length = (size_t)(isoft_helper_image_end - isoft_helper_image), at = 0;

	while (at < length) {
		ssize_t written = write(descriptor, isoft_helper_image + at, length - at);

		if (written <= 0) {
			return false;
		}
		at += (size_t)written;
	}
	return fcntl(descriptor, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
}

/* Returns the descriptor of the program, -1 with errno set. It stays open until the process ends. */
static int image(void)
{
	int none = -1, made, descriptor = atomic_load(&image_descriptor);

	if (descriptor >= 0) {
		return descriptor;
	}
	made = new_memfd();
	descriptor = made < 0 ? -1 : fcntl(made, F_DUPFD_CLOEXEC, FIRST_SPARE);
	if (made >= 0) {
		close(made);
	}
	if (descriptor < 0) {
		return -1;
	}
	if (!fill_image(descriptor)) {
		close(descriptor);
		return -1;
	}
	if (!atomic_compare_exchange_strong(&image_descriptor, &none, descriptor)) {
		close(descriptor); /* another thread was first */
		descriptor = none;
	}
	return descriptor;
}

static void image_path(int descriptor, char path[32])
{
	snprintf(path, 32, "/proc/self/fd/%d", descriptor);
}

const char *isoft_helper_obstacle(void)
{
	int descriptor = image();
	char path[32];

	if (descriptor < 0) {
		return errno == EACCES ? "the system forbids programs in memory (vm.memfd_noexec)"
							   : "there is no memory file for its program";
	}
	image_path(descriptor, path);
	if (access(path, F_OK) != 0) {
		return "/proc is not mounted";
	}
	return access(path, X_OK) == 0 ? NULL : "the system forbids to execute programs in memory";
}

/* What the helper gets, by descriptors that dup2() does not overwrite. */
typedef struct {
	int lock;
	int request;
	int write_end;
} helper_gifts;

static int start_image(int descriptor, const helper_gifts *gifts, char *const environment[], pid_t *pid)
{
	char *arguments[] = {(char *)"infusionsoft-exchange", NULL};
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t all;
	char path[32];
	int failed;

	image_path(descriptor, path);
	sigfillset(&all);
	if (posix_spawn_file_actions_init(&actions) != 0) {
		return ENOMEM;
	}
	if (posix_spawnattr_init(&attributes) != 0) {
		posix_spawn_file_actions_destroy(&actions);
		return ENOMEM;
	}
	failed = posix_spawn_file_actions_adddup2(&actions, gifts->lock, ISOFT_HELPER_LOCK)
		| posix_spawn_file_actions_adddup2(&actions, gifts->request, ISOFT_HELPER_REQUEST)
		| posix_spawn_file_actions_adddup2(&actions, gifts->write_end, ISOFT_HELPER_ANSWER)
		| posix_spawnattr_setsigmask(&attributes, &all) | posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	if (!failed) {
		failed = posix_spawn(pid, path, &actions, &attributes, arguments, environment);
	}
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return failed;
}

/* Returns a duplicate above those that the helper gets, -1 on failure. Closes the given one if `owned`. */
static int moved_up(int descriptor, bool owned)
{
	int moved = descriptor < 0 ? -1 : fcntl(descriptor, F_DUPFD_CLOEXEC, FIRST_SPARE);

	if (owned && descriptor >= 0) {
		close(descriptor);
	}
	return moved;
}

static void close_open(int descriptor)
{
	if (descriptor >= 0) {
		close(descriptor);
	}
}

/* strerror()'s text may be of a thread's memory. */
static const char *start_reason(int error)
{
	switch (error) {
		case EACCES:
		case EPERM:
			return "a security module or a mount option forbids to execute its program";
		case ENOMEM:
		case EAGAIN:
		case EMFILE:
		case ENFILE:
			return "memory, processes or file descriptors are used up";
		default:
			return "its program cannot be executed";
	}
}

bool isoft_helper_spawn(const isoft_helper_request *request, int lock_descriptor, char *const environment[],
	isoft_helper *helper, const char **why)
{
	helper_gifts gifts;
	int program = image(), pipe_ends[2], failed = EMFILE;

	*why = isoft_helper_obstacle();
	if (*why) {
		return false;
	}
	if (pipe2(pipe_ends, O_CLOEXEC) != 0) {
		*why = "there is no free file descriptor";
		return false;
	}
	gifts.lock = moved_up(lock_descriptor, false);
	gifts.request = moved_up(isoft_helper_request_write(request), true);
	gifts.write_end = moved_up(pipe_ends[1], true);
	if (gifts.lock >= 0 && gifts.request >= 0 && gifts.write_end >= 0) {
		failed = start_image(program, &gifts, environment, &helper->pid);
	}
	close_open(gifts.lock);
	close_open(gifts.request);
	close_open(gifts.write_end);
	helper->read_end = pipe_ends[0];
	if (failed) {
		close(pipe_ends[0]);
		*why = start_reason(failed);
	}
	return !failed;
}

/* Returns whether the byte came. */
static bool read_start(int read_end)
{
	int64_t deadline = isoft_clock_monotonic_ms() + START_WAIT_MS, left = START_WAIT_MS;
	struct pollfd readable = {read_end, POLLIN, 0};
	char started;

	while (left > 0 && poll(&readable, 1, (int)left) < 0 && errno == EINTR) {
		left = deadline - isoft_clock_monotonic_ms();
	}
	return readable.revents && read(read_end, &started, 1) == 1;
}

bool isoft_helper_await(isoft_helper *helper, const char **why)
{
	bool started = read_start(helper->read_end);

	if (started) {
		return true;
	}
	kill(helper->pid, SIGKILL);
	while (waitpid(helper->pid, NULL, 0) < 0 && errno == EINTR) {
	}
	/* It may have taken over at the last moment. Then only the store can say what it did. */
	started = read_start(helper->read_end);
	if (!started) {
		close(helper->read_end);
		*why = "its program ends at once: a library that it needs may be missing";
	}
	return started;
}

#else

/* An empty translation unit is not C. */
typedef int isoft_no_helper_start;

#endif
