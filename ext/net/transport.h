/*
 * Transport: one request, one reply, over one connection that is kept for the life of the thread.
 *
 * Promises: peer and host are always verified, TLS 1.2 at least, no redirect is followed, http only to loopback and
 * then never through a proxy. The reply is capped, headers and body. A request that is not repeatable leaves this
 * machine at most once: what libcurl would silently send again on a connection that died is an error here. After a fork
 * the inherited connection is left to the parent. No Zend call is made here, neither in a callback nor elsewhere:
 * nothing here can bail out.
 *
 * Ownership: a transport belongs to one thread. Strings in a request are borrowed for the call and not copied, so there
 * is nothing of them to wipe; libcurl's own request buffer is not ours to wipe. A reply's owner ends it with
 * isoft_reply_wipe().
 */
#ifndef ISOFT_NET_TRANSPORT_H
#define ISOFT_NET_TRANSPORT_H

#include <stdbool.h>

#include "net/reply.h"
#include "net/request.h"

typedef struct isoft_transport isoft_transport;

/* Once per process, before any thread: libcurl's global state. False: libcurl is unusable. */
bool isoft_transport_minit(void);
void isoft_transport_mshutdown(void);

/* NULL where there is no memory: then every request is refused as not sent. */
isoft_transport *isoft_transport_new(void);
void isoft_transport_free(isoft_transport *transport);

/* Performs the request. The reply must be a fresh one; it is filled whatever happens. */
void isoft_transport_perform(isoft_transport *transport, const isoft_request *request, isoft_reply *reply);

#endif
