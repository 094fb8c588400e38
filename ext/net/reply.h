/*
 * Reply: what was received for a request, or why nothing was.
 *
 * Ownership: the reply is its caller's, who frees it with isoft_reply_wipe(). No lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_REPLY_H
#define ISOFT_NET_REPLY_H

#include <stdbool.h>

#include "net/limit_headers.h"
#include "net/reply_headers.h"
#include "support/buffer.h"

typedef enum {
	ISOFT_REPLY_WHOLE,    /* status and body are complete */
	ISOFT_REPLY_NOT_SENT, /* no byte of the request left this machine */
	ISOFT_REPLY_NONE,     /* sent, at least in part, and no reply came: Keap may have acted */
	ISOFT_REPLY_CUT,      /* the reply ended early */
	ISOFT_REPLY_TOO_LARGE /* the reply exceeded the cap */
} isoft_reply_state;

typedef struct {
	isoft_reply_state state;
	long status; /* 0: no status line was received */
	int repeats; /* how often libcurl sent the request again, since a kept connection died under it */
	bool timed_out;
	bool unusable;         /* a 2xx whose body the caller cannot use; set by the caller */
	size_t deferred;       /* the reply was given up for lack of memory: so many bytes to expect next time; else 0 */
	bool hopeless;         /* not sent, and another try cannot help: a rule here or the peer's certificate forbids it */
	char content_type[96]; /* lower case, without parameters; "": no such header */
	long retry_after;      /* seconds, 86,400 at most; -1: no such header. Seconds and dates are understood */
	isoft_limit_headers limits;
	isoft_reply_headers headers;
	isoft_buffer body;
	char error[256]; /* what went wrong in the transfer, as a phrase without a full stop; "": nothing */
} isoft_reply;

/* Fills the reply to a request that was not sent and that another try cannot help. */
void isoft_reply_refuse(isoft_reply *reply, const char *why);

/* Wipes and frees the body. */
void isoft_reply_wipe(isoft_reply *reply);

#endif
