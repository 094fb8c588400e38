/*
 * Multi: sends many requests at once, over one HTTP/2 connection, or over a few if the server speaks HTTP/1.1 only.
 *
 * Promises: those of net/transport. The bodies of all replies together take no more memory than net/body_budget allows.
 * The timeout of a request does not run while no pump runs, nor while the request waits for a connection that other
 * requests use or for room for its reply. Data moves in isoft_multi_pump() and isoft_multi_send() only: there is no
 * thread, no signal, and no callback into the caller.
 *
 * HTTP/2: a server may end a connection at any time and say up to which stream it processed the requests (GOAWAY), or
 * refuse one stream (REFUSED_STREAM). A request that it did not take counts as never sent, also one that must not be
 * sent twice, and is sent again at once, without a slot of its own: as long as other requests get replies meanwhile,
 * and within its timeout. If none does, it lands as not sent after some 20 refusals; net/retry then counts one try.
 * libcurl tells of that in its debug text only, so this holds as far as net/http2_text.h knows the text. Before libcurl
 * 7.88 the text is silent: there the multi speaks HTTP/1.1. A REFUSED_STREAM without a GOAWAY is told since 8.19 only:
 * before, such a request counts as sent, and so does one behind a GOAWAY with an error.
 *
 * Ownership: a multi belongs to one thread. A flight is one request under way, or landed; its creator frees it, unless
 * isoft_multi_abandon() or isoft_multi_free() has. The request and everything it points to is borrowed until then; the
 * reply belongs to the flight until isoft_flight_free() moves it to the caller. After a fork the child gives up the
 * inherited connections, and the parent keeps them.
 *
 * No lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_MULTI_H
#define ISOFT_NET_MULTI_H

#include <stdbool.h>
#include <stdint.h>

#include "net/reply.h"
#include "net/request.h"
#include "support/attributes.h"

typedef struct isoft_multi isoft_multi;
typedef struct isoft_flight isoft_flight;

/* Returns NULL if memory is out. */
ISOFT_MUST_CHECK isoft_multi *isoft_multi_new(void);

/* Frees the multi and its flights. NULL is allowed. */
void isoft_multi_free(isoft_multi *multi);

/* Frees all flights and, if any had not landed, closes the connections. NULL is allowed. */
void isoft_multi_abandon(isoft_multi *multi);

/* Makes the request ready for the next pump. Returns NULL if it is refused; `reply`, an unused one, then says why. */
ISOFT_MUST_CHECK isoft_flight *isoft_multi_begin(isoft_multi *multi, const isoft_request *request, isoft_reply *reply);

/*
 * Whether there are requests and no connection is ready for them yet. Do not begin more until this is false: they can
 * then share the connection that the first request opens. NULL is allowed.
 */
bool isoft_multi_is_opening(const isoft_multi *multi);

/* Sends the requests begun since the last pump, without waiting. NULL is allowed. */
void isoft_multi_send(isoft_multi *multi);

/*
 * Sends and receives what is possible now. If no flight lands, waits for network activity for at most `wait_ms`, and
 * less if a signal arrives.
 */
void isoft_multi_pump(isoft_multi *multi, int64_t wait_ms);

/* Whether the flight is over, with a reply or with a reason why there is none. */
bool isoft_flight_landed(const isoft_flight *flight);

/*
 * Frees a flight. Its reply moves to `reply`, or is wiped if that is NULL. A flight that has not landed is abandoned;
 * if it was the last one, its connection is closed, so that the server notices.
 */
void isoft_flight_free(isoft_flight *flight, isoft_reply *reply);

#endif
