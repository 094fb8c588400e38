/*
 * Seen limits: what Keap's replies said of its limits, for all processes of the machine.
 *
 * A thread keeps what it saw of one credential, and adds it to the shared area at the end of the PHP request, in long
 * requests once a second, and when a reply to another credential comes. Another process sees it then. A killed process
 * loses what it has not added; a forked child leaves it to its parent.
 *
 * Ownership: the thread owns what it keeps. Locks: none. Never throws; bailout: none, but PHP ends the process if there
 * is no memory for it.
 */
#ifndef ISOFT_CLIENT_SEEN_LIMITS_H
#define ISOFT_CLIENT_SEEN_LIMITS_H

#include <stdint.h>

#include "net/limit_headers.h"

typedef struct isoft_seen_limits isoft_seen_limits;

/* Takes the limits of a reply to the credential with this rate key. */
void isoft_seen_limits_note(uint64_t rate_key, const isoft_limit_headers *limits);

void isoft_seen_limits_flush(void);

/*
 * Fills the limits that the last replies to the credential with this rate key stated. Returns when they were seen, in
 * Unix seconds; 0: never.
 */
int64_t isoft_seen_limits_get(uint64_t rate_key, isoft_limit_headers *limits);

/* Frees what a thread keeps that ends; NULL is allowed. */
void isoft_seen_limits_free(isoft_seen_limits *seen);

#endif
