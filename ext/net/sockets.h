/*
 * Sockets: which ones libcurl has open, so that a forked child can close what it inherited without a word to the peer.
 *
 * libcurl would end an inherited TLS connection politely, and so end the parent's. The struct must stay where it is for
 * as long as the handle lives. Plain memory and system calls only; no Zend.
 */
#ifndef ISOFT_NET_SOCKETS_H
#define ISOFT_NET_SOCKETS_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ISOFT_SOCKETS_MAX = 32 }; /* far more than one handle's kept connections and racing connects */

typedef struct {
	curl_socket_t descriptor;
	uint64_t identity; /* the number may be another file's by the time it is closed */
} isoft_socket;

typedef struct {
	bool loopback_only; /* refuse any other address, whatever a resolver said */
	size_t count;
	isoft_socket open[ISOFT_SOCKETS_MAX];
} isoft_sockets;

/* Makes the handle open and close its sockets through here. */
CURLcode isoft_sockets_watch(isoft_sockets *sockets, CURL *easy);

/* In a forked child: closes the inherited ones; the connections stay the parent's. */
void isoft_sockets_leave(isoft_sockets *sockets);

#endif
