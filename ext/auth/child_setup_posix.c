#include "auth/child_setup_posix.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "auth/token_request.h"

enum { DEADLINE_S = ISOFT_EXCHANGE_BOUND_MS / 1000 + 10 };

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

/* This process is that of an exchange. */
static bool is_child;

void isoft_child_block_signals(void)
{
	static const int passing[] = {SIGALRM, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};
	sigset_t blocked;

	sigfillset(&blocked);
	for (size_t i = 0; i < sizeof(passing) / sizeof(*passing); i++) {
		signal(passing[i], SIG_DFL);
		sigdelset(&blocked, passing[i]);
	}
	sigprocmask(SIG_SETMASK, &blocked, NULL);
	is_child = true;
	alarm(DEADLINE_S);
}

void isoft_child_prolong(void)
{
	if (is_child) {
		alarm(DEADLINE_S);
	}
}

void isoft_child_leave_worker(int *kept, int count)
{
	setsid();
	close_all_but(kept, count);
	fill_standard_streams();
}
