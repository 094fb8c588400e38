/*
 * Wait: how a call waits for a reply, for an instant, or for a connection.
 *
 * Outside a batch the functions below block. In a fiber that a batch runs they suspend the fiber, and the batch resumes
 * it when what it waits for has come. Each returns false where that never happens, because the fiber is being destroyed
 * or somebody threw into it: an exception is set then, and the caller must not throw another over it.
 */
#ifndef ISOFT_CLIENT_WAIT_H
#define ISOFT_CLIENT_WAIT_H

#include "php.h"

#include "net/multi.h"
#include "net/reply.h"
#include "net/request.h"

typedef struct isoft_wait isoft_wait;

/* A fiber whose calls suspend it. The batch owns it and sets ISOFT_G(waiter) while the fiber runs. */
typedef struct isoft_waiter {
	zend_object *fiber; /* NULL: finished */
	unsigned forks;     /* isoft_fork_count() when it was made */
	isoft_wait *wait;   /* what a call suspended the fiber for; NULL: no call did */
} isoft_waiter;

/* The time in nanoseconds until the fiber can go on: 0 if it can now, INT64_MAX if that depends on the network. */
int64_t isoft_waiter_idle_ns(const isoft_waiter *waiter, int64_t now);

/* The waiter is about to be freed, and its fiber may live on: the call that waits in it must not touch the waiter any
 * more. */
void isoft_waiter_detach(isoft_waiter *waiter);

/* The connections that the fibers of this thread share. */
isoft_multi *isoft_multi_of_thread(void);

/* Sends the request and waits for the reply. */
bool isoft_wait_for_reply(const isoft_request *request, isoft_reply *reply);

/* Waits for so long. */
bool isoft_wait_ns(int64_t nanoseconds);

/* In a batch: waits while another call opens the connection, and says whether it did. Outside a batch it never waits.
 */
bool isoft_wait_for_connection(bool *waited);

/* Whether the functions above suspend a fiber here. */
bool isoft_wait_suspends(void);

#endif
