/*
 * Hook repeats: which events of a delivery this machine has handled before, so that a repeated delivery is handled
 * once.
 *
 * Keap repeats a delivery that got no answer within 30 s, or a bad one. An event therefore counts as handled only when
 * the PHP request that received it has ended well: with a status of 200 to 399, without a fatal error, and with the
 * connection up. What a request received that failed is given again. A process that receives several deliveries within
 * one request of PHP (a worker of Octane or RoadRunner) does not show here how each ended: nothing is remembered there.
 *
 * An event that arrives within 2 s of its own time is not remembered either: Keap gives seconds, so a second change in
 * the same second would look the same, and would be lost.
 *
 * Ownership: this file owns the hashes that wait for the end of the request. Takes no account lock. Never throws.
 * Bail-out: none, but PHP ends the process if there is no memory for the hashes.
 */
#ifndef ISOFT_CLIENT_HOOK_REPEATS_H
#define ISOFT_CLIENT_HOOK_REPEATS_H

#include "php.h"

/* An event of a delivery. */
typedef struct {
	zend_string *identity; /* what tells it from others; the caller's; NULL: nothing does, and it is never a repeat */
	int64_t at;            /* Unix seconds, as Keap says; 0: not known */
	bool repeated;         /* this machine has handled it within the last hour */
} isoft_hook_event;

typedef struct isoft_hook_handled isoft_hook_handled;

/*
 * Fills `repeated` of all events, and keeps the others to be remembered when the request ends. Call it when the store
 * has checked the address's mark. Does nothing while a fake is on: a test gets what it delivers.
 */
void isoft_hook_repeats_check(const char *account, isoft_hook_event *events, size_t count);

/* Remembers what this PHP request has handled, if it ends well. */
void isoft_hook_repeats_rshutdown(void);

/* NULL is allowed. Called when the thread ends. */
void isoft_hook_repeats_free(isoft_hook_handled *handled);

#endif
