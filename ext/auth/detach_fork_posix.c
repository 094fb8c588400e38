#include "php.h"

#include "auth/detach.h"

#ifdef ISOFT_DETACH_FORKS

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "auth/child_setup_posix.h"
#include "auth/exchange_child_posix.h"
#include "support/assert.h"

enum { KEPT_MAX = 5 }; /* at most 4 descriptors of the store, and the pipe */

_Noreturn static void run_child(const isoft_exchange *exchange, int write_end)
{
	isoft_failure outcome = {0};
	int kept[KEPT_MAX];
	int count = isoft_store_inherit(exchange->store, exchange->lock, kept);

	ISOFT_ASSERT(count < KEPT_MAX);
	kept[count++] = write_end;
	isoft_child_leave_worker(kept, count);
	isoft_exchange_run(exchange, &outcome);
	isoft_store_unlock(exchange->store, exchange->lock);
	/* The outcome fits into an empty pipe, so this does not block. It fails if the worker no longer reads: no harm. */
	if (write(write_end, &outcome, sizeof(outcome)) != sizeof(outcome)) {
		_exit(1);
	}
	_exit(0);
}

isoft_detach_status isoft_detach(const isoft_exchange *exchange, int64_t wait_ms, isoft_failure *outcome)
{
	static const isoft_detach_status meaning[] = {[ISOFT_CHILD_ANSWERED] = ISOFT_DETACH_DONE,
		[ISOFT_CHILD_ENDED] = ISOFT_DETACH_KILLED,
		[ISOFT_CHILD_RUNS] = ISOFT_DETACH_RUNNING};
	isoft_detach_status status = ISOFT_DETACH_IMPOSSIBLE;
	isoft_held_signals held;
	int pipe_ends[2];
	pid_t child;

	ISOFT_ASSERT(exchange->lock->descriptor != -1);
	if (pipe2(pipe_ends, O_CLOEXEC) != 0) {
		return status;
	}
	isoft_child_hold_signals(&held);
	child = fork();
	if (child == 0) {
		isoft_child_block_signals();
		run_child(exchange, pipe_ends[1]);
	}
	isoft_child_hold_its_signal(&held);
	close(pipe_ends[1]);
	if (child > 0) {
		/* The lock is the child's alone now: a handler that runs during the wait may need it after the child's end. */
		isoft_store_leave(exchange->store, exchange->lock);
		status = meaning[isoft_child_await(child, pipe_ends[0], wait_ms, &held, outcome, sizeof(*outcome))];
	} else {
		close(pipe_ends[0]);
		isoft_child_release_signals(&held);
	}
	return status;
}

void isoft_detach_way(char text[ISOFT_DETACH_WAY_SIZE])
{
	strcpy(text, "separate process (fork)");
}

#else

/* An empty translation unit is not C. */
typedef int isoft_no_fork;

#endif
