/*
 * Peer: a scripted server on loopback for the tests of the transport, in processes of its own.
 *
 * The steps are used up in order, one for each request or, where the step says so, for each connection; after the
 * last, every request is answered with 200 and "fine". What arrived can be read at any time.
 */
#ifndef TESTS_NET_PEER_H
#define TESTS_NET_PEER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

typedef enum {
	PEER_READ_ALL,    /* the request with its body */
	PEER_READ_HEAD,   /* up to the blank line */
	PEER_READ_NOTHING /* act as soon as the connection stands, or where the last request ended */
} peer_reads;

typedef enum {
	PEER_KEEP,  /* wait for the next request */
	PEER_CLOSE, /* in an orderly way, at once */
	PEER_RESET,
	PEER_STALL, /* say no more until the client goes */
	PEER_DRIP,  /* then one byte of the reply each 50 ms, for ever */
	PEER_FLOOD  /* the last line of the reply over and over, until the client goes */
} peer_ends;

typedef struct {
	peer_reads reads;
	const char *reply; /* NULL: none */
	peer_ends ends;
} peer_step;

enum { PEER_REQUESTS_KEPT = 16, PEER_REQUEST_KEPT = 4096 };

typedef struct {
	atomic_int accepts;
	atomic_int requests; /* whose head came in whole */
	atomic_int bodies;   /* that came in whole */
	atomic_int steps;
	char request[PEER_REQUESTS_KEPT][PEER_REQUEST_KEPT]; /* head and the beginning of the body */
} peer_seen;

typedef struct {
	int port;
	pid_t process;
	int lifeline; /* the peer ends when its other end closes: however the test ends, nothing is left running */
	peer_seen *seen;
	char url[64]; /* http://127.0.0.1:port/ */
} peer;

peer peer_start(const peer_step *steps, size_t count);
/* Takes no more connections; those that stand are served on. */
void peer_leave(peer *peer);

void peer_stop(peer *peer);

/* A port on loopback where nobody listens. */
int peer_free_port(void);

#endif
