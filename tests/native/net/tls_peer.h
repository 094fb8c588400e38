/*
 * TLS peer: tls-peer.mjs under node, for the tests of the transport.
 */
#ifndef TESTS_NET_TLS_PEER_H
#define TESTS_NET_TLS_PEER_H

#include <stdbool.h>
#include <sys/types.h>

typedef struct {
	pid_t process;
	int lifeline; /* its standard input: it ends when this closes */
	char url[64]; /* https://host:port */
} tls_peer;

/* Arguments as tls-peer.mjs takes them, from its own path to NULL. False where there is no node. */
bool tls_peer_start(tls_peer *peer, const char *host, const char *const arguments[]);
void tls_peer_stop(tls_peer *peer);

#endif
