/*
 * Departure: whether anything of a request has left this machine. What never left may be sent again without a thought.
 *
 * In doubt it has left. No Zend.
 */
#ifndef ISOFT_NET_SEND_GUARD_H
#define ISOFT_NET_SEND_GUARD_H

#include <curl/curl.h>
#include <stdbool.h>

/* Whether libcurl asks before each time it writes a request. An older one must be kept from a second time by other
 * means. */
#define ISOFT_SEND_GUARD_HAS_PREREQ (LIBCURL_VERSION_NUM >= 0x075000)

typedef struct {
	CURL *easy;
	bool once;      /* what may have left must not get another turn */
	unsigned turns; /* how often a connection stood and the request was about to be written to it */
} isoft_send_guard;

/* Before the handle runs; the struct must outlive that. */
CURLcode isoft_send_guard_watch(isoft_send_guard *guard, CURL *easy, bool once);

/* Whether libcurl sent it a second time, by itself, since a kept connection died under the first. Older libcurl does
 * not tell. */
bool isoft_send_guard_repeated(const isoft_send_guard *guard);

/* After it ran, with what it said. */
bool isoft_send_guard_sent(const isoft_send_guard *guard, CURL *easy, CURLcode code);

#endif
