/*
 * Transport: sends one request and receives its reply, over one connection that is kept for the life of the thread.
 *
 * Promises: peer and host are always verified; TLS 1.2 at least; no redirect is followed; plain http goes to loopback
 * only, and never through a proxy. Headers and body of the reply are capped. A request that is not repeatable leaves
 * this machine at most once: where libcurl would silently send it again on a new connection, the call fails instead.
 *
 * Ownership: a transport belongs to one thread. The strings of a request are borrowed for the call and not copied;
 * libcurl's own request buffer is not wiped. The caller frees the reply with isoft_reply_wipe(). After a fork the child
 * gives up the inherited connection, and the parent keeps it.
 *
 * While it waits for the network it asks the request whether it is interrupted: at once after a signal to this thread,
 * and each 100 ms. An interrupted transfer is abandoned, and its connection closed.
 *
 * No lock, no Zend, neither here nor in the callbacks: never bails out.
 */
#ifndef ISOFT_NET_TRANSPORT_H
#define ISOFT_NET_TRANSPORT_H

#include <stdbool.h>

#include "net/reply.h"
#include "net/request.h"
#include "support/attributes.h"

typedef struct isoft_transport isoft_transport;

/* Initialises libcurl. Call once per process, before there is a second thread. Returns false if libcurl is unusable. */
ISOFT_MUST_CHECK bool isoft_transport_minit(void);
void isoft_transport_mshutdown(void);

/* Returns NULL if memory is out; isoft_transport_perform() then refuses each request as not sent. */
ISOFT_MUST_CHECK isoft_transport *isoft_transport_new(void);

/* NULL is allowed. */
void isoft_transport_free(isoft_transport *transport);

/* Performs the request and fills the reply in any case. What the reply held before is overwritten, not freed. */
void isoft_transport_perform(isoft_transport *transport, const isoft_request *request, isoft_reply *reply);

#endif
