#include "auth/exchange_child_posix.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/clock.h"
#include "support/interrupt.h"
#include "support/pause.h"

enum { TRACKED_MAX = 16, PAUSING_MAX = 16, PAUSE_MS = 5 };

/* Exchanges that were left running, to be reaped later; 0 is a free place. */
static _Atomic pid_t child_tracked[TRACKED_MAX];

/*
 * The read ends of the pipes of this thread's waits that pause, plus 1; 0 is a free place. After a fatal error nothing
 * else knows them.
 */
static _Thread_local int pausing_pipes[PAUSING_MAX];

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

/* A wait for the outcome of a child. */
typedef struct {
	pid_t child;
	int read_end;
	int64_t deadline;
	int *pausing; /* the place in pausing_pipes; NULL: the wait blocks the thread */
	const isoft_held_signals *held;
	char *outcome;
	size_t size, got;
} child_wait;

/*
 * If the wait can pause, the child is tracked from now on, and the pipe is known: nothing may come of the pause. Other
 * jobs must not run with a signal blocked, nor the programs that they start.
 */
static void begin_child_wait(child_wait *self)
{
	for (int i = 0; isoft_pause_is_possible() && !self->pausing && i < PAUSING_MAX; i++) {
		if (!pausing_pipes[i]) {
			self->pausing = &pausing_pipes[i];
			*self->pausing = self->read_end + 1;
			track_child(self->child);
			isoft_child_release_signals(self->held);
		}
	}
}

/* Closes the pipe, unless isoft_child_abandon_waits() has. `is_over`: the child has ended, or will at once. */
static void end_child_wait(const child_wait *self, bool is_over)
{
	if (self->pausing) {
		if (*self->pausing == self->read_end + 1) {
			close(self->read_end);
			*self->pausing = 0;
		}
		return;
	}
	close(self->read_end);
	while (is_over && waitpid(self->child, NULL, 0) < 0 && errno == EINTR) {
	}
	if (!is_over) {
		track_child(self->child);
	}
	isoft_child_release_signals(self->held);
}

/* Returns how long to block for the next bytes, in milliseconds. */
static int time_to_block(const child_wait *self)
{
	int64_t left = self->deadline - isoft_clock_monotonic_ms();

	if (self->pausing || left < 0) {
		return 0;
	}
	return left > ISOFT_INTERRUPT_EVERY_MS ? ISOFT_INTERRUPT_EVERY_MS : (int)left;
}

/* Without a wait no handler runs: the PHP request may be over. */
static bool must_go_on(const child_wait *self)
{
	return isoft_clock_monotonic_ms() < self->deadline
		&& (self->pausing ? isoft_pause_ms(PAUSE_MS) : !isoft_interrupted());
}

/* Reads what there is. Returns false if the wait is over before all is there; *ended: the child has ended. */
static bool read_more(child_wait *self, bool *ended)
{
	struct pollfd readable = {self->read_end, POLLIN, 0};
	int ready = poll(&readable, 1, time_to_block(self));
	ssize_t count;

	if (ready == 0 || (ready < 0 && errno == EINTR)) {
		return must_go_on(self);
	}
	count = read(self->read_end, self->outcome + self->got, self->size - self->got);
	if (count > 0) {
		self->got += (size_t)count;
	}
	*ended = count == 0 || (count < 0 && errno != EINTR);
	return !*ended;
}

isoft_child_status isoft_child_await(
	pid_t child, int read_end, int64_t wait_ms, const isoft_held_signals *held, void *outcome, size_t size)
{
	child_wait self = {.child = child,
		.read_end = read_end,
		.deadline = isoft_clock_monotonic_ms() + wait_ms,
		.held = held,
		.outcome = outcome,
		.size = size};
	bool ended = false;

	begin_child_wait(&self);
	while (self.got < size && read_more(&self, &ended)) {
	}
	end_child_wait(&self, ended || self.got == size);
	if (self.got == size) {
		return ISOFT_CHILD_ANSWERED;
	}
	return ended ? ISOFT_CHILD_ENDED : ISOFT_CHILD_RUNS;
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

void isoft_child_abandon_waits(void)
{
	for (int i = 0; i < PAUSING_MAX; i++) {
		if (pausing_pipes[i]) {
			close(pausing_pipes[i] - 1);
			pausing_pipes[i] = 0;
		}
	}
}
