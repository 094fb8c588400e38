/*
 * Peer: a scripted server on loopback for the tests of the transport, in processes of its own.
 *
 * The steps are used in order, one for each request or, if the step reads nothing, for each connection. After the last
 * step each request gets 200 and "fine". What arrived can be read at any time, in shared memory.
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
	PEER_READ_NOTHING /* act as soon as there is a connection, or after the last request */
} peer_reads;

typedef enum {
	PEER_KEEP,  /* wait for the next request */
	PEER_CLOSE, /* in an orderly way, at once */
	PEER_RESET,
	PEER_STALL, /* send nothing more until the client closes */
	PEER_DRIP,  /* then one byte each 50 ms until the client closes */
	PEER_FLOOD  /* then the last line of the reply over and over until the client closes */
} peer_ends;

typedef struct {
	peer_reads reads;
	const char *reply; /* NULL: none */
	peer_ends ends;
} peer_step;

enum { PEER_REQUESTS_KEPT = 16, PEER_REQUEST_KEPT = 4096 };

typedef struct {
	atomic_int accepts;
	atomic_int requests; /* whose head arrived whole */
	atomic_int bodies;   /* that arrived whole */
	atomic_int steps;
	char request[PEER_REQUESTS_KEPT][PEER_REQUEST_KEPT]; /* head and the beginning of the body */
} peer_seen;

typedef struct {
	int port;
	pid_t process;
	int lifeline; /* the peer ends when this closes, so it ends with the test in any case */
	peer_seen *seen;
	char url[64]; /* http://127.0.0.1:port/ */
} peer;

peer peer_start(const peer_step *steps, size_t count);
/* Accepts no more connections; open ones are served further. */
void peer_leave(peer *peer);

void peer_stop(peer *peer);

/* Returns a port on loopback on which no process listens. */
int peer_free_port(void);

#endif
