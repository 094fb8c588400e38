#include "net/transfer.h"

#include <stdio.h>
#include <string.h>

void isoft_delivery_init(isoft_delivery *delivery, const isoft_request *request, isoft_reply *reply)
{
	memset(delivery, 0, sizeof(*delivery));
	delivery->request = request;
	delivery->reply = reply;
	isoft_reply_head_init(&delivery->head, reply);
}

static size_t on_header(char *line, size_t size, size_t count, void *context)
{
	isoft_delivery *delivery = context;

	return isoft_reply_head_line(&delivery->head, line, size * count) ? size * count : 0;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
	isoft_delivery *delivery = context;
	isoft_buffer *body = &delivery->reply->body;
	size_t length = size * count;

	delivery->too_large = length > body->cap - body->length;
	if (!delivery->too_large && isoft_buffer_append(body, bytes, length)) {
		return length;
	}
	delivery->out_of_memory = !delivery->too_large;
	return 0;
}

/* Hands the body out once. There is no way to seek back, so libcurl cannot send it again on another connection. */
static size_t on_upload(char *room, size_t size, size_t count, void *context)
{
	isoft_delivery *delivery = context;
	size_t left = delivery->request->body_length - delivery->handed_out;
	size_t length = left < size * count ? left : size * count;

	memcpy(room, delivery->request->body + delivery->handed_out, length);
	delivery->handed_out += length;
	return length;
}

static bool is_method(const isoft_request *request, const char *method)
{
	return strcmp(request->method, method) == 0;
}

/* These announce a length even where there is nothing to send. */
static bool has_body(const isoft_request *request)
{
	return request->body || is_method(request, "POST") || is_method(request, "PUT") || is_method(request, "PATCH");
}

/*
 * A body that libcurl fetches costs a write of its own. An older libcurl can be kept from sending it again in this way alone; and it is
 * not copied into the request as well: the fewer copies of what a token exchange sends the better.
 */
static bool is_fetched(const isoft_request *request)
{
	return request->body_length && (request->fresh || (!ISOFT_DEPARTURE_IS_ASKED && !request->repeatable));
}

static unsigned attach_body(isoft_delivery *delivery, CURL *easy)
{
	const isoft_request *request = delivery->request;
	unsigned bad = 0;

	bad |= curl_easy_setopt(easy, CURLOPT_POST, 1L);
	bad |= curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_length);
	if (is_fetched(request)) {
		bad |= curl_easy_setopt(easy, CURLOPT_READFUNCTION, on_upload);
		bad |= curl_easy_setopt(easy, CURLOPT_READDATA, delivery);
	} else {
		bad |= curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request->body_length ? request->body : "");
	}
	return bad;
}

static unsigned attach_method(isoft_delivery *delivery, CURL *easy)
{
	const isoft_request *request = delivery->request;
	unsigned bad = 0;

	if (is_method(request, "HEAD")) {
		return curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
	}
	if (has_body(request)) {
		bad |= attach_body(delivery, easy);
	}
	return bad | curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method);
}

/* A line break would begin a header of somebody else's making, or the body. */
static bool is_one_line(const char *header)
{
	return !strpbrk(header, "\r\n");
}

static void add_header(isoft_delivery *delivery, const char *header)
{
	struct curl_slist *node = &delivery->headers[delivery->header_count];

	node->data = (char *)header; /* libcurl only reads it */
	if (delivery->header_count++) {
		node[-1].next = node;
	}
}

/*
 * A name without a value keeps libcurl from adding a header of its own: it would wait for a "100 Continue", and call
 * every body a form.
 */
static unsigned attach_headers(isoft_delivery *delivery, CURL *easy)
{
	for (const char *const *header = delivery->request->headers; header && *header; header++) {
		if (delivery->header_count == ISOFT_DELIVERY_HEADERS_MOST || !is_one_line(*header)) {
			return 1;
		}
		add_header(delivery, *header);
	}
	add_header(delivery, "Expect:");
	add_header(delivery, "Content-Type:");
	return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, delivery->headers);
}

bool isoft_delivery_attach(isoft_delivery *delivery, CURL *easy)
{
	unsigned bad = 0;

	bad |= curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, delivery->error);
	bad |= curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
	bad |= curl_easy_setopt(easy, CURLOPT_HEADERDATA, delivery);
	bad |= curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
	bad |= curl_easy_setopt(easy, CURLOPT_WRITEDATA, delivery);
	bad |= isoft_departure_watch(&delivery->departure, easy, !delivery->request->repeatable);
	bad |= attach_method(delivery, easy);
	bad |= attach_headers(delivery, easy);
	return bad == 0;
}

static isoft_reply_state state_of(const isoft_delivery *delivery, CURL *easy, CURLcode code)
{
	if (delivery->too_large || delivery->head.flooded) {
		return ISOFT_REPLY_TOO_LARGE;
	}
	if (code == CURLE_OK && delivery->head.whole) {
		return ISOFT_REPLY_WHOLE;
	}
	if (delivery->reply->status) {
		return ISOFT_REPLY_CUT;
	}
	return isoft_departure_happened(&delivery->departure, easy, code) ? ISOFT_REPLY_NONE : ISOFT_REPLY_NOT_SENT;
}

static const char *reason(const isoft_delivery *delivery, CURLcode code)
{
	if (delivery->head.flooded) {
		return "The reply has more headers than are taken";
	}
	if (delivery->too_large) {
		return "The reply is larger than is taken";
	}
	if (delivery->out_of_memory) {
		return "Out of memory while the reply came in";
	}
	if (code == CURLE_OK) {
		return delivery->reply->status ? "The reply broke off" : "The answer was no HTTP reply";
	}
	if (code == CURLE_OUT_OF_MEMORY && delivery->reply->status && !delivery->head.whole) {
		return "A header of the reply is longer than is taken"; /* libcurl's word for a line over its own cap */
	}
	/* What would have been its second turn. */
	if (code == CURLE_SEND_FAIL_REWIND || code == CURLE_ABORTED_BY_CALLBACK) {
		return "The connection was closed before a reply came";
	}
	return delivery->error[0] ? delivery->error : curl_easy_strerror(code);
}

/* One printable line without a full stop; what follows a question mark could be a query. */
static void write_error(isoft_reply *reply, const char *text)
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

void isoft_delivery_judge(isoft_delivery *delivery, CURL *easy, CURLcode code)
{
	isoft_reply *reply = delivery->reply;

	if (reply->status < 200) {
		reply->status = 0; /* an interim reply is none */
	}
	reply->state = state_of(delivery, easy, code);
	reply->repeated = isoft_departure_repeated(&delivery->departure);
	reply->timed_out = code == CURLE_OPERATION_TIMEDOUT;
	reply->hopeless = reply->state == ISOFT_REPLY_NOT_SENT
		&& (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE);
	if (reply->state == ISOFT_REPLY_TOO_LARGE) {
		isoft_buffer_wipe(&reply->body);
	}
	if (reply->state != ISOFT_REPLY_WHOLE) {
		write_error(reply, reason(delivery, code));
	}
}
