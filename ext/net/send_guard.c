#include "net/send_guard.h"

/* The bytes that were written to connections; those of a CONNECT to a proxy count too. */
static long send_guard_bytes_sent(CURL *easy)
{
	long bytes = 0;

	curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &bytes);
	return bytes;
}

#if ISOFT_SEND_GUARD_HAS_PREREQ

/*
 * libcurl gives a second turn without being asked to: a kept connection died under the first. A request that must be
 * sent once gets it only if no byte was written before.
 */
static int send_guard_on_turn(void *context, char *peer, char *self, int peer_port, int self_port)
{
	isoft_send_guard *guard = context;
	long bytes = send_guard_bytes_sent(guard->easy);

	(void)peer, (void)self, (void)peer_port, (void)self_port;
	if (guard->once && guard->turns && bytes) {
		return CURL_PREREQFUNC_ABORT;
	}
	guard->repeats += guard->turns && bytes > guard->bytes;
	guard->bytes = bytes;
	guard->turns++;
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

/* A write that failed before its first byte has sent nothing. */
bool isoft_send_guard_sent(const isoft_send_guard *guard, CURL *easy, CURLcode code)
{
	return isoft_send_guard_had_turn(guard, easy) && (code != CURLE_SEND_ERROR || send_guard_bytes_sent(easy));
}
