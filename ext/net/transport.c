#include "net/transport.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "net/connection.h"
#include "net/sockets.h"
#include "net/transfer.h"
#include "net/url_rules.h"
#include "support/fork.h"

struct isoft_transport {
	CURL *easy;     /* made when first needed, then kept: its connections are */
	unsigned forks; /* when it was made */
	isoft_sockets sockets;
};

bool isoft_transport_minit(void)
{
	isoft_fork_watch();
	return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

void isoft_transport_mshutdown(void)
{
	curl_global_cleanup(); /* counted: whoever else uses libcurl keeps it */
}

isoft_transport *isoft_transport_new(void)
{
	return calloc(1, sizeof(isoft_transport));
}

/*
 * An inherited handle is given up, not cleaned up: that would say good-bye on the parent's connections. It stays
 * reachable, one given-up handle through the next, so that a real leak stands out.
 */
static void leave_inherited(isoft_transport *transport)
{
	static CURL *given_up;

	if (transport->easy && transport->forks != isoft_fork_count()) {
		isoft_sockets_leave(&transport->sockets);
		curl_easy_setopt(transport->easy, CURLOPT_PRIVATE, given_up);
		given_up = transport->easy;
		transport->easy = NULL;
	}
}

void isoft_transport_free(isoft_transport *transport)
{
	if (!transport) {
		return;
	}
	leave_inherited(transport);
	curl_easy_cleanup(transport->easy);
	free(transport);
}

static CURL *handle_of(isoft_transport *transport)
{
	leave_inherited(transport);
	if (!transport->easy) {
		transport->easy = curl_easy_init();
		transport->forks = isoft_fork_count();
	}
	return transport->easy;
}

void isoft_transport_perform(isoft_transport *transport, const isoft_request *request, isoft_reply *reply)
{
	isoft_transfer transfer;
	isoft_url_rules rules;
	const char *wrong = isoft_url_rules_check(request->url, &rules);
	CURL *easy;

	memset(reply, 0, sizeof(*reply));
	isoft_buffer_init(&reply->body, request->reply_cap);
	isoft_transfer_init(&transfer, request, reply);
	easy = wrong || !transport ? NULL : handle_of(transport);
	if (!easy) {
		isoft_reply_refuse(reply, wrong ? wrong : "libcurl gave no handle");
		return;
	}
	transport->sockets.loopback_only = rules.plain;
	if (isoft_sockets_watch(&transport->sockets, easy) || !isoft_connection_set(easy, request, &rules)) {
		isoft_reply_refuse(reply, "This libcurl cannot make a connection that is safe enough");
	} else if (!isoft_transfer_attach(&transfer, easy)) {
		isoft_reply_refuse(reply, "The request has too many headers, or one that is not a single line");
	} else {
		isoft_transfer_finish(&transfer, easy, curl_easy_perform(easy));
	}
	curl_easy_reset(easy); /* keeps the connections, drops every pointer into this call */
}
