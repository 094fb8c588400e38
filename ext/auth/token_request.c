#include "auth/token_request.h"

#include <sodium.h>

#include "net/form.h"
#include "net/transport.h"
#include "support/clock.h"
#include "support/crash_point.h"

enum {
	CONNECT_TIMEOUT_MS = 20000,
	REPLY_CAP = 64 * 1024, /* bytes */
	FORM_CAP = 32 * 1024,  /* bytes */
	RETRY_PAUSE_MS = 250,
	SEND_TRIES_MAX = 3
};

/* The secret parts of the request. */
typedef struct {
	isoft_buffer form;
	isoft_buffer basic; /* empty with a code */
} token_request_parts;

/* Appends `client_id:client_secret` as base64. */
static bool append_credentials(isoft_buffer *header, const isoft_buffer *pair)
{
	char encoded[FORM_CAP];
	bool added;

	if (sodium_base64_encoded_len(pair->length, sodium_base64_VARIANT_ORIGINAL) > sizeof(encoded)) {
		return false;
	}
	sodium_bin2base64(
		encoded, sizeof(encoded), (const unsigned char *)pair->data, pair->length, sodium_base64_VARIANT_ORIGINAL);
	added = isoft_buffer_append_text(header, encoded);
	sodium_memzero(encoded, sizeof(encoded));
	return added;
}

/* Appends "Authorization: Basic …" with the client's id and secret. */
static bool append_basic(const isoft_token_request *request, isoft_buffer *header)
{
	isoft_buffer pair;
	bool added;

	isoft_buffer_init(&pair, FORM_CAP);
	added = isoft_buffer_append_text(&pair, request->client_id) && isoft_buffer_append_text(&pair, ":")
		&& isoft_buffer_append_text(&pair, request->client_secret)
		&& isoft_buffer_append_text(header, "Authorization: Basic ") && append_credentials(header, &pair);
	isoft_buffer_wipe(&pair);
	return added;
}

/* Keap accepts client_id and client_secret only in the body for a code, and only in the header for a refresh. */
static bool write_parts(const isoft_token_request *request, token_request_parts *parts)
{
	isoft_buffer_init(&parts->form, FORM_CAP);
	isoft_buffer_init(&parts->basic, FORM_CAP);
	if (!request->code) {
		return isoft_form_add(&parts->form, "grant_type", "refresh_token")
			&& isoft_form_add(&parts->form, "refresh_token", request->refresh_token)
			&& append_basic(request, &parts->basic);
	}
	return isoft_form_add(&parts->form, "client_id", request->client_id)
		&& isoft_form_add(&parts->form, "client_secret", request->client_secret)
		&& isoft_form_add(&parts->form, "code", request->code)
		&& isoft_form_add(&parts->form, "grant_type", "authorization_code")
		&& isoft_form_add(&parts->form, "redirect_uri", request->redirect_uri);
}

static void wipe_parts(token_request_parts *parts)
{
	isoft_buffer_wipe(&parts->form);
	isoft_buffer_wipe(&parts->basic);
}

bool isoft_token_request_fits(const isoft_token_request *request)
{
	token_request_parts parts;
	bool fits = write_parts(request, &parts);

	wipe_parts(&parts);
	return fits;
}

/*
 * Tries again while nothing was sent and that may help, up to SEND_TRIES_MAX times within the bound. A request of which
 * any byte was sent is never repeated.
 */
static void send_until_sent(const isoft_request *request, int64_t begin_by_ms, isoft_reply *reply)
{
	isoft_transport *transport = isoft_transport_new();
	int64_t deadline = isoft_clock_monotonic_ms() + ISOFT_EXCHANGE_BOUND_MS;
	isoft_request bounded = *request;

	for (int tries = 1;; tries++) {
		bounded.timeout_ms = (long)(deadline - isoft_clock_monotonic_ms());
		isoft_crash_point("before_request");
		isoft_transport_perform(transport, &bounded, reply);
		isoft_crash_point("reply_read");
		if (reply->state != ISOFT_REPLY_NOT_SENT || reply->hopeless || tries == SEND_TRIES_MAX
			|| isoft_clock_monotonic_ms() + RETRY_PAUSE_MS * 4 > deadline
			|| (begin_by_ms && isoft_clock_monotonic_ms() + RETRY_PAUSE_MS > begin_by_ms)) {
			break;
		}
		isoft_reply_wipe(reply);
		isoft_clock_sleep_ms(RETRY_PAUSE_MS);
	}
	isoft_transport_free(transport);
}

bool isoft_token_request_send(const isoft_token_request *request, isoft_reply *reply)
{
	token_request_parts parts;
	bool written = write_parts(request, &parts);

	if (written) {
		const char *headers[] = {"Content-Type: application/x-www-form-urlencoded", "Accept: application/json",
			request->user_agent, parts.basic.data, NULL};

		send_until_sent(
			&(isoft_request){
				.method = "POST",
				.url = request->url,
				.headers = headers,
				.body = parts.form.data,
				.body_length = parts.form.length,
				.fresh = true,
				.connect_timeout_ms = CONNECT_TIMEOUT_MS,
				.trust = request->trust,
				.reply_cap = REPLY_CAP,
			},
			request->begin_by_ms, reply);
	}
	wipe_parts(&parts);
	return written;
}
