/*
 * Reply head: parses the status line and the headers of a reply, line by line, into the reply. Any input is safe.
 *
 * All header lines together are capped in number and in bytes, interim (1xx) replies and trailers included.
 *
 * Ownership: the reply is borrowed and must outlive the struct; nothing is allocated. No lock, no Zend: never bails
 * out.
 */
#ifndef ISOFT_NET_REPLY_HEAD_H
#define ISOFT_NET_REPLY_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "net/reply.h"
#include "support/attributes.h"

typedef struct {
	isoft_reply *reply;
	bool whole;   /* the blank line after the last header was received */
	bool flooded; /* a cap was exceeded */
	size_t lines;
	size_t bytes;
} isoft_reply_head;

void isoft_reply_head_init(isoft_reply_head *head, isoft_reply *reply);

/* Takes one line as received, with its line end. Returns false if the line exceeds a cap: abort the transfer then. */
ISOFT_MUST_CHECK bool isoft_reply_head_line(isoft_reply_head *head, const char *line, size_t length);

#endif
