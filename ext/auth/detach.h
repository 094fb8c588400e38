/*
 * Detach: runs the exchange in a process of its own, so that it survives a worker that is killed.
 *
 * The worker that holds the account's lock starts the process and closes its own descriptor of the lock's open file
 * description. If the worker is killed, the process still holds the lock and stores what Keap answers. If the process
 * is killed, the kernel releases the lock. The process
 * - is in a session of its own and blocks every signal except those of its deadline (SIGALRM) and of its own faults;
 * - keeps only the descriptors of the lock, the store and its pipe, and opens /dev/null as stdin, stdout and stderr;
 * - releases the lock, writes the outcome to the pipe and ends with _exit();
 * - is killed by its own alarm after 70 s (ISOFT_GRANT_LOCK_WAIT_MS + 5 s), which releases the lock.
 * A child that a script forks later inherits no exchange: it forgets the ones of its parent.
 *
 * Two ways, one of them in each build:
 * - PHP without threads: a forked child, which has the worker's settings and keys, and runs auth/exchange.
 * - PHP with threads, on Linux: the exchange helper, a program that is part of the extension (auth/helper_start). It
 * has no PHP: it stores the reply as it came (auth/unread_reply), and the worker, or whatever process is next, decodes
 * it (auth/settle).
 *
 * Elsewhere, or if the process cannot be started, the status is IMPOSSIBLE, and the caller may run the exchange in its
 * own process with isoft_exchange_here(). There, SIGKILL loses a reply that is on its way; the kernel releases the
 * lock, and the begin mark in the record stays (auth/begin_mark).
 *
 * In a job of a batch the wait pauses (support/pause), and the other jobs go on.
 *
 * Signals: the worker holds SIGCHLD back while it blocks, so a script's handler does not see the exchange's end. During
 * a pause it does not.
 *
 * Bailout: none. No Zend call is made here, except the guarded one of the exchange itself.
 */
#ifndef ISOFT_AUTH_DETACH_H
#define ISOFT_AUTH_DETACH_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/exchange.h"
#include "support/attributes.h"

/* ISOFT_EXCHANGE_HELPER comes from config.m4. */
#if defined(ISOFT_EXCHANGE_HELPER)
#define ISOFT_DETACH_HAS_CHILDREN
#elif !defined(_WIN32) && !defined(__APPLE__) && !defined(ZTS)
#define ISOFT_DETACH_FORKS
#define ISOFT_DETACH_HAS_CHILDREN
#endif

enum { ISOFT_DETACH_WAY_SIZE = 128 };

typedef enum {
	ISOFT_DETACH_DONE,    /* the exchange ended; its outcome is filled */
	ISOFT_DETACH_RUNNING, /* the wait is over, or interrupted; the exchange continues without this process and holds the
							 lock */
	ISOFT_DETACH_KILLED,  /* the exchange ended without an outcome; only the store can say what it did */
	ISOFT_DETACH_IMPOSSIBLE /* nothing was started; this process still holds the lock */
} isoft_detach_status;

/*
 * Starts the exchange in a process of its own and waits at most `wait_ms` milliseconds for its outcome; 0 does not
 * wait. The caller holds the account's lock. On every status but IMPOSSIBLE the lock has passed to that process, and
 * exchange->lock is no longer held here. `outcome` is filled on DONE only.
 */
ISOFT_MUST_CHECK isoft_detach_status isoft_detach(
	const isoft_exchange *exchange, int64_t wait_ms, isoft_failure *outcome);

/*
 * Runs the exchange in this process, with signals blocked until the outcome is stored; takes up to a minute. The caller
 * holds the account's lock; it is released on return.
 */
void isoft_exchange_here(const isoft_exchange *exchange, isoft_failure *outcome);

/*
 * Reaps ended children, and returns whether this process may leave one more exchange running. Up to 16 are remembered
 * for reaping. No lock.
 */
bool isoft_detach_has_room(void);

/* Reaps the exchanges that have ended since. Does not wait. No lock. */
void isoft_detach_reap(void);

/* Call at the end of a PHP request: closes what waits hold that a fatal error left in their pause. No lock. */
void isoft_detach_abandon_waits(void);

/* Reaps ended children, and returns whether an exchange that this process left running still runs. No lock. */
ISOFT_MUST_CHECK bool isoft_detach_any_runs(void);

/*
 * Returns whether the process of an exchange leaves its reply to be decoded: then the process that waits for it knows
 * more than one that comes later (auth/settle).
 */
ISOFT_MUST_CHECK bool isoft_detach_leaves_unread(void);

/* Writes how exchanges run here, and why if in this process, for phpinfo. Starts none. */
void isoft_detach_way(char text[ISOFT_DETACH_WAY_SIZE]);

#endif
