#include "php.h"

#include "auth/detach.h"

#include "auth/grant_record.h"

#if defined(_WIN32) || defined(__APPLE__) || defined(ZTS)

isoft_detach_status isoft_detach(const isoft_exchange *exchange, int64_t wait_ms, isoft_failure *outcome)
{
	(void)exchange, (void)wait_ms, (void)outcome;
	return ISOFT_DETACH_IMPOSSIBLE;
}

void isoft_detach_reap(void)
{
}

bool isoft_detach_has_room(void)
{
	return true;
}

bool isoft_detach_any_runs(void)
{
	return false;
}

#else

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/assert.h"
#include "support/clock.h"
#include "support/interrupt.h"

enum {
	KEPT_MAX = 5, /* at most 4 descriptors of the store, and the pipe */
	DEADLINE_S = ISOFT_GRANT_LOCK_WAIT_MS / 1000 + 5,
	TRACKED_MAX = 16
};

/*
 * Exchanges that were left running, to be reaped later; 0 is a free place. In a child that a script forked, waitpid()
 * fails for all of them, and they are forgotten. One thread only: this code is not part of a ZTS build.
 */
static pid_t detach_tracked[TRACKED_MAX];

static void close_descriptors(int first, int last)
{
#ifdef SYS_close_range
	if (syscall(SYS_close_range, first, last, 0) == 0) {
		return;
	}
#endif
	long limit = sysconf(_SC_OPEN_MAX);

	for (int descriptor = first; descriptor <= last && descriptor < limit; descriptor++) {
		close(descriptor);
	}
}

static void sort_descriptors(int *numbers, int count)
{
	for (int i = 1; i < count; i++) {
		for (int j = i; j > 0 && numbers[j - 1] > numbers[j]; j--) {
			int swapped = numbers[j];

			numbers[j] = numbers[j - 1];
			numbers[j - 1] = swapped;
		}
	}
}

/*
 * The worker's connections and listening sockets must not stay open in the child: a client would wait for the end of a
 * connection, and a restarted server could not bind its port, until the exchange ends.
 */
static void close_all_but(int *kept, int count)
{
	int next = 0;

	sort_descriptors(kept, count);
	for (int i = 0; i < count; i++) {
		if (kept[i] > next) {
			close_descriptors(next, kept[i] - 1);
		}
		next = kept[i] + 1;
	}
	close_descriptors(next, 0x7fffffff);
}

/* Otherwise the next opened file becomes stdin, stdout or stderr, and a library that writes to stderr overwrites it. */
static void fill_standard_streams(void)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	while (null >= 0 && null <= STDERR_FILENO) {
		null = open("/dev/null", O_RDWR | O_CLOEXEC);
	}
	if (null >= 0) {
		close(null);
	}
}

/* In the child: only the deadline, SIGKILL and faults of the code itself can end the exchange. */
static void block_child_signals(void)
{
	static const int passing[] = {SIGALRM, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};
	sigset_t blocked;

	sigfillset(&blocked);
	for (size_t i = 0; i < sizeof(passing) / sizeof(*passing); i++) {
		signal(passing[i], SIG_DFL);
		sigdelset(&blocked, passing[i]);
	}
	sigprocmask(SIG_SETMASK, &blocked, NULL);
	alarm(DEADLINE_S);
}

_Noreturn static void run_child(const isoft_exchange *exchange, int write_end)
{
	isoft_failure outcome = {0};
	int kept[KEPT_MAX];
	int count = isoft_store_inherit(exchange->store, exchange->lock, kept);

	ISOFT_ASSERT(count < KEPT_MAX);
	setsid();
	kept[count++] = write_end;
	close_all_but(kept, count);
	fill_standard_streams();
	isoft_exchange_run(exchange, &outcome);
	isoft_store_unlock(exchange->store, exchange->lock);
	/* The outcome fits into an empty pipe, so this does not block. It fails if the worker no longer reads: no harm. */
	if (write(write_end, &outcome, sizeof(outcome)) != sizeof(outcome)) {
		_exit(1);
	}
	_exit(0);
}

/*
 * Reads the outcome from the child, for at most `wait_ms`. Returns true if the whole outcome arrived. Otherwise *ended
 * says whether the child has closed the pipe, which means that it ended, or the time is over.
 */
static bool read_outcome(int read_end, int64_t wait_ms, isoft_failure *outcome, bool *ended)
{
	int64_t deadline = isoft_clock_monotonic_ms() + wait_ms;
	size_t got = 0;

	*ended = false;
	while (got < sizeof(*outcome)) {
		struct pollfd readable = {read_end, POLLIN, 0};
		int64_t left = deadline - isoft_clock_monotonic_ms();
		int ready = poll(&readable, 1, (int)MIN(MAX(left, 0), ISOFT_INTERRUPT_EVERY_MS));
		ssize_t count;

		if (ready == 0 || (ready < 0 && errno == EINTR)) {
			/* Without a wait no handler runs: the PHP request may be over. */
			if (left <= 0 || isoft_interrupted()) {
				return false;
			}
			continue;
		}
		count = read(read_end, (char *)outcome + got, sizeof(*outcome) - got);
		if (count < 0 && errno == EINTR) {
			continue;
		}
		if (count <= 0) {
			*ended = true;
			return false;
		}
		got += (size_t)count;
	}
	*ended = true;
	return true;
}

