/*
 * Departure: whether anything of a request has left this machine. What never left may be sent again without a thought.
 *
 * In doubt it has left. No Zend.
 */
#ifndef ISOFT_NET_SEND_GUARD_H
#define ISOFT_NET_SEND_GUARD_H

#include <curl/curl.h>
#include <stdbool.h>

/* Whether libcurl asks before each time it writes a request. An older one must be kept from a second time by other means. */
#define ISOFT_DEPARTURE_IS_ASKED (LIBCURL_VERSION_NUM >= 0x075000)

typedef struct {
	CURL *easy;
	bool once;      /* what may have left must not get another turn */
	unsigned turns; /* how often a connection stood and the request was about to be written to it */
} isoft_departure;

/* Before the handle runs; the struct must outlive that. */
CURLcode isoft_departure_watch(isoft_departure *departure, CURL *easy, bool once);

/* Whether libcurl sent it a second time, by itself, since a kept connection died under the first. Older libcurl does not tell. */
bool isoft_departure_repeated(const isoft_departure *departure);

/* After it ran, with what it said. */
bool isoft_departure_happened(const isoft_departure *departure, CURL *easy, CURLcode code);

#endif
