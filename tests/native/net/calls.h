/*
 * Calls: makes requests with defaults, and checks the replies.
 */
#ifndef TESTS_NET_CALLS_H
#define TESTS_NET_CALLS_H

#include "net/transport.h"
#include "peer.h"

enum { REPEATABLE = 1, ONCE = 0 };

/* Starts the transport, and ignores SIGPIPE as PHP does. */
bool start_up(void);

isoft_request request_to(const char *method, const char *url, const char *body, bool repeatable);

/* Performs the request and returns the reply, which the caller wipes. */
isoft_reply perform(isoft_transport *transport, const isoft_request *request);

/* The same, with the body wiped: for tests of the state, the status and the error. */
isoft_reply call(isoft_transport *transport, const char *method, const char *url, const char *body, bool repeatable);

/* Whether the reply is whole, with this status and body. */
bool is_whole(const isoft_reply *reply, long status, const char *body);

/* Whether the peer's request of this number (from 0) contains the text. */
bool arrived(const peer *peer, int number, const char *text);

#define STEPS(steps) (steps), sizeof(steps) / sizeof((steps)[0])

#endif
