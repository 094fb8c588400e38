#include "net/multi.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "net/connection.h"
#include "net/flight.h"
#include "net/flight_list.h"
#include "net/sockets.h"
#include "net/transfer.h"
#include "net/url_rules.h"
#include "net/wear.h"
#include "support/assert.h"
#include "support/clock.h"
#include "support/fork.h"

enum {
	CONNECTIONS_MAX = 6,       /* more than one is used only if the server cannot take all requests on one */
	POLL_MAX_MS = 1000,        /* so that a timeout that was postponed is noticed */
	IDLE_MIN_MS = 100,         /* a shorter pause between two pumps does not postpone the timeouts */
	CONNECTION_STALE_MS = 1000 /* after such a pause the connection may be gone */
};

struct isoft_multi {
	CURLM *curl;    /* made when first needed, and kept: it holds the connections */
	unsigned forks; /* fork count when `curl` was made */
	isoft_flight_list flights;
	size_t started;           /* how many of the flights are */
	isoft_flight_list landed; /* not freed yet: if PHP ends before their calls go on, isoft_multi_abandon() does */
	isoft_body_budget bodies;
	uint64_t replies;  /* how many flights have got one */
	bool has_http1;    /* the server speaks HTTP/1.1: one connection for each request */
	bool is_connected; /* a connection is ready, or there is none to wait for */
	bool has_unsent;   /* flights were begun since the last pump */
	int64_t pumped_at; /* monotonic, in milliseconds */
	isoft_wear wear;   /* of the connections with HTTP/2 */
	isoft_sockets sockets;
};

isoft_multi *isoft_multi_new(void)
{
	isoft_multi *multi = calloc(1, sizeof(*multi));

	if (multi) {
		isoft_flight_list_init(&multi->flights);
		isoft_flight_list_init(&multi->landed);
	}
	return multi;
}

static void multi_unlink(isoft_flight *flight)
{
	isoft_multi *multi = flight->multi;

	ISOFT_ASSERT(multi && multi->started >= flight->started);
	isoft_flight_list_remove(&multi->flights, flight);
	multi->started -= flight->started;
	flight->multi = NULL;
}

static void multi_forget_connections(isoft_multi *multi)
{
	multi->curl = NULL;
	multi->has_http1 = multi->is_connected = false;
	multi->wear = (isoft_wear){0};
}

/*
 * In a forked child: gives up the inherited handle without cleaning it up, as net/transport does. The handles that were
 * given up are chained, and so stay reachable for leak checkers.
 */
static void multi_leave_inherited(isoft_multi *multi)
{
	static CURLM *given_up;

	if (!multi->curl || multi->forks == isoft_fork_count()) {
		return;
	}
	isoft_sockets_leave(&multi->sockets);
	curl_multi_setopt(multi->curl, CURLMOPT_SOCKETDATA, given_up);
	given_up = multi->curl;
	multi_forget_connections(multi);
	while (multi->flights.first) {
		multi_unlink(multi->flights.first);
	}
}

/*
 * Without a flight there is nothing to lose: all connections are given up if one has ended, since libcurl might use
 * that one.
 */
static void multi_leave_ended(isoft_multi *multi)
{
	if (multi->curl && !multi->flights.first && isoft_sockets_has_ended(&multi->sockets)) {
		curl_multi_cleanup(multi->curl);
		multi_forget_connections(multi);
	}
}

static CURLM *multi_new_handle(void)
{
	/* By default libcurl keeps fewer connections when there are few requests. */
	CURLM *curl = isoft_connection_new_multi(CONNECTIONS_MAX);

	curl_multi_setopt(curl, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX);
	curl_multi_setopt(curl, CURLMOPT_MAX_HOST_CONNECTIONS, (long)CONNECTIONS_MAX);
	return curl;
}

/* Returns NULL if libcurl cannot create the handle. */
static CURLM *multi_handle(isoft_multi *multi)
{
	multi_leave_inherited(multi);
	multi_leave_ended(multi);
	if (!multi->curl && (multi->curl = multi_new_handle())) {
		multi->forks = isoft_fork_count();
	}
	return multi->curl;
}

/* Connections that have taken enough requests are replaced when the last flight on them has landed. */
static void multi_renew_worn(isoft_multi *multi)
{
	bool is_worn = !multi->has_http1 && !multi->started && isoft_wear_is_out(&multi->wear);
	CURLM *curl = is_worn ? multi_new_handle() : NULL;

	if (curl) {
		curl_multi_cleanup(multi->curl);
		multi_forget_connections(multi);
		multi->curl = curl;
	}
}

