#include "net/transfer.h"

#include <stdio.h>
#include <string.h>

#include "support/assert.h"

void isoft_transfer_init(isoft_transfer *transfer, const isoft_request *request, isoft_reply *reply)
{
	memset(transfer, 0, sizeof(*transfer));
	transfer->request = request;
	transfer->reply = reply;
	isoft_reply_head_init(&transfer->head, reply);
}

static size_t transfer_on_header(char *line, size_t size, size_t count, void *context)
{
	isoft_transfer *transfer = context;

	return isoft_reply_head_line(&transfer->head, line, size * count) ? size * count : 0;
}

static size_t transfer_on_body(char *bytes, size_t size, size_t count, void *context)
{
	isoft_transfer *transfer = context;
	isoft_buffer *body = &transfer->reply->body;
	size_t length = size * count;

	transfer->too_large = length > body->cap - body->length;
	transfer->deferred = !transfer->too_large
		&& !isoft_body_share_grow(&transfer->share, body->length + length, transfer->request->repeatable);
	if (transfer->too_large || transfer->deferred) {
		return 0;
	}
	transfer->out_of_memory = !isoft_buffer_append(body, bytes, length);
	return transfer->out_of_memory ? 0 : length;
}

/* Gives libcurl the body piece by piece. libcurl cannot seek back, so it cannot send the body on another connection. */
static size_t transfer_on_upload(char *target, size_t size, size_t count, void *context)
{
	isoft_transfer *transfer = context;
	size_t left = transfer->request->body_length - transfer->handed_out;
	size_t length = left < size * count ? left : size * count;

	ISOFT_ASSERT(transfer->handed_out <= transfer->request->body_length);
	memcpy(target, transfer->request->body + transfer->handed_out, length);
	transfer->handed_out += length;
	return length;
}

static bool transfer_is_method(const isoft_request *request, const char *method)
{
	return strcmp(request->method, method) == 0;
}

/* POST, PUT and PATCH send a Content-Length even without a body. */
static bool transfer_has_body(const isoft_request *request)
{
	return request->body || transfer_is_method(request, "POST") || transfer_is_method(request, "PUT")
		|| transfer_is_method(request, "PATCH");
}

/*
 * Whether libcurl fetches the body by callback, which costs a write of its own. libcurl before 7.80 can only be kept
 * from sending a body again in this way. In a token exchange it saves a copy of the secrets in libcurl's request
 * buffer.
 */
static bool transfer_is_fetched(const isoft_request *request)
{
	return request->body_length && (request->fresh || (!ISOFT_SEND_GUARD_HAS_PREREQ && !request->repeatable));
}

static unsigned transfer_attach_body(isoft_transfer *transfer, CURL *easy)
{
	const isoft_request *request = transfer->request;
	unsigned bad = 0;

	bad |= curl_easy_setopt(easy, CURLOPT_POST, 1L);
	bad |= curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_length);
	if (transfer_is_fetched(request)) {
		bad |= curl_easy_setopt(easy, CURLOPT_READFUNCTION, transfer_on_upload);
		bad |= curl_easy_setopt(easy, CURLOPT_READDATA, transfer);
	} else {
		bad |= curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request->body_length ? request->body : "");
	}
	return bad;
}

static unsigned transfer_attach_method(isoft_transfer *transfer, CURL *easy)
{
	const isoft_request *request = transfer->request;
	unsigned bad = 0;

	if (transfer_is_method(request, "HEAD")) {
		return curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
	}
	if (transfer_has_body(request)) {
		bad |= transfer_attach_body(transfer, easy);
	}
	return bad | curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method);
}

/* A line break would let the value add a header, or begin the body. */
static bool transfer_is_one_line(const char *header)
{
	return !strpbrk(header, "\r\n");
}

static void transfer_add_header(isoft_transfer *transfer, const char *header)
{
	struct curl_slist *node = &transfer->headers[transfer->header_count];

	ISOFT_ASSERT(transfer->header_count < sizeof(transfer->headers) / sizeof(transfer->headers[0]));
	node->data = (char *)header; /* libcurl does not write to it */
	if (transfer->header_count++) {
		node[-1].next = node;
	}
}

/*
 * A name without a value keeps libcurl from adding that header itself: Expect would make it wait for a "100 Continue",
 * and it would declare each body to be a form.
 */
static unsigned transfer_attach_headers(isoft_transfer *transfer, CURL *easy)
{
	for (const char *const *header = transfer->request->headers; header && *header; header++) {
		if (transfer->header_count == ISOFT_TRANSFER_HEADERS_MAX || !transfer_is_one_line(*header)) {
			return 1;
		}
		transfer_add_header(transfer, *header);
	}
	transfer_add_header(transfer, "Expect:");
	transfer_add_header(transfer, "Content-Type:");
	return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers);
}

