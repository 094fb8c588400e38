/*
 * Reply: what came back for a request, or why nothing did. Its owner ends it with isoft_reply_wipe(). No Zend.
 */
#ifndef ISOFT_NET_REPLY_H
#define ISOFT_NET_REPLY_H

#include <stdbool.h>

#include "net/limit_headers.h"
#include "support/buffer.h"

typedef enum {
	ISOFT_REPLY_WHOLE,    /* status and body are all there */
	ISOFT_REPLY_NOT_SENT, /* nothing of the request left this machine */
	ISOFT_REPLY_NONE,     /* sent, at least in part, and no reply: Keap may have acted */
	ISOFT_REPLY_CUT,      /* the reply broke off */
	ISOFT_REPLY_TOO_LARGE /* the reply went over the cap */
} isoft_reply_state;

typedef struct {
	isoft_reply_state state;
	long status;   /* 0: no status line came */
	bool repeated; /* libcurl sent the request twice: a kept connection died under the first */
	bool timed_out;
	bool hopeless; /* not sent, nor would it be next time: a rule of ours or the peer's certificate forbids it */
	char content_type[96]; /* lower case, without parameters; "" for none */
	long retry_after;      /* seconds, a day at most, -1 for none; both forms of the header are understood */
	isoft_limit_headers limits;
	isoft_buffer body;
	char error[256]; /* what went wrong on the wire, for a person: a phrase without a full stop */
} isoft_reply;

/* Fills the reply to a request that was not sent, nor would be next time. */
void isoft_reply_refuse(isoft_reply *reply, const char *why);

void isoft_reply_wipe(isoft_reply *reply);

#endif
