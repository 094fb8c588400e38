/*
 * Wear: when the HTTP/2 connections of a multi should be replaced. libcurl resets a stream although it has read the
 * reply to its end, if the frame that ends the stream comes by itself. nghttp2, and so Node, lets a connection reset
 * 1,000 streams and 33 more each second, and then ends it with an error: what is under way then is in doubt.
 *
 * Below 33 requests a second, and so at Keap's own pace, nothing wears.
 *
 * Ownership: the struct is the caller's and starts as zeros. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_WEAR_H
#define ISOFT_NET_WEAR_H

#include <stdbool.h>
#include <stdint.h>

enum { ISOFT_WEAR_MAX = 900, ISOFT_WEAR_HEALS_PER_S = 30 };

typedef struct {
	int64_t worn;  /* in thousandths of a request */
	int64_t at_ms; /* monotonic; when `worn` was right */
} isoft_wear;

/* Call for each request that begins. */
void isoft_wear_add(isoft_wear *wear, int64_t now_ms);

/* Whether the connections should take no more requests. */
bool isoft_wear_is_out(const isoft_wear *wear);

#endif
