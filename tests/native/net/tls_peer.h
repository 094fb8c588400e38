/*
 * TLS peer: runs tls-peer.mjs under node, for the tests of the transport.
 */
#ifndef TESTS_NET_TLS_PEER_H
#define TESTS_NET_TLS_PEER_H

#include <stdbool.h>
#include <sys/types.h>

typedef struct {
	pid_t process;
	int lifeline; /* the peer's standard input: the peer ends when it closes */
	char url[64]; /* https://host:port */
} tls_peer;

/* The arguments are the path of tls-peer.mjs and its own, ending with NULL. Returns false if it cannot start. */
bool tls_peer_start(tls_peer *peer, const char *host, const char *const arguments[]);
void tls_peer_stop(tls_peer *peer);

#endif
