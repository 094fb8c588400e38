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

#else

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/clock.h"

enum {
	KEPT_MAX = 5, /* the store's descriptors and the pipe */
	DEADLINE_S = ISOFT_GRANT_LOCK_WAIT_MS / 1000 + 5,
	TRACKED = 16
};

/* Exchanges that went on by themselves, to be buried later. A forked child finds none of them its own, and forgets
 * them. */
static pid_t running[TRACKED];

static void close_range_of(int first, int last)
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

static void sort(int *numbers, int count)
{
	for (int i = 1; i < count; i++) {
		for (int j = i; j > 0 && numbers[j - 1] > numbers[j]; j--) {
			int swapped = numbers[j];

			numbers[j] = numbers[j - 1];
			numbers[j - 1] = swapped;
		}
	}
}

/* Clients wait for the end of a connection, and servers for a listening socket: none may stay open in the exchange. */
static void close_all_but(int *kept, int count)
{
	int next = 0;

	sort(kept, count);
	for (int i = 0; i < count; i++) {
		if (kept[i] > next) {
			close_range_of(next, kept[i] - 1);
		}
		next = kept[i] + 1;
	}
	close_range_of(next, 0x7fffffff);
}

/* A library that writes to a standard stream must not hit the store. */
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

/* Only the deadline, and faults of the code itself, may end the exchange. */
static void block_signals(void)
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

_Noreturn static void run_child(const isoft_exchange *exchange, int pipe_end)
{
	isoft_failure outcome = {0};
	int kept[KEPT_MAX];
	int count = isoft_store_inherit(exchange->store, exchange->lock, kept);

	setsid();
	kept[count++] = pipe_end;
	close_all_but(kept, count);
	fill_standard_streams();
	isoft_exchange_run(exchange, &outcome);
	isoft_store_unlock(exchange->store, exchange->lock);
	/* Less than a pipe takes at once; where nobody reads any more, nobody needs it. */
	if (write(pipe_end, &outcome, sizeof(outcome)) != sizeof(outcome)) {
		_exit(1);
	}
	_exit(0);
}

/* True where the whole outcome came; false at the end of the time (*ended false) or of the exchange (*ended true). */
static bool read_outcome(int pipe_end, int64_t wait_ms, isoft_failure *outcome, bool *ended)
{
	int64_t end = isoft_clock_monotonic_ms() + wait_ms;
	size_t got = 0;

	*ended = false;
	while (got < sizeof(*outcome)) {
		struct pollfd readable = {pipe_end, POLLIN, 0};
		int64_t left = end - isoft_clock_monotonic_ms();
		int ready = poll(&readable, 1, left > 0 ? (int)left : 0);
		ssize_t count;

		if (ready == 0) {
			return false;
		}
		if (ready < 0 && errno == EINTR) {
			continue;
		}
		count = read(pipe_end, (char *)outcome + got, sizeof(*outcome) - got);
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

static void reap(pid_t exchange)
{
	while (waitpid(exchange, NULL, 0) < 0 && errno == EINTR) {
	}
}

static void track(pid_t exchange)
{
	for (int i = 0; i < TRACKED; i++) {
		if (!running[i]) {
			running[i] = exchange;
			return;
		}
	}
}

void isoft_detach_reap(void)
{
	for (int i = 0; i < TRACKED; i++) {
		if (running[i] && waitpid(running[i], NULL, WNOHANG) != 0) {
			running[i] = 0;
		}
	}
}

bool isoft_detach_has_room(void)
{
	isoft_detach_reap();
	for (int i = 0; i < TRACKED; i++) {
		if (!running[i]) {
			return true;
		}
	}
	return false;
}

/* All of them, so that the child is born withstanding. Gives the mask to go back to, and whether a SIGCHLD waits
 * already. */
static bool hold_signals(sigset_t *before)
{
	sigset_t all, pending;

	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, before);
	sigpending(&pending);
	return sigismember(&pending, SIGCHLD) == 1;
}

/* A script that handles SIGCHLD must not hear of a child that it never made. */
static void hold_child_signal_only(const sigset_t *before)
{
	sigset_t held = *before;

	sigaddset(&held, SIGCHLD);
	sigprocmask(SIG_SETMASK, &held, NULL);
}

static void release_child_signal(const sigset_t *before, bool was_pending)
{
	static const struct timespec at_once = {0, 0};
	siginfo_t others = {0};
	sigset_t child;

	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	if (!was_pending && sigtimedwait(&child, NULL, &at_once) == SIGCHLD
		&& waitid(P_ALL, 0, &others, WEXITED | WNOHANG | WNOWAIT) == 0 && others.si_pid) {
		/* One of the script's own ended as well. */
		kill(getpid(), SIGCHLD);
	}
	sigprocmask(SIG_SETMASK, before, NULL);
}

static isoft_detach_status wait_for(pid_t exchange, int pipe_end, int64_t wait_ms, isoft_failure *outcome)
{
	bool ended;
	bool whole = read_outcome(pipe_end, wait_ms, outcome, &ended);

	if (!ended) {
		track(exchange);
		return ISOFT_DETACH_RUNNING;
	}
	reap(exchange);
	return whole ? ISOFT_DETACH_DONE : ISOFT_DETACH_KILLED;
}

isoft_detach_status isoft_detach(const isoft_exchange *exchange, int64_t wait_ms, isoft_failure *outcome)
{
	isoft_detach_status status = ISOFT_DETACH_IMPOSSIBLE;
	int ends[2];
	sigset_t before;
	bool was_pending;
	pid_t child;

	if (pipe2(ends, O_CLOEXEC) != 0) {
		return status;
	}
	was_pending = hold_signals(&before);
	child = fork();
	if (child == 0) {
		block_signals();
		run_child(exchange, ends[1]);
	}
	hold_child_signal_only(&before);
	close(ends[1]);
	if (child > 0) {
		status = wait_for(child, ends[0], wait_ms, outcome);
		isoft_store_leave(exchange->store, exchange->lock);
	}
	close(ends[0]);
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
