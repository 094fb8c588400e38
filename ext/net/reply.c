#include "net/reply.h"

#include <stdio.h>

void isoft_reply_refuse(isoft_reply *reply, const char *why)
{
	reply->state = ISOFT_REPLY_NOT_SENT;
	reply->hopeless = true;
	snprintf(reply->error, sizeof(reply->error), "%s", why);
}

void isoft_reply_wipe(isoft_reply *reply)
{
	isoft_buffer_wipe(&reply->body);
}
