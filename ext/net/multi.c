#include "net/multi.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "net/connection.h"
#include "net/sockets.h"
#include "net/transfer.h"
#include "net/url_rules.h"
#include "support/clock.h"
#include "support/fork.h"

/*
 * Connections: more than one only where the server cannot take all requests on one. Poll: a bound that lets a timeout
 * that was put off be noticed. Idle: what is shorter than this between two pumps is not worth putting the timeouts off
 * for. Rest: after that a connection is not taken for granted.
 */
enum { CONNECTIONS_MAX = 6, POLL_MAX_MS = 1000, IDLE_MIN_MS = 100, REST_MS = 1000 };

struct isoft_flight {
	isoft_multi *multi; /* NULL: not on its way (any more) */
	isoft_flight *next, **link;
	CURL *easy;
	bool added; /* to libcurl; its time runs from then on */
	unsigned forks;
	isoft_request request;
	isoft_transfer transfer;
	isoft_reply reply;
	bool landed;
};

struct isoft_multi {
	CURLM *curl;                  /* made when first needed, then kept: its connections are */
	unsigned forks;               /* when it was made */
	isoft_flight *flights, **end; /* in the order they were begun */
	size_t added;
	bool one_each; /* a connection for each request: the server spoke HTTP/1.1 */
	bool stands;   /* there is a connection for the flights, or none to wait for */
	bool begun;    /* there are flights that no pump has seen */
	int64_t pumped_at;
	isoft_sockets sockets;
};

isoft_multi *isoft_multi_new(void)
{
	isoft_multi *multi = calloc(1, sizeof(*multi));

	if (multi) {
		multi->end = &multi->flights;
	}
	return multi;
}

static void take_out(isoft_flight *flight)
{
	isoft_multi *multi = flight->multi;

	*flight->link = flight->next;
	if (flight->next) {
		flight->next->link = flight->link;
	} else {
		multi->end = flight->link;
	}
	multi->added -= flight->added;
	flight->multi = NULL;
}

/* As in net/transport: what was inherited is given up, not cleaned up, and stays reachable. */
static void leave_inherited(isoft_multi *multi)
{
	static CURLM *given_up;

	if (!multi->curl || multi->forks == isoft_fork_count()) {
		return;
	}
	isoft_sockets_leave(&multi->sockets);
	curl_multi_setopt(multi->curl, CURLMOPT_SOCKETDATA, given_up);
	given_up = multi->curl;
	multi->curl = NULL;
	multi->one_each = multi->stands = false;
	while (multi->flights) {
		take_out(multi->flights);
	}
}

static CURLM *handle_of(isoft_multi *multi)
{
	leave_inherited(multi);
	if (!multi->curl && (multi->curl = curl_multi_init())) {
		multi->forks = isoft_fork_count();
		curl_multi_setopt(multi->curl, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX);
		curl_multi_setopt(multi->curl, CURLMOPT_MAX_HOST_CONNECTIONS, (long)CONNECTIONS_MAX);
		curl_multi_setopt(
			multi->curl, CURLMOPT_MAXCONNECTS, (long)CONNECTIONS_MAX); /* or few requests would keep few */
	}
	return multi->curl;
}

/* Takes it off its way. In a forked child libcurl's half of it is the parent's. */
static void detach(isoft_flight *flight)
{
	isoft_multi *multi = flight->multi;

	if (multi) {
		leave_inherited(multi);
	}
	if (!flight->multi) {
		return;
	}
	if (flight->added) {
		curl_multi_remove_handle(multi->curl, flight->easy);
	}
	curl_easy_cleanup(flight->easy);
	take_out(flight);
}

bool isoft_flight_landed(const isoft_flight *flight)
{
	return flight->landed;
}

/*
 * libcurl tells the server of an abandoned stream when it next writes to the connection. After the last one there may
 * be no next time: the server learns it by the connection's end.
 */
static void hang_up_if_last(isoft_multi *multi)
{
	if (multi->curl && !multi->flights) {
		curl_multi_cleanup(multi->curl);
		multi->curl = NULL;
		multi->one_each = multi->stands = false;
	}
}

void isoft_flight_free(isoft_flight *flight, isoft_reply *reply)
{
	isoft_multi *under_way = flight->multi;

	detach(flight);
	if (under_way) {
		hang_up_if_last(under_way);
	}
	if (reply) {
		*reply = flight->reply;
	} else {
		isoft_reply_wipe(&flight->reply);
	}
	free(flight);
}

void isoft_multi_abandon(isoft_multi *multi)
{
	while (multi && multi->flights) {
		isoft_flight_free(multi->flights, NULL);
	}
}

void isoft_multi_free(isoft_multi *multi)
{
	if (!multi) {
		return;
	}
	leave_inherited(multi);
	isoft_multi_abandon(multi);
	curl_multi_cleanup(multi->curl);
	free(multi);
}

/* HTTP/2 where the server has it, and no second connection before it is known whether the first can take more. */
static unsigned set_multiplexing(CURL *easy)
{
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS); /* a libcurl without it stays at 1.1 */
	return curl_easy_setopt(easy, CURLOPT_PIPEWAIT, 1L);
}

