#include "net/send_guard.h"

/* Bytes that connections took. (A proxy's CONNECT counts.) */
static long taken(CURL *easy)
{
	long bytes = 0;

	curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &bytes);
	return bytes;
}

#if ISOFT_SEND_GUARD_HAS_PREREQ

/* A second turn is libcurl's own idea: a kept connection died under the first, perhaps before it took anything. */
static int on_turn(void *context, char *peer, char *self, int peer_port, int self_port)
{
	isoft_send_guard *guard = context;

	(void)peer, (void)self, (void)peer_port, (void)self_port;
	if (guard->once && guard->turns && taken(guard->easy)) {
		return CURL_PREREQFUNC_ABORT;
	}
	guard->turns++;
	return CURL_PREREQFUNC_OK;
}

CURLcode isoft_send_guard_watch(isoft_send_guard *guard, CURL *easy, bool once)
{
	*guard = (isoft_send_guard){.easy = easy, .once = once};
	curl_easy_setopt(easy, CURLOPT_PREREQDATA, guard);
	return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, on_turn);
}

static bool turn_came(const isoft_send_guard *guard, CURL *easy)
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

/* Here this time stays 0 until a request has been written without an error; later versions set it in any case. */
static bool turn_came(const isoft_send_guard *guard, CURL *easy)
{
	double seconds = 0;

	(void)guard;
	curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME, &seconds);
	return seconds > 0;
}

#endif

bool isoft_send_guard_repeated(const isoft_send_guard *guard)
{
	return guard->turns > 1;
}

/* A write that failed before the connection took a byte has sent nothing. */
bool isoft_send_guard_sent(const isoft_send_guard *guard, CURL *easy, CURLcode code)
{
	return turn_came(guard, easy) && (code != CURLE_SEND_ERROR || taken(easy));
}
