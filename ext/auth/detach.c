#include "php.h"

#include "auth/detach.h"

#include <string.h>

#ifdef ISOFT_DETACH_HAS_CHILDREN

#include "auth/exchange_child_posix.h"

bool isoft_detach_has_room(void)
{
	int max;
	int running = isoft_child_count_running(&max);

	return running < max;
}

void isoft_detach_reap(void)
{
	int ignored;

	isoft_child_count_running(&ignored);
}

void isoft_detach_abandon_waits(void)
{
	isoft_child_abandon_waits();
}

bool isoft_detach_any_runs(void)
{
	int ignored;

	return isoft_child_count_running(&ignored) > 0;
}

#else

isoft_detach_status isoft_detach(const isoft_exchange *exchange, int64_t wait_ms, isoft_failure *outcome)
{
	(void)exchange, (void)wait_ms, (void)outcome;
	return ISOFT_DETACH_IMPOSSIBLE;
}

void isoft_detach_reap(void)
{
}

void isoft_detach_abandon_waits(void)
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

void isoft_detach_way(char text[ISOFT_DETACH_WAY_SIZE])
{
	strcpy(text, "in this process: there is no other way on this system");
}

#endif

bool isoft_detach_leaves_unread(void)
{
#ifdef ISOFT_EXCHANGE_HELPER
	return true;
#else
	return false;
#endif
}

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
