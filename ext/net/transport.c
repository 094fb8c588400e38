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
	CURL *easy;     /* made when first needed, and kept: it holds the connection */
	unsigned forks; /* fork count when `easy` was made */
	isoft_sockets sockets;
};

bool isoft_transport_minit(void)
{
	isoft_fork_watch();
	return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

void isoft_transport_mshutdown(void)
{
	curl_global_cleanup(); /* libcurl counts: other users in the process are not affected */
}

isoft_transport *isoft_transport_new(void)
{
	return calloc(1, sizeof(isoft_transport));
}

/*
 * In a forked child: gives up the inherited handle. Cleaning it up would send a close message on the parent's
 * connection. The handles that were given up are chained, and so stay reachable for leak checkers.
 */
static void transport_leave_inherited(isoft_transport *transport)
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
	transport_leave_inherited(transport);
	curl_easy_cleanup(transport->easy);
	free(transport);
}

/* Returns NULL if libcurl cannot create the handle. */
static CURL *transport_handle(isoft_transport *transport)
{
	transport_leave_inherited(transport);
	if (!transport->easy) {
		transport->easy = curl_easy_init();
		transport->forks = isoft_fork_count();
	}
	return transport->easy;
}

/* The connection that has ended stays in libcurl's pool, so the pool must hold no more than the new one. */
static bool transport_keep_one_connection(isoft_transport *transport)
{
	unsigned bad = curl_easy_setopt(transport->easy, CURLOPT_MAXCONNECTS, 1L);

	if (isoft_sockets_has_ended(&transport->sockets)) {
		bad |= curl_easy_setopt(transport->easy, CURLOPT_FRESH_CONNECT, 1L);
	}
	return bad == 0;
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
	easy = wrong || !transport ? NULL : transport_handle(transport);
	if (!easy) {
		isoft_reply_refuse(reply, wrong ? wrong : ISOFT_TRANSFER_NO_HANDLE);
		return;
	}
	transport->sockets.loopback_only = rules.plain;
	if (isoft_sockets_watch(&transport->sockets, easy) || !isoft_connection_set(easy, request, &rules)
		|| !transport_keep_one_connection(transport)) {
		isoft_reply_refuse(reply, ISOFT_TRANSFER_UNSAFE);
	} else if (!isoft_transfer_attach(&transfer, easy)) {
		isoft_reply_refuse(reply, ISOFT_TRANSFER_BAD_HEADERS);
	} else {
		isoft_transfer_finish(&transfer, easy, curl_easy_perform(easy));
	}
	curl_easy_reset(easy); /* drops all pointers into this call, and keeps the connections */
}
