#include "auth/exchange_child_posix.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/clock.h"
#include "support/interrupt.h"

enum { TRACKED_MAX = 16 };

/* Exchanges that were left running, to be reaped later; 0 is a free place. */
static _Atomic pid_t child_tracked[TRACKED_MAX];

/* Another thread may reap at the same time: whoever comes second changes nothing. */
static void reap_tracked(_Atomic pid_t *place)
{
	pid_t child = atomic_load(place);

	if (child && waitpid(child, NULL, WNOHANG) != 0) {
		atomic_compare_exchange_strong(place, &child, 0);
	}
}

int isoft_child_count_running(int *max)
{
	int count = 0;

	for (int i = 0; i < TRACKED_MAX; i++) {
		reap_tracked(&child_tracked[i]);
		count += atomic_load(&child_tracked[i]) != 0;
	}
	*max = TRACKED_MAX;
	return count;
}

/*
 * Without a free place, which takes 16 exchanges that still run, the child is not reaped before this process ends (a
 * zombie, but no harm to the exchange), and this process does not wait for it at its end.
 */
static void track_child(pid_t child)
{
	for (int i = 0; i < TRACKED_MAX; i++) {
		pid_t none = 0;

		reap_tracked(&child_tracked[i]);
		if (atomic_compare_exchange_strong(&child_tracked[i], &none, child)) {
			return;
		}
	}
}

/* Without a wait no handler runs: the PHP request may be over. */
static bool must_go_on(int64_t deadline)
{
	return isoft_clock_monotonic_ms() < deadline && !isoft_interrupted();
}

isoft_child_status isoft_child_await(pid_t child, int read_end, int64_t wait_ms, void *outcome, size_t size)
{
	int64_t deadline = isoft_clock_monotonic_ms() + wait_ms;
	size_t got = 0;
	ssize_t count = 1;

	while (got < size && count > 0) {
		struct pollfd readable = {read_end, POLLIN, 0};
		int64_t left = deadline - isoft_clock_monotonic_ms();
		int wait = left < 0 ? 0 : left > ISOFT_INTERRUPT_EVERY_MS ? ISOFT_INTERRUPT_EVERY_MS : (int)left;
		int ready = poll(&readable, 1, wait);

		if (ready == 0 || (ready < 0 && errno == EINTR)) {
			if (!must_go_on(deadline)) {
				track_child(child);
				return ISOFT_CHILD_RUNS;
			}
			continue;
		}
		count = read(read_end, (char *)outcome + got, size - got);
		if (count < 0 && errno == EINTR) {
			count = 1;
		} else if (count > 0) {
			got += (size_t)count;
		}
	}
	while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
	}
	return got == size ? ISOFT_CHILD_ANSWERED : ISOFT_CHILD_ENDED;
}

void isoft_child_hold_signals(isoft_held_signals *held)
{
	sigset_t all, pending;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &held->before);
	sigpending(&pending);
	held->was_pending = sigismember(&pending, SIGCHLD) == 1;
}

void isoft_child_hold_its_signal(const isoft_held_signals *held)
{
	sigset_t mask = held->before;

	sigaddset(&mask, SIGCHLD);
	pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

void isoft_child_release_signals(const isoft_held_signals *held)
{
	static const struct timespec no_wait = {0, 0};
	siginfo_t other_child = {0};
	sigset_t child;

	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	if (!held->was_pending && sigtimedwait(&child, NULL, &no_wait) == SIGCHLD
		&& waitid(P_ALL, 0, &other_child, WEXITED | WNOHANG | WNOWAIT) == 0 && other_child.si_pid) {
		/* A child of the script has ended too: give the script its SIGCHLD back. */
		kill(getpid(), SIGCHLD);
	}
	pthread_sigmask(SIG_SETMASK, &held->before, NULL);
}
