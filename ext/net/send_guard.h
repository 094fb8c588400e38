/*
 * Send guard: records whether any byte of a request has left this machine. A request that never left can be sent again
 * safely. In doubt the answer is that it left.
 *
 * A request on HTTP/2 that the server says it did not take counts as never sent, and may get a further turn. Who hears
 * that tells the guard (isoft_send_guard_refuse() and others): net/flight does. Without that nothing counts as refused.
 *
 * libcurl 7.80 and newer calls back before each write of a request (CURLOPT_PREREQFUNCTION): the guard counts these
 * turns, and refuses the second turn of a request that must not be sent twice. libcurl before 7.80 cannot be stopped
 * there: net/connection and net/transfer prevent the second turn by other means.
 * To test that code with any libcurl: VARIANT=no-prereq tests/suites/phpt net, and, for the native tests,
 * EXTRA_CFLAGS=-DISOFT_WITHOUT_PREREQ tests/suites/native net.
 *
 * Ownership: the caller's struct; the libcurl handle points to it until the handle is reset. No lock, no Zend: never
 * bails out.
 */
#ifndef ISOFT_NET_SEND_GUARD_H
#define ISOFT_NET_SEND_GUARD_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stdint.h>

#include "support/attributes.h"

#if LIBCURL_VERSION_NUM >= 0x075000 && !defined(ISOFT_WITHOUT_PREREQ)
#define ISOFT_SEND_GUARD_HAS_PREREQ 1
#else
#define ISOFT_SEND_GUARD_HAS_PREREQ 0
#endif

/* A connection among those that are open at the same time: another may get the same port later. */
typedef struct {
	int port; /* on this machine; 0: no connection */
	int peer_port;
	char peer[64];
} isoft_send_place;

typedef struct {
	CURL *easy;
	bool once;              /* refuse a second turn if the first may have sent something */
	unsigned turns;         /* how often a connection was ready and the request was about to be written to it */
	int repeats;            /* turns after one that wrote something */
	long bytes;             /* written before the last turn */
	bool refused;           /* the server did not take the request in the last turn */
	long void_bytes;        /* of `bytes`, those of turns that were refused */
	uint32_t stream;        /* of HTTP/2, in the last turn; 0: unknown */
	isoft_send_place place; /* where that stream is */
} isoft_send_guard;

/* Call before the handle runs. The struct must outlive the transfer. Returns a libcurl error if it is not watched. */
ISOFT_MUST_CHECK CURLcode isoft_send_guard_watch(isoft_send_guard *guard, CURL *easy, bool once);

/*
 * Whether a connection was ready for the request and it was about to be written; before 7.80: whether it was written
 * without an error. May be called while the handle runs.
 */
bool isoft_send_guard_had_turn(const isoft_send_guard *guard, CURL *easy);

/* How often libcurl sent the request again by itself, because a kept connection died under it. Before 7.80: 0. */
int isoft_send_guard_repeats(const isoft_send_guard *guard);

/* The request is on this stream of the connection of its last turn. */
void isoft_send_guard_open(isoft_send_guard *guard, uint32_t stream);

/* The server did not take this stream. Ignored unless it is the one of the last turn. */
void isoft_send_guard_refuse(isoft_send_guard *guard, uint32_t stream);

/* The server takes no stream beyond `last` on this connection. Ignored unless the request is there. */
void isoft_send_guard_refuse_beyond(isoft_send_guard *guard, const isoft_send_place *place, uint32_t last);

/* The request has left its connection: what is said of a connection from now on does not concern it. */
void isoft_send_guard_leave(isoft_send_guard *guard);

/* Call before the same request runs on its handle again, after it was refused. */
void isoft_send_guard_begin_again(isoft_send_guard *guard);

/* Call after the handle ran, with its result. Returns whether any byte of the request may have left this machine. */
bool isoft_send_guard_sent(const isoft_send_guard *guard, CURL *easy, CURLcode code);

#endif
