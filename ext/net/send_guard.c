#include "net/send_guard.h"

#include <stdio.h>
#include <string.h>

/* The bytes that were written to connections; those of a CONNECT to a proxy count too. */
static long send_guard_bytes_sent(CURL *easy)
{
	long bytes = 0;

	curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &bytes);
	return bytes;
}

#if ISOFT_SEND_GUARD_HAS_PREREQ

static void send_guard_enter(isoft_send_guard *guard, const char *peer, int peer_port, int self_port)
{
	guard->refused = false;
	guard->stream = 0;
	guard->place.port = self_port;
	guard->place.peer_port = peer_port;
	snprintf(guard->place.peer, sizeof(guard->place.peer), "%s", peer);
}

/*
 * libcurl gives a second turn without being asked to: a kept connection died under the first. A request that must be
 * sent once gets it only if no byte was written before, or if the server did not take what was.
 */
static int send_guard_on_turn(void *context, char *peer, char *self, int peer_port, int self_port)
{
	isoft_send_guard *guard = context;
	long bytes = send_guard_bytes_sent(guard->easy);

	(void)self;
	if (guard->refused) {
		guard->void_bytes = bytes;
	} else if (guard->once && guard->turns && bytes > guard->void_bytes) {
		return CURL_PREREQFUNC_ABORT;
	} else {
		guard->repeats += guard->turns && bytes > guard->bytes;
	}
	guard->bytes = bytes;
	guard->turns++;
	send_guard_enter(guard, peer, peer_port, self_port);
	return CURL_PREREQFUNC_OK;
}

CURLcode isoft_send_guard_watch(isoft_send_guard *guard, CURL *easy, bool once)
{
	*guard = (isoft_send_guard){.easy = easy, .once = once};
	curl_easy_setopt(easy, CURLOPT_PREREQDATA, guard);
	return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, send_guard_on_turn);
}

bool isoft_send_guard_had_turn(const isoft_send_guard *guard, CURL *easy)
{
	(void)easy;
	return guard->turns > 0;
}

#else

CURLcode isoft_send_guard_watch(isoft_send_guard *guard, CURL *easy, bool once)
{
	(void)guard, (void)easy, (void)once;
	return CURLE_OK;
}

/* Before libcurl 7.80 this time stays 0 until a request was written without an error; newer ones set it always. */
bool isoft_send_guard_had_turn(const isoft_send_guard *guard, CURL *easy)
{
	double seconds = 0;

	(void)guard;
	curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME, &seconds);
	return seconds > 0;
}

#endif

int isoft_send_guard_repeats(const isoft_send_guard *guard)
{
	return guard->repeats;
}

void isoft_send_guard_open(isoft_send_guard *guard, uint32_t stream)
{
	guard->stream = stream;
}

void isoft_send_guard_refuse(isoft_send_guard *guard, uint32_t stream)
{
	guard->refused = guard->refused || (guard->stream && guard->stream == stream);
}

void isoft_send_guard_refuse_beyond(isoft_send_guard *guard, const isoft_send_place *place, uint32_t last)
{
	bool is_there = place->port && guard->place.port == place->port && guard->place.peer_port == place->peer_port
		&& strcmp(guard->place.peer, place->peer) == 0;

	guard->refused = guard->refused || (is_there && guard->stream > last);
}

void isoft_send_guard_leave(isoft_send_guard *guard)
{
	guard->place.port = 0;
}

void isoft_send_guard_begin_again(isoft_send_guard *guard)
{
	isoft_send_guard_leave(guard);
	guard->bytes = guard->void_bytes = 0; /* libcurl counts anew */
}

/* A write that failed before its first byte has sent nothing. */
bool isoft_send_guard_sent(const isoft_send_guard *guard, CURL *easy, CURLcode code)
{
	if (guard->repeats) {
		return true;
	}
	if (guard->refused || !isoft_send_guard_had_turn(guard, easy)) {
		return false;
	}
	return code != CURLE_SEND_ERROR || send_guard_bytes_sent(easy) > guard->void_bytes;
}
