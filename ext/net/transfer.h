/*
 * Transfer: one request on a libcurl handle: sets method, headers and body, receives the reply, and reports how it
 * ended.
 *
 * Ownership: the struct is the caller's and borrows the request and the reply. The handle points into the struct: free
 * or reset the handle before the struct is freed. No lock, no Zend, neither here nor in the callbacks: never bails out.
 */
#ifndef ISOFT_NET_TRANSFER_H
#define ISOFT_NET_TRANSFER_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>

#include "net/body_budget.h"
#include "net/reply.h"
#include "net/reply_head.h"
#include "net/request.h"
#include "net/send_guard.h"
#include "support/attributes.h"

/* Why a request is refused before a transfer begins: for isoft_reply_refuse(). */
#define ISOFT_TRANSFER_NO_HANDLE "libcurl could not create a handle"
#define ISOFT_TRANSFER_UNSAFE "This libcurl lacks an option that a safe connection needs"
#define ISOFT_TRANSFER_BAD_HEADERS "The request has too many headers, or a header with a line break"

enum { ISOFT_TRANSFER_HEADERS_MAX = 32 };

typedef struct {
	const isoft_request *request;
	isoft_reply *reply;
	isoft_reply_head head;
	isoft_send_guard guard;
	isoft_body_share share; /* of the reply's body; zeros: it counts in no budget */
	size_t handed_out;      /* bytes of the request's body, if libcurl fetches it by callback */
	bool too_large;
	bool deferred; /* the budget of bodies is used up */
	bool out_of_memory;
	char error[CURL_ERROR_SIZE];
	size_t header_count;
	struct curl_slist headers[ISOFT_TRANSFER_HEADERS_MAX + 2]; /* around the caller's strings: no copy to wipe */
} isoft_transfer;

/* The reply must be zeroed and its body initialised. */
void isoft_transfer_init(isoft_transfer *transfer, const isoft_request *request, isoft_reply *reply);

/* Sets method, headers, body and the callbacks. Returns false if the headers are refused, or libcurl lacks an option.
 */
ISOFT_MUST_CHECK bool isoft_transfer_attach(isoft_transfer *transfer, CURL *easy);

/* Call after the handle ran, with its result: fills the reply's state and error. */
void isoft_transfer_finish(isoft_transfer *transfer, CURL *easy, CURLcode code);

#endif