static void reap_child(pid_t child)
{
	while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
	}
}

void isoft_detach_reap(void)
{
	for (int i = 0; i < TRACKED_MAX; i++) {
		if (detach_tracked[i] && waitpid(detach_tracked[i], NULL, WNOHANG) != 0) {
			detach_tracked[i] = 0;
		}
	}
}

/*
 * Without a free place, which takes 16 exchanges that still run, the child is not reaped before this process ends (a
 * zombie, but no harm to the exchange), and this process does not wait for it at its end.
 */
static void track_child(pid_t child)
{
	isoft_detach_reap();
	for (int i = 0; i < TRACKED_MAX; i++) {
		if (!detach_tracked[i]) {
			detach_tracked[i] = child;
			return;
		}
	}
}

bool isoft_detach_has_room(void)
{
	isoft_detach_reap();
	for (int i = 0; i < TRACKED_MAX; i++) {
		if (!detach_tracked[i]) {
			return true;
		}
	}
	return false;
}

bool isoft_detach_any_runs(void)
{
	isoft_detach_reap();
	for (int i = 0; i < TRACKED_MAX; i++) {
		if (detach_tracked[i]) {
			return true;
		}
	}
	return false;
}

/*
 * Blocks all signals before the fork, so that the child starts with all of them blocked. *before is the mask to
 * restore. Returns whether a SIGCHLD was already pending.
 */
static bool hold_all_signals(sigset_t *before)
{
	sigset_t all, pending;

	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, before);
	sigpending(&pending);
	return sigismember(&pending, SIGCHLD) == 1;
}

/* In the worker after the fork: SIGCHLD stays blocked, so that the script sees none for a child it did not make. */
static void hold_child_signal_only(const sigset_t *before)
{
	sigset_t held = *before;

	sigaddset(&held, SIGCHLD);
	sigprocmask(SIG_SETMASK, &held, NULL);
}

/* Discards the SIGCHLD of the exchange, if it was the only cause, and restores the signal mask. */
static void release_child_signal(const sigset_t *before, bool was_pending)
{
	static const struct timespec no_wait = {0, 0};
	siginfo_t other_child = {0};
	sigset_t child;

	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	if (!was_pending && sigtimedwait(&child, NULL, &no_wait) == SIGCHLD
		&& waitid(P_ALL, 0, &other_child, WEXITED | WNOHANG | WNOWAIT) == 0 && other_child.si_pid) {
		/* A child of the script has ended too: give the script its SIGCHLD back. */
		kill(getpid(), SIGCHLD);
	}
	sigprocmask(SIG_SETMASK, before, NULL);
}

static isoft_detach_status wait_for_child(pid_t child, int read_end, int64_t wait_ms, isoft_failure *outcome)
{
	bool ended;
	bool whole = read_outcome(read_end, wait_ms, outcome, &ended);

	if (!ended) {
		track_child(child);
		return ISOFT_DETACH_RUNNING;
	}
	reap_child(child);
	return whole ? ISOFT_DETACH_DONE : ISOFT_DETACH_KILLED;
}

isoft_detach_status isoft_detach(const isoft_exchange *exchange, int64_t wait_ms, isoft_failure *outcome)
{
	isoft_detach_status status = ISOFT_DETACH_IMPOSSIBLE;
	int pipe_ends[2];
	sigset_t before;
	bool was_pending;
	pid_t child;

	ISOFT_ASSERT(exchange->lock->descriptor != -1);
	if (pipe2(pipe_ends, O_CLOEXEC) != 0) {
		return status;
	}
	was_pending = hold_all_signals(&before);
	child = fork();
	if (child == 0) {
		block_child_signals();
		run_child(exchange, pipe_ends[1]);
	}
	hold_child_signal_only(&before);
	close(pipe_ends[1]);
	if (child > 0) {
		/* The lock is the child's alone now: a handler that runs during the wait may need it after the child's end. */
		isoft_store_leave(exchange->store, exchange->lock);
		status = wait_for_child(child, pipe_ends[0], wait_ms, outcome);
	}
	close(pipe_ends[0]);
	release_child_signal(&before, was_pending);
	return status;
}

#endif

#ifdef _WIN32

void isoft_exchange_here(const isoft_exchange *exchange, isoft_failure *outcome)
{
	isoft_exchange_run(exchange, outcome);
	isoft_store_unlock(exchange->store, exchange->lock);
}

#else

#include <pthread.h>
#include <signal.h>

void isoft_exchange_here(const isoft_exchange *exchange, isoft_failure *outcome)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	isoft_exchange_run(exchange, outcome);
	isoft_store_unlock(exchange->store, exchange->lock);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

#endif
