/*
 * Peer: what the exchange helper talks to in a native test: a token endpoint that the test plays itself, and the
 * process that waits for the outcome.
 *
 * Whatever is missing ends the program as failed. Ownership: the caller closes a connection by answering it. No lock.
 */
#ifndef TESTS_AUTH_PEER_H
#define TESTS_AUTH_PEER_H

#include <stdbool.h>

#include "auth/helper_start.h"

enum { PEER_SECONDS_MAX = 30, PEER_REQUEST_SIZE = 4096 };

/* Of the token endpoint. */
extern char peer_url[64];

/* Ends the program: what the tests stand on is missing. */
void peer_need(bool holds, const char *what);

/* Listens on a free port of the loopback. */
void peer_listen(void);

/* Returns whether a request waits to be accepted. */
bool peer_has_request(void);

/* Returns the connection of the next request, which has arrived whole. */
int peer_next_request(char text[PEER_REQUEST_SIZE]);

void peer_answer(int connection, const char *status, const char *body);

/* Waits for the helper's outcome and its end. Returns whether it gave one. */
bool peer_take_outcome(isoft_helper *helper, isoft_helper_outcome *outcome);

#endif
