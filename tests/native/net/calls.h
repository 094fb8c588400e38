/*
 * Calls: requests with everything at a sensible default, and what is said of the replies.
 */
#ifndef TESTS_NET_CALLS_H
#define TESTS_NET_CALLS_H

#include "net/transport.h"
#include "peer.h"

enum { REPEATABLE = 1, ONCE = 0 };

/* The transport's startup, in a process that ignores SIGPIPE as PHP's do. */
bool start_up(void);

isoft_request request_to(const char *method, const char *url, const char *body, bool repeatable);

/* Performs and returns the reply, to be wiped. */
isoft_reply perform(isoft_transport *transport, const isoft_request *request);

/* The same, and wiped: for those who look at the state, the status and the error alone. */
isoft_reply call(isoft_transport *transport, const char *method, const char *url, const char *body, bool repeatable);

/* Is the reply whole, with this status and this body? */
bool is_whole(const isoft_reply *reply, long status, const char *body);

/* Does the peer's request of this number (from 0) hold the text? */
bool arrived(const peer *peer, int number, const char *text);

#define STEPS(steps) (steps), sizeof(steps) / sizeof((steps)[0])

#endif
