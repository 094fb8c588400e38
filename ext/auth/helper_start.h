/*
 * Helper start: starts the exchange helper, a program of its own that is part of the extension's file.
 *
 * Where PHP has threads a forked child may hang: another thread may have held a lock of the C library at the fork. A
 * program that is executed has no such locks. Its bytes are put into a sealed memfd once per process, and executed by
 * the name /proc/self/fd/N.
 *
 * The helper holds the account's lock with this process from its start, and says so by one byte when it has its request
 * and its store. Before that byte it sends and stores nothing; if it does not come, the helper is ended, and the caller
 * may go on by itself.
 *
 * Threads: the image is made by an atomic exchange; everything else is the caller's. Locks: none is taken. No Zend
 * call: never bails out. Linux only.
 */
#ifndef ISOFT_AUTH_HELPER_START_H
#define ISOFT_AUTH_HELPER_START_H

#include <stdbool.h>
#include <sys/types.h>

#include "auth/helper_request.h"
#include "support/attributes.h"

typedef struct {
	pid_t pid;
	int read_end; /* of the pipe with the outcome; isoft_child_await() closes it */
} isoft_helper;

/*
 * Executes the helper with all signals blocked. The caller holds the account's lock by `lock_descriptor`. On success
 * the caller next calls isoft_helper_await(). Returns false if it cannot be started: *why is then a phrase of static
 * memory.
 */
ISOFT_MUST_CHECK bool isoft_helper_spawn(const isoft_helper_request *request, int lock_descriptor,
	char *const environment[], isoft_helper *helper, const char **why);

/*
 * Waits until the helper has taken over, at most 5 s. Returns false if it did not: it is then ended and reaped, the
 * pipe is closed, and nothing was sent or stored.
 */
ISOFT_MUST_CHECK bool isoft_helper_await(isoft_helper *helper, const char **why);

/* Returns NULL if the system lets the helper be executed, as far as can be seen without doing it; else the reason. */
const char *isoft_helper_obstacle(void);

#endif