/* Takes the flight off libcurl's handle. In a forked child libcurl's part of the flight belongs to the parent. */
static void multi_detach(isoft_flight *flight)
{
	isoft_multi *multi = flight->multi;

	if (multi) {
		multi_leave_inherited(multi);
	}
	if (!flight->multi) {
		return;
	}
	if (flight->started) {
		curl_multi_remove_handle(multi->curl, flight->easy);
	}
	curl_easy_cleanup(flight->easy);
	multi_unlink(flight);
}

bool isoft_flight_landed(const isoft_flight *flight)
{
	return flight->landed_in != NULL;
}

/*
 * libcurl tells the server of an abandoned stream when it next writes to the connection. After the last flight there
 * may be no further write: closing the connection tells the server.
 */
static void multi_close_if_empty(isoft_multi *multi)
{
	if (multi->curl && !multi->flights.first) {
		curl_multi_cleanup(multi->curl);
		multi_forget_connections(multi);
	}
}

void isoft_flight_free(isoft_flight *flight, isoft_reply *reply)
{
	isoft_multi *abandoned_by = flight->multi;

	multi_detach(flight);
	if (abandoned_by) {
		multi_close_if_empty(abandoned_by);
	}
	if (flight->landed_in) {
		isoft_flight_list_remove(flight->landed_in, flight);
	}
	isoft_body_share_end(&flight->transfer.share);
	if (reply) {
		*reply = flight->reply;
	} else {
		isoft_reply_wipe(&flight->reply);
	}
	free(flight);
}

void isoft_multi_abandon(isoft_multi *multi)
{
	while (multi && multi->flights.first) {
		isoft_flight_free(multi->flights.first, NULL);
	}
	while (multi && multi->landed.first) {
		isoft_flight_free(multi->landed.first, NULL);
	}
}

void isoft_multi_free(isoft_multi *multi)
{
	if (!multi) {
		return;
	}
	multi_leave_inherited(multi);
	isoft_multi_abandon(multi);
	curl_multi_cleanup(multi->curl);
	free(multi);
}

/*
 * With HTTP/1.1 one of the kept connections may have ended while others are in use: then the flight opens a new one.
 * With HTTP/2 the flights on a connection that ends hear of it by reading.
 */
static bool multi_start(isoft_multi *multi, isoft_flight *flight)
{
	if (multi->has_http1 && isoft_sockets_has_ended(&multi->sockets)
		&& curl_easy_setopt(flight->easy, CURLOPT_FRESH_CONNECT, 1L)) {
		return false;
	}
	isoft_wear_add(&multi->wear, isoft_clock_monotonic_ms());
	return curl_multi_add_handle(multi->curl, flight->easy) == CURLM_OK;
}

/* Whether another flight may start now. If not, flights that are under way make room. */
static bool multi_has_room(const isoft_multi *multi)
{
	return multi->has_http1 ? multi->started < CONNECTIONS_MAX : !multi->started || !isoft_wear_is_out(&multi->wear);
}

/*
 * Starts the flights for which there is a connection and room for the reply. The others wait here, where their timeouts
 * do not run. Before the first reply it is unknown what the server speaks, so all flights are started.
 */
static void multi_start_flights(isoft_multi *multi)
{
	multi_renew_worn(multi);
	for (isoft_flight *flight = multi->flights.first; flight && multi_has_room(multi); flight = flight->next) {
		if (!flight->started && isoft_body_budget_has_room(&multi->bodies, flight->request.reply_expected)
			&& multi_start(multi, flight)) {
			isoft_body_share_begin(&flight->transfer.share, &multi->bodies, flight->request.reply_expected);
			flight->started = true;
			multi->started++;
		}
	}
}

/* Call when the first flight is begun: after a pause the connection may be gone. */
static void multi_note_pause(isoft_multi *multi)
{
	int64_t now = isoft_clock_monotonic_ms();

	multi->is_connected = multi->is_connected && now - multi->pumped_at < CONNECTION_STALE_MS;
	multi->pumped_at = now;
}