bool isoft_transfer_attach(isoft_transfer *transfer, CURL *easy)
{
	unsigned bad = 0;

	bad |= curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->error);
	bad |= curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, transfer_on_header);
	bad |= curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
	bad |= curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, transfer_on_body);
	bad |= curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
	bad |= isoft_send_guard_watch(&transfer->guard, easy, !transfer->request->repeatable);
	bad |= transfer_attach_method(transfer, easy);
	bad |= transfer_attach_headers(transfer, easy);
	return bad == 0;
}

static isoft_reply_state transfer_state(const isoft_transfer *transfer, CURL *easy, CURLcode code)
{
	if (transfer->too_large || transfer->head.flooded) {
		return ISOFT_REPLY_TOO_LARGE;
	}
	if (code == CURLE_OK && transfer->head.whole) {
		return ISOFT_REPLY_WHOLE;
	}
	if (transfer->reply->status) {
		return ISOFT_REPLY_CUT;
	}
	return isoft_send_guard_sent(&transfer->guard, easy, code) ? ISOFT_REPLY_NONE : ISOFT_REPLY_NOT_SENT;
}

/* libcurl reports a line over its own cap so: as out of memory before 8.6, as error 100 since. */
static bool transfer_is_line_too_long(const isoft_transfer *transfer, CURLcode code)
{
	enum { TOO_LARGE = 100 }; /* CURLE_TOO_LARGE, which older headers do not have */

	return (code == CURLE_OUT_OF_MEMORY || (int)code == TOO_LARGE) && transfer->reply->status && !transfer->head.whole;
}

static const char *transfer_reason(const isoft_transfer *transfer, CURLcode code)
{
	if (transfer->head.flooded) {
		return "The reply has more headers than the limit";
	}
	if (transfer->too_large) {
		return "The reply is larger than the limit";
	}
	if (transfer->deferred) {
		return "The replies under way take too much memory together";
	}
	if (transfer->out_of_memory) {
		return "Out of memory while receiving the reply";
	}
	if (code == CURLE_OK) {
		return transfer->reply->status ? "The connection was closed before the reply was complete"
									   : "The answer is not an HTTP reply";
	}
	if (transfer->guard.refused) {
		return "The server ended the connection before it took the request";
	}
	if (transfer_is_line_too_long(transfer, code)) {
		return "A header of the reply is longer than the limit";
	}
	/* These mean that a second turn was refused. */
	if (code == CURLE_SEND_FAIL_REWIND || code == CURLE_ABORTED_BY_CALLBACK) {
		return "The connection was closed before a reply came";
	}
	return transfer->error[0] ? transfer->error : curl_easy_strerror(code);
}

/* The size to reserve for a reply that was given up: as Keap states it, else the largest. */
static size_t transfer_expected(const isoft_transfer *transfer, CURL *easy)
{
	curl_off_t stated = -1;

	curl_easy_getinfo(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &stated);
	return stated > 0 && (size_t)stated < transfer->reply->body.cap ? (size_t)stated : transfer->reply->body.cap;
}

/* Writes one printable line without a full stop, up to a question mark: after that a query with secrets may follow. */
static void transfer_write_error(isoft_reply *reply, const char *text)
{
	size_t length = strcspn(text, "?\r\n");

	if (length >= sizeof(reply->error)) {
		length = sizeof(reply->error) - 1;
	}
	while (length && (text[length - 1] == '.' || text[length - 1] == ' ')) {
		length--;
	}
	for (size_t i = 0; i < length; i++) {
		reply->error[i] = (char)(text[i] >= ' ' && text[i] <= '~' ? text[i] : ' ');
	}
	reply->error[length] = '\0';
}

void isoft_transfer_finish(isoft_transfer *transfer, CURL *easy, CURLcode code)
{
	isoft_reply *reply = transfer->reply;

	if (reply->status < 200) {
		reply->status = 0; /* an interim reply is not a reply */
	}
	reply->state = transfer_state(transfer, easy, code);
	reply->repeats = isoft_send_guard_repeats(&transfer->guard);
	reply->timed_out = code == CURLE_OPERATION_TIMEDOUT;
	reply->hopeless = reply->state == ISOFT_REPLY_NOT_SENT
		&& (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE);
	reply->deferred = transfer->deferred ? transfer_expected(transfer, easy) : 0;
	if (reply->state == ISOFT_REPLY_TOO_LARGE || reply->deferred) {
		isoft_buffer_wipe(&reply->body);
	}
	isoft_body_share_land(&transfer->share, reply->body.length);
	if (reply->state != ISOFT_REPLY_WHOLE) {
		transfer_write_error(reply, transfer_reason(transfer, code));
	}
}
