#include "support/fork.h"

#ifndef _WIN32
#include <pthread.h>
#include <stdbool.h>
#endif

static unsigned forks;

unsigned isoft_fork_count(void)
{
	return forks;
}

#ifdef _WIN32

void isoft_fork_watch(void)
{
}

#else

/* Runs in the child alone, before any other thread of it can exist. */
static void in_child(void)
{
	forks++;
}

void isoft_fork_watch(void)
{
	static bool watching;

	if (!watching) {
		watching = pthread_atfork(NULL, NULL, in_child) == 0;
	}
}

#endif
