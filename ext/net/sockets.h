/*
 * Sockets: records the sockets that libcurl has open, so that a kept connection can be looked at before it is used, and
 * so that a forked child can close the inherited ones without sending anything to the peer. (libcurl would end an
 * inherited TLS connection with a message, and so end the parent's too.)
 *
 * Ownership: the struct is the caller's, starts as zeros, and must stay in place as long as the libcurl handle lives.
 * Plain memory and system calls only. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_SOCKETS_H
#define ISOFT_NET_SOCKETS_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "support/attributes.h"

enum { ISOFT_SOCKETS_MAX = 32 }; /* far more than the kept connections and parallel connects of one handle */

typedef struct {
	curl_socket_t descriptor;
	uint64_t identity; /* when the entry is used, the descriptor may belong to another file */
} isoft_socket;

typedef struct {
	bool loopback_only; /* refuse any other address, whatever a resolver returned */
	size_t count;
	isoft_socket open[ISOFT_SOCKETS_MAX];
} isoft_sockets;

/* Makes the handle open and close its sockets through this struct. Returns a libcurl error if the handle refuses. */
ISOFT_MUST_CHECK CURLcode isoft_sockets_watch(isoft_sockets *sockets, CURL *easy);

/*
 * Whether the peer has closed one of the open sockets, or it failed. Makes one system call, and none if no socket is
 * open. libcurl alone does not notice in time: some versions look once a second at most, some take the last message of
 * TLS for life.
 */
bool isoft_sockets_has_ended(const isoft_sockets *sockets);

/* Call in a forked child: closes the inherited sockets there. The connections of the parent are not affected. */
void isoft_sockets_leave(isoft_sockets *sockets);

#endif
