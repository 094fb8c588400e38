/*
 * Reply head: the status line and the headers of a reply, line by line, into what the rest of us wants of them.
 *
 * Capped in lines and in bytes over everything that comes as a header, interim (1xx) replies and trailers included.
 * No Zend, no allocation; any input is safe.
 */
#ifndef ISOFT_NET_REPLY_HEAD_H
#define ISOFT_NET_REPLY_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "net/reply.h"

typedef struct {
	isoft_reply *reply;
	bool whole;   /* the blank line after the last header came */
	bool flooded; /* there were more headers than we take */
	size_t lines;
	size_t bytes;
} isoft_reply_head;

void isoft_reply_head_init(isoft_reply_head *head, isoft_reply *reply);

/* Takes one line as it came, line end included; false where that is one too many. */
bool isoft_reply_head_line(isoft_reply_head *head, const char *line, size_t length);

#endif
