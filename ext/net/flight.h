/*
 * Flight: one request under way in a multi: its libcurl handle, what libcurl's debug text says of its HTTP/2 stream,
 * and how it begins again. Internal to net/multi, which says what a flight promises.
 *
 * Ownership: the struct is net/multi's and lies in its list while it is under way. The handle points into it. No lock,
 * no Zend, neither here nor in the callbacks: never bails out.
 */
#ifndef ISOFT_NET_FLIGHT_H
#define ISOFT_NET_FLIGHT_H

#include <curl/curl.h>
#include <stdbool.h>

#include "net/sockets.h"
#include "net/transfer.h"
#include "net/url_rules.h"
#include "support/attributes.h"

struct isoft_multi;
struct isoft_flight_list;

/* isoft_flight of net/multi.h */
struct isoft_flight {
	struct isoft_multi *multi;         /* NULL: landed, or abandoned */
	struct isoft_flight *next, **link; /* among the multi's flights, or among those that have landed */
	struct isoft_flight *const *all; /* the multi's: what the server says of a connection concerns all flights on it */
	CURL *easy;
	bool started;      /* added to libcurl's handle; the timeout runs from then on */
	bool fell_back;    /* from the system's directory of authorities to its bundle */
	unsigned refusals; /* in a row: rounds of libcurl that ended so, without a reply to any flight between them */
	uint64_t replies;  /* to all flights of the multi, at the last refusal */
	isoft_request request;
	isoft_transfer transfer;
	isoft_reply reply;
	struct isoft_flight_list *landed_in; /* NULL: it has not landed */
};

/* Sets all options of the handle. Returns NULL, or why the request is refused. */
ISOFT_MUST_CHECK const char *isoft_flight_prepare(
	struct isoft_flight *flight, isoft_sockets *sockets, const isoft_url_rules *rules);

/* Gives the flight so much more time. */
void isoft_flight_postpone_timeout(struct isoft_flight *flight, long milliseconds);

/*
 * Call when the transfer ended with `code`. `replies`: how many flights of the multi have got one so far. Returns true
 * if the handle was set for another transfer, which the caller begins.
 */
ISOFT_MUST_CHECK bool isoft_flight_begins_again(struct isoft_flight *flight, CURLcode code, uint64_t replies);

#endif
