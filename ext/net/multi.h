/*
 * Multi: many requests at once, over one HTTP/2 connection, or a few connections where the server has HTTP/1.1 only.
 *
 * Promises: those of net/transport. A request's time does not run while nobody pumps, nor while it waits for a
 * connection that others have. Nothing happens but in a pump: no thread, no signal, no callback into the caller.
 *
 * Ownership: a multi belongs to one thread. A flight is one request under way; who began it ends it. The request and
 * what it points to is borrowed until then; the reply is the flight's until it is taken.
 */
#ifndef ISOFT_NET_MULTI_H
#define ISOFT_NET_MULTI_H

#include <stdbool.h>
#include <stdint.h>

#include "net/reply.h"
#include "net/request.h"

typedef struct isoft_multi isoft_multi;
typedef struct isoft_flight isoft_flight;

/* NULL where there is no memory. */
isoft_multi *isoft_multi_new(void);

/* Abandons what is under way; its flights are gone then. */
void isoft_multi_free(isoft_multi *multi);

/* Abandons what is under way, if anything, and the connections with it. */
void isoft_multi_abandon(isoft_multi *multi);

/* Makes the request ready to leave with the next pump. NULL: refused, and the reply, a fresh one, says why. */
isoft_flight *isoft_multi_begin(isoft_multi *multi, const isoft_request *request, isoft_reply *reply);

/* Whether there are requests and none has a connection yet. Who waits until that is over does not crowd behind the
 * first. */
bool isoft_multi_is_opening(const isoft_multi *multi);

/* Sends what was begun since the last pump. */
void isoft_multi_send(isoft_multi *multi);

/* Sends and receives what can be; where nothing landed, waits for that, at most so long. */
void isoft_multi_pump(isoft_multi *multi, int64_t wait_ms);

/* Whether there is a reply to take, good or bad. */
bool isoft_flight_landed(const isoft_flight *flight);

/* Ends a flight. Its reply moves into `reply`, or is wiped where that is NULL; one that has not landed is abandoned,
 * and with the last one its connection. */
void isoft_flight_free(isoft_flight *flight, isoft_reply *reply);

#endif