static bool prepare(isoft_multi *multi, isoft_flight *flight, const isoft_url_rules *rules, const char **wrong)
{
	multi->sockets.loopback_only = rules->plain;
	if (isoft_sockets_watch(&multi->sockets, flight->easy)
		|| !isoft_connection_set(flight->easy, &flight->request, rules) || set_multiplexing(flight->easy)) {
		*wrong = "This libcurl cannot make a connection that is safe enough";
	} else if (!isoft_transfer_attach(&flight->transfer, flight->easy)) {
		*wrong = "The request has too many headers, or one that is not a single line";
	} else if (curl_easy_setopt(flight->easy, CURLOPT_PRIVATE, flight)) {
		*wrong = "libcurl did not take the request";
	}
	return !*wrong;
}

static void put_in(isoft_multi *multi, isoft_flight *flight)
{
	flight->multi = multi;
	flight->link = multi->end;
	*multi->end = flight;
	multi->end = &flight->next;
}

/*
 * What has to queue for a connection does so here, where its time does not run; but for those before the first reply,
 * which tells what the server speaks.
 */
static void take_off(isoft_multi *multi)
{
	for (isoft_flight *flight = multi->flights; flight && (!multi->one_each || multi->added < CONNECTIONS_MAX);
		 flight = flight->next) {
		if (!flight->added && curl_multi_add_handle(multi->curl, flight->easy) == CURLM_OK) {
			flight->added = true;
			multi->added++;
		}
	}
}

/* After a while without a request the connection may be gone. */
static void rest(isoft_multi *multi)
{
	int64_t now = isoft_clock_monotonic_ms();

	multi->stands = multi->stands && now - multi->pumped_at < REST_MS;
	multi->pumped_at = now;
}

isoft_flight *isoft_multi_begin(isoft_multi *multi, const isoft_request *request, isoft_reply *reply)
{
	isoft_url_rules rules;
	const char *wrong = isoft_url_rules_check(request->url, &rules);
	isoft_flight *flight = calloc(1, sizeof(*flight));

	memset(reply, 0, sizeof(*reply));
	if (!wrong && (!multi || !flight || !handle_of(multi) || !(flight->easy = curl_easy_init()))) {
		wrong = "libcurl gave no handle";
	}
	if (!wrong) {
		flight->request = *request;
		isoft_buffer_init(&flight->reply.body, request->reply_cap);
		isoft_transfer_init(&flight->transfer, &flight->request, &flight->reply);
		if (!multi->flights) {
			rest(multi);
		}
		if (prepare(multi, flight, &rules, &wrong)) {
			put_in(multi, flight);
			multi->begun = true;
			return flight;
		}
	}
	if (flight) {
		curl_easy_cleanup(flight->easy);
		free(flight);
	}
	isoft_reply_refuse(reply, wrong);
	return NULL;
}

/* While the caller was elsewhere, replies could not come in: that must not count as the server's slowness. */
static void put_off_timeouts(isoft_multi *multi)
{
	int64_t now = isoft_clock_monotonic_ms();
	long idle = (long)(now - multi->pumped_at);

	multi->pumped_at = now;
	if (idle < IDLE_MIN_MS) {
		return;
	}
	for (isoft_flight *flight = multi->flights; flight; flight = flight->next) {
		if (!flight->added) {
			continue;
		}
		flight->request.timeout_ms += idle;
		flight->request.connect_timeout_ms += idle;
		curl_easy_setopt(flight->easy, CURLOPT_TIMEOUT_MS, flight->request.timeout_ms);
		curl_easy_setopt(flight->easy, CURLOPT_CONNECTTIMEOUT_MS, flight->request.connect_timeout_ms);
	}
}

static void learn_version(isoft_multi *multi, const isoft_flight *flight)
{
	long version = 0;

	curl_easy_getinfo(flight->easy, CURLINFO_HTTP_VERSION, &version);
	if (version) {
		multi->one_each = version < CURL_HTTP_VERSION_2_0;
	}
}

static bool land(isoft_multi *multi)
{
	bool any = false;
	int left;
	CURLMsg *message;

	while ((message = curl_multi_info_read(multi->curl, &left))) {
		CURLcode code = message->data.result; /* the message goes with the handle */
		isoft_flight *flight = NULL;

		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&flight);
		isoft_transfer_finish(&flight->transfer, flight->easy, code);
		flight->landed = true;
		multi->stands = true; /* where there is no server, the others find that out side by side */
		learn_version(multi, flight);
		detach(flight);
		any = true;
	}
	return any;
}

/* An older libcurl does not say when a request's turn has come: there the first reply tells. */
static void note_connection(isoft_multi *multi)
{
	for (isoft_flight *flight = multi->flights; flight && !multi->stands; flight = flight->next) {
		multi->stands = flight->transfer.guard.turns || flight->reply.status;
	}
}

static bool perform(isoft_multi *multi)
{
	int running;

	take_off(multi);
	curl_multi_perform(multi->curl, &running);
	note_connection(multi);
	return land(multi);
}

bool isoft_multi_is_opening(const isoft_multi *multi)
{
	return multi && multi->flights && !multi->stands;
}

void isoft_multi_send(isoft_multi *multi)
{
	if (multi && multi->begun) {
		isoft_multi_pump(multi, 0);
	}
}

void isoft_multi_pump(isoft_multi *multi, int64_t wait_ms)
{
	leave_inherited(multi);
	multi->begun = false;
	if (!multi->flights) {
		isoft_clock_sleep_ms(wait_ms);
		return;
	}
	put_off_timeouts(multi);
	if (!perform(multi) && wait_ms > 0) {
		curl_multi_poll(multi->curl, NULL, 0, (int)(wait_ms < POLL_MAX_MS ? wait_ms : POLL_MAX_MS), NULL);
		perform(multi);
	}
	multi->pumped_at = isoft_clock_monotonic_ms();
}
