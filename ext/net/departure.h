/*
 * Departure: whether anything of a request has left this machine. What never left may be sent again without a thought.
 *
 * In doubt it has left. No Zend.
 */
#ifndef ISOFT_NET_DEPARTURE_H
#define ISOFT_NET_DEPARTURE_H

#include <curl/curl.h>
#include <stdbool.h>

typedef struct {
	unsigned turns; /* how often a connection stood and the request was about to be written to it */
} isoft_departure;

/* Before the handle runs; the struct must outlive that. */
CURLcode isoft_departure_watch(isoft_departure *departure, CURL *easy);

/* Whether libcurl sent it a second time, by itself, since a kept connection died under the first. Older libcurl does not tell. */
bool isoft_departure_repeated(const isoft_departure *departure);

/* After it ran, with what it said. */
bool isoft_departure_happened(const isoft_departure *departure, CURL *easy, CURLcode code);

#endif