isoft_flight *isoft_multi_begin(isoft_multi *multi, const isoft_request *request, isoft_reply *reply)
{
	isoft_url_rules rules;
	const char *wrong = isoft_url_rules_check(request->url, &rules);
	isoft_flight *flight = calloc(1, sizeof(*flight));

	memset(reply, 0, sizeof(*reply));
	if (!wrong && (!multi || !flight || !multi_handle(multi) || !(flight->easy = curl_easy_init()))) {
		wrong = ISOFT_TRANSFER_NO_HANDLE;
	}
	if (!wrong) {
		flight->request = *request;
		isoft_buffer_init(&flight->reply.body, request->reply_cap);
		isoft_transfer_init(&flight->transfer, &flight->request, &flight->reply);
		if (!multi->flights.first) {
			multi_note_pause(multi);
		}
		wrong = isoft_flight_prepare(flight, &multi->sockets, &rules);
		if (!wrong) {
			flight->multi = multi;
			flight->all = &multi->flights.first;
			isoft_flight_list_add(&multi->flights, flight);
			multi->has_unsent = true;
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

/* While no pump ran, no reply could be received: that pause must not count as the server's time. */
static void multi_postpone_timeouts(isoft_multi *multi)
{
	int64_t now = isoft_clock_monotonic_ms();
	long idle_ms = (long)(now - multi->pumped_at);

	multi->pumped_at = now;
	if (idle_ms < IDLE_MIN_MS) {
		return;
	}
	for (isoft_flight *flight = multi->flights.first; flight; flight = flight->next) {
		if (flight->started) {
			isoft_flight_postpone_timeout(flight, idle_ms);
		}
	}
}

static void multi_note_version(isoft_multi *multi, const isoft_flight *flight)
{
	long version = 0;

	curl_easy_getinfo(flight->easy, CURLINFO_HTTP_VERSION, &version);
	if (version) {
		multi->has_http1 = version < CURL_HTTP_VERSION_2_0;
	}
}

/* Whether the flight has begun again. */
static bool multi_begins_again(isoft_multi *multi, isoft_flight *flight, CURLcode code)
{
	return isoft_flight_begins_again(flight, code, multi->replies)
		&& curl_multi_remove_handle(multi->curl, flight->easy) == CURLM_OK && multi_start(multi, flight);
}

/* Lands the flights whose transfers are over. Returns whether there was one. */
static bool multi_land_flights(isoft_multi *multi)
{
	bool has_landed = false;
	int left;
	CURLMsg *message;

	while ((message = curl_multi_info_read(multi->curl, &left))) {
		CURLcode code = message->data.result; /* read now: the message is freed with the handle */
		isoft_flight *flight = NULL;

		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&flight);
		ISOFT_ASSERT(flight && flight->multi == multi && flight->started && !flight->landed_in);
		if (multi_begins_again(multi, flight, code)) {
			continue;
		}
		isoft_transfer_finish(&flight->transfer, flight->easy, code);
		multi->replies += flight->reply.status != 0;
		multi->is_connected = true; /* also after a failure: the others need not wait for each other to fail */
		multi_note_version(multi, flight);
		multi_detach(flight);
		isoft_flight_list_add(&multi->landed, flight);
		flight->landed_in = &multi->landed;
		has_landed = true;
	}
	return has_landed;
}

static void multi_note_connection(isoft_multi *multi)
{
	for (isoft_flight *flight = multi->flights.first; flight && !multi->is_connected; flight = flight->next) {
		multi->is_connected = isoft_send_guard_had_turn(&flight->transfer.guard, flight->easy) || flight->reply.status;
	}
}

/* Sends and receives without waiting. Returns whether a flight landed. */
static bool multi_perform(isoft_multi *multi)
{
	int running;

	multi_start_flights(multi);
	curl_multi_perform(multi->curl, &running);
	multi_note_connection(multi);
	return multi_land_flights(multi);
}

bool isoft_multi_is_opening(const isoft_multi *multi)
{
	return multi && multi->flights.first && !multi->is_connected;
}

void isoft_multi_send(isoft_multi *multi)
{
	if (multi && multi->has_unsent) {
		isoft_multi_pump(multi, 0);
	}
}

void isoft_multi_pump(isoft_multi *multi, int64_t wait_ms)
{
	multi_leave_inherited(multi);
	multi->has_unsent = false;
	if (!multi->flights.first) {
		isoft_clock_nap_ns(wait_ms * ISOFT_NS_PER_MS);
		return;
	}
	multi_postpone_timeouts(multi);
	if (!multi_perform(multi) && wait_ms > 0) {
		curl_multi_poll(multi->curl, NULL, 0, (int)(wait_ms < POLL_MAX_MS ? wait_ms : POLL_MAX_MS), NULL);
		multi_perform(multi);
	}
	multi->pumped_at = isoft_clock_monotonic_ms();
}
