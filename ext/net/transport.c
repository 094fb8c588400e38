#include "net/transport.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "net/connection.h"
#include "net/sockets.h"
#include "net/transfer.h"
#include "net/url_rules.h"
#include "support/fork.h"

/* The longest wait without asking whether the call is interrupted. */
enum { TRANSPORT_WAIT_MS = 100 };

/* Single calls too use a multi handle, because curl_easy_perform() cannot be interrupted. */
struct isoft_transport {
	CURL *easy;     /* made when first needed, and kept, as is `multi` */
	CURLM *multi;   /* holds the connection */
	unsigned forks; /* fork count when they were made */
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
 * In a forked child: gives up the inherited handles. Cleaning them up would send a close message on the parent's
 * connection. The handles that were given up are chained, and so stay reachable for leak checkers.
 */
static void transport_leave_inherited(isoft_transport *transport)
{
	static CURL *given_up;
	static CURLM *multi_given_up;

	if (transport->easy && transport->forks != isoft_fork_count()) {
		isoft_sockets_leave(&transport->sockets);
		curl_easy_setopt(transport->easy, CURLOPT_PRIVATE, given_up);
		given_up = transport->easy;
		curl_multi_setopt(transport->multi, CURLMOPT_SOCKETDATA, multi_given_up);
		multi_given_up = transport->multi;
		transport->easy = NULL;
		transport->multi = NULL;
	}
}

void isoft_transport_free(isoft_transport *transport)
{
	if (!transport) {
		return;
	}
	transport_leave_inherited(transport);
	curl_easy_cleanup(transport->easy);
	curl_multi_cleanup(transport->multi);
	free(transport);
}

/* Returns NULL if libcurl cannot create the handles. */
static CURL *transport_handle(isoft_transport *transport)
{
	transport_leave_inherited(transport);
	if (!transport->multi) {
		/* A connection that has ended stays in the pool, so the pool must hold no more than the new one. */
		transport->multi = isoft_connection_new_multi(1);
	}
	if (transport->multi && !transport->easy) {
		transport->easy = curl_easy_init();
		transport->forks = isoft_fork_count();
	}
	return transport->easy;
}

/* Returns false if libcurl lacks an option. */
static bool transport_leave_ended(isoft_transport *transport)
{
	return !isoft_sockets_has_ended(&transport->sockets)
		|| curl_easy_setopt(transport->easy, CURLOPT_FRESH_CONNECT, 1L) == CURLE_OK;
}

/* Returns the result of the transfer that has ended. */
static CURLcode transport_result(isoft_transport *transport)
{
	int left;
	const CURLMsg *message = curl_multi_info_read(transport->multi, &left);

	return message ? message->data.result : CURLE_FAILED_INIT;
}

/*
 * Runs the transfer to its end, or until the request is interrupted. In a child that was forked meanwhile nothing may
 * be done with the handles.
 */
static CURLcode transport_run(isoft_transport *transport, const isoft_request *request)
{
	int running = 1;

	if (curl_multi_add_handle(transport->multi, transport->easy)) {
		return CURLE_FAILED_INIT;
	}
	for (;;) {
		if (curl_multi_perform(transport->multi, &running)) {
			return CURLE_OUT_OF_MEMORY;
		}
		if (!running) {
			return transport_result(transport);
		}
		if (curl_multi_poll(transport->multi, NULL, 0, TRANSPORT_WAIT_MS, NULL)) {
			return CURLE_OUT_OF_MEMORY;
		}
		if (request->is_interrupted && request->is_interrupted()) {
			return CURLE_ABORTED_BY_CALLBACK;
		}
	}
}

/* As transport_run(), and once again with the system's bundle if its directory does not have the server's authority. */
static CURLcode transport_run_trusted(isoft_transport *transport, const isoft_request *request)
{
	CURLcode code = transport_run(transport, request);
	bool fell_back = false;

	while (transport->forks == isoft_fork_count()
		&& isoft_trust_begins_again(transport->easy, &request->trust, request->timeout_ms, code, &fell_back)) {
		curl_multi_remove_handle(transport->multi, transport->easy);
		code = transport_run(transport, request);
	}
	return code;
}

/* Runs the transfer and fills the reply. */
static void transport_transfer(isoft_transport *transport, const isoft_request *request, isoft_transfer *transfer)
{
	CURLcode code = transport_run_trusted(transport, request);
	CURL *easy = transport->easy;

	if (transport->forks != isoft_fork_count()) {
		isoft_transfer_finish(transfer, easy, code);
		transport_leave_inherited(transport);
		return;
	}
	curl_multi_remove_handle(transport->multi, easy);
	isoft_transfer_finish(transfer, easy, code);
	curl_easy_reset(easy); /* drops all pointers into this call, and keeps the connections */
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
		|| !transport_leave_ended(transport)) {
		isoft_reply_refuse(reply, ISOFT_TRANSFER_UNSAFE);
	} else if (!isoft_transfer_attach(&transfer, easy)) {
		isoft_reply_refuse(reply, ISOFT_TRANSFER_BAD_HEADERS);
	} else {
		transport_transfer(transport, request, &transfer);
		return;
	}
	curl_easy_reset(easy);
}
