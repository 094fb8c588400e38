/*
 * Detach: the exchange in a process of its own, so that it outlives whoever began it.
 *
 * The worker that holds the account's lock forks; both hold the lock's open file description. Kill the worker, and the
 * lock stays with the exchange until it is done. The child keeps nothing else of the worker's open, prints nothing,
 * runs no PHP shutdown, and ends by itself after a hard deadline. Where forking is no good (threads, macOS, Windows, a
 * refused fork) the exchange runs here, signals held back.
 *
 * No Zend call is made here; nothing here can bail out.
 */
#ifndef ISOFT_AUTH_DETACH_H
#define ISOFT_AUTH_DETACH_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/exchange.h"

typedef enum {
	ISOFT_DETACH_DONE,      /* the outcome is there */
	ISOFT_DETACH_RUNNING,   /* it goes on by itself */
	ISOFT_DETACH_KILLED,    /* it ended without a word: what it came to must be looked up in the store */
	ISOFT_DETACH_IMPOSSIBLE /* nothing was begun: no process of its own can be had */
} isoft_detach_status;

/*
 * Begins the exchange and waits at most `wait_ms` for its outcome. The lock passes to the exchange: it is not this
 * process's any more, unless IMPOSSIBLE.
 */
isoft_detach_status isoft_detach(const isoft_exchange *exchange, int64_t wait_ms, isoft_failure *outcome);

/* In this process, with signals held back until the new grant is stored. The lock is released. */
void isoft_exchange_here(const isoft_exchange *exchange, isoft_failure *outcome);

/* Whether one more exchange can be left running: those that are not buried yet are remembered, and only so many. */
bool isoft_detach_has_room(void);

/* Buries exchanges that have ended since. */
void isoft_detach_reap(void);

#endif
