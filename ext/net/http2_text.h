/*
 * HTTP/2 text: recognises the few lines of libcurl's debug text that tell what became of a request's stream. No result
 * and no CURLINFO of libcurl tells a request that the server did not take from one whose connection died.
 *
 *   what it tells                              libcurl     the line
 *   the request is on this stream              7.88-8.1    Using Stream ID: N (easy handle ...
 *                                              8.2         Using Stream ID: N
 *                                              8.3-        [HTTP/2] [N] OPENED stream for ...
 *   the server takes no stream beyond N        7.88        recveived GOAWAY, error=0, last_stream=N
 *                                              8.0-        received GOAWAY, error=0, last_stream=N
 *   the server did not take stream N           8.19-       HTTP/2 stream N refused by server...
 *   the request leaves its connection          7.88-       Connection died, retrying a fresh connect...
 *
 * Promises: only a line that begins with exactly these words, and ends where they do, counts; all others are OTHER. So
 * a text that a later version changes tells nothing. A line is compared and not kept: some lines show the request's
 * headers, and so the bearer token.
 *
 * Not used on purpose: a GOAWAY with an error, because a server in trouble may have processed streams beyond the last
 * one that it names (nghttp2 does when it has met too many resets); and "REFUSED_STREAM, retrying a fresh connect",
 * because libcurl 7.88 may say it of a request whose connection died, if an earlier stream of that request was refused.
 *
 * Ownership: nothing is kept. Pure functions but for libcurl's version. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_HTTP2_TEXT_H
#define ISOFT_NET_HTTP2_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
	ISOFT_HTTP2_OTHER,
	ISOFT_HTTP2_OPENED,  /* `stream`: the request's own */
	ISOFT_HTTP2_GOAWAY,  /* `stream`: the last one that the server may have processed */
	ISOFT_HTTP2_REFUSED, /* `stream`: the one that the server has not processed */
	ISOFT_HTTP2_LEFT
} isoft_http2_event;

typedef struct {
	isoft_http2_event event;
	uint32_t stream; /* 0: the line names none */
} isoft_http2_line;

/* The text need not end with a NUL. */
isoft_http2_line isoft_http2_text_read(const char *text, size_t length);

/*
 * Whether the libcurl in use says these lines, and asks before it sends a request again (CURLOPT_PREREQFUNCTION). If
 * not, a request that must not be sent twice is not safe on HTTP/2: each GOAWAY would lose some. libcurl 7.80 to 7.87
 * ask, but do not report a GOAWAY.
 */
bool isoft_http2_text_is_told(void);

#endif
