#include "support/fork.h"

#ifndef _WIN32
#include <pthread.h>
#include <stdbool.h>
#endif

static unsigned fork_count;

unsigned isoft_fork_count(void)
{
	return fork_count;
}

#ifdef _WIN32

void isoft_fork_watch(void)
{
}

#else

/* Runs in the child, when it has one thread only. */
static void fork_in_child(void)
{
	fork_count++;
}

void isoft_fork_watch(void)
{
	static bool watching;

	if (!watching) {
		watching = pthread_atfork(NULL, NULL, fork_in_child) == 0;
	}
}

#endif
