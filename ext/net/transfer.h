/*
 * Delivery: one request under way on a libcurl handle: what it was told, what it handed out, what it got back.
 *
 * Lives on the stack of isoft_transport_perform(); the handle points into it and must be reset before it goes. No Zend.
 */
#ifndef ISOFT_NET_TRANSFER_H
#define ISOFT_NET_TRANSFER_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>

#include "net/reply.h"
#include "net/reply_head.h"
#include "net/request.h"
#include "net/send_guard.h"

enum { ISOFT_TRANSFER_HEADERS_MAX = 32 };

typedef struct {
	const isoft_request *request;
	isoft_reply *reply;
	isoft_reply_head head;
	isoft_send_guard guard;
	size_t handed_out; /* of the request's body, where libcurl fetches it by piece */
	bool too_large;
	bool out_of_memory;
	char error[CURL_ERROR_SIZE];
	size_t header_count;
	struct curl_slist headers[ISOFT_TRANSFER_HEADERS_MAX + 2]; /* around the caller's strings: no copy to wipe */
} isoft_transfer;

/* The reply must be an empty one. */
void isoft_transfer_init(isoft_transfer *transfer, const isoft_request *request, isoft_reply *reply);

/* Sets method, headers, body and where the reply goes. False: the request or libcurl is at fault. */
bool isoft_transfer_attach(isoft_transfer *transfer, CURL *easy);

/* After the handle has run: fills the reply's state and error. */
void isoft_transfer_finish(isoft_transfer *transfer, CURL *easy, CURLcode code);

#endif
