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
#include <stddef.h>

#include "net/limit_headers.h"
#include "support/buffer.h"

typedef struct {
	const char *method;         /* upper case */
	const char *url;            /* absolute, encoded */
	const char *const *headers; /* "Name: value", ended by NULL; no CR, no LF */
	const char *body;           /* NULL: none */
	size_t body_length;
	bool repeatable; /* Keap does no harm when it gets this twice */
	bool fresh;      /* on a connection of its own, closed afterwards */
	long connect_timeout_ms;
	long timeout_ms;
	const char *ca_file; /* NULL or "": the system's */
	size_t reply_cap;    /* bytes of the reply's body */
} isoft_request;

typedef enum {
	ISOFT_REPLY_WHOLE,    /* status and body are all there */
	ISOFT_REPLY_NOT_SENT, /* nothing of the request left this machine */
	ISOFT_REPLY_NONE,     /* sent, at least in part, and no reply: Keap may have acted */
	ISOFT_REPLY_CUT,      /* the reply broke off */
	ISOFT_REPLY_TOO_LARGE /* the reply went over the cap */
} isoft_reply_state;

typedef struct {
	isoft_reply_state state;
	long status;   /* 0: no status line came */
	bool repeated; /* libcurl sent the request twice: a kept connection died under the first */
	bool timed_out;
	bool hopeless; /* not sent, nor would it be next time: a rule of ours or the peer's certificate forbids it */
	char content_type[96]; /* lower case, without parameters; "" for none */
	long retry_after;      /* seconds, a day at most, -1 for none; both forms of the header are understood */
	isoft_limit_headers limits;
	isoft_buffer body;
	char error[256]; /* what went wrong on the wire, for a person: a phrase without a full stop */
} isoft_reply;

typedef struct isoft_transport isoft_transport;

/* Once per process, before any thread: libcurl's global state. False: libcurl is unusable. */
bool isoft_transport_startup(void);
void isoft_transport_shutdown(void);

/* NULL where there is no memory: then every request is refused as not sent. */
isoft_transport *isoft_transport_new(void);
void isoft_transport_free(isoft_transport *transport);

/* Performs the request. The reply must be a fresh one; it is filled whatever happens. */
void isoft_transport_perform(isoft_transport *transport, const isoft_request *request, isoft_reply *reply);

/* Makes it the reply to a request that was not sent, nor would be next time. */
void isoft_transport_refuse(isoft_reply *reply, const char *why);

void isoft_reply_wipe(isoft_reply *reply);

#endif
