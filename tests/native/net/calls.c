#include "calls.h"

#include <signal.h>
#include <string.h>

static const char *const HEADERS[] = {"Authorization: Bearer token", "Content-Type: application/json", NULL};

bool start_up(void)
{
	signal(SIGPIPE, SIG_IGN);
	return isoft_transport_minit();
}

isoft_request request_to(const char *method, const char *url, const char *body, bool repeatable)
{
	return (isoft_request){
		.method = method,
		.url = url,
		.headers = HEADERS,
		.body = body,
		.body_length = body ? strlen(body) : 0,
		.repeatable = repeatable,
		.connect_timeout_ms = 2000,
		.timeout_ms = 10000,
		.reply_cap = 1024 * 1024,
	};
}

isoft_reply perform(isoft_transport *transport, const isoft_request *request)
{
	isoft_reply reply;

	isoft_transport_perform(transport, request, &reply);
	return reply;
}

isoft_reply call(isoft_transport *transport, const char *method, const char *url, const char *body, bool repeatable)
{
	isoft_request request = request_to(method, url, body, repeatable);
	isoft_reply reply = perform(transport, &request);

	isoft_reply_wipe(&reply);
	return reply;
}

bool is_whole(const isoft_reply *reply, long status, const char *body)
{
	return reply->state == ISOFT_REPLY_WHOLE && reply->status == status && reply->error[0] == '\0'
		&& reply->body.length == strlen(body) && (!*body || strcmp(reply->body.data, body) == 0);
}

bool arrived(const peer *peer, int number, const char *text)
{
	return strstr(peer->seen->request[number], text) != NULL;
}
