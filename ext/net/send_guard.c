#include "net/send_guard.h"

/* Bytes that connections took. (A proxy's CONNECT counts.) */
static long taken(CURL *easy)
{
	long bytes = 0;

	curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &bytes);
	return bytes;
}

#if ISOFT_DEPARTURE_IS_ASKED

/* A second turn is libcurl's own idea: a kept connection died under the first, perhaps before it took anything. */
static int on_turn(void *context, char *peer, char *self, int peer_port, int self_port)
{
	isoft_departure *departure = context;

	(void)peer, (void)self, (void)peer_port, (void)self_port;
	if (departure->once && departure->turns && taken(departure->easy)) {
		return CURL_PREREQFUNC_ABORT;
	}
	departure->turns++;
	return CURL_PREREQFUNC_OK;
}

CURLcode isoft_departure_watch(isoft_departure *departure, CURL *easy, bool once)
{
	*departure = (isoft_departure){.easy = easy, .once = once};
	curl_easy_setopt(easy, CURLOPT_PREREQDATA, departure);
	return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, on_turn);
}

static bool turn_came(const isoft_departure *departure, CURL *easy)
{
	(void)easy;
	return departure->turns > 0;
}

#else

CURLcode isoft_departure_watch(isoft_departure *departure, CURL *easy, bool once)
{
	(void)departure, (void)easy, (void)once;
	return CURLE_OK;
}

/* Here this time stays 0 until a request has been written without an error; later versions set it in any case. */
static bool turn_came(const isoft_departure *departure, CURL *easy)
{
	double seconds = 0;

	(void)departure;
	curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME, &seconds);
	return seconds > 0;
}

#endif

bool isoft_departure_repeated(const isoft_departure *departure)
{
	return departure->turns > 1;
}

/* A write that failed before the connection took a byte has sent nothing. */
bool isoft_departure_happened(const isoft_departure *departure, CURL *easy, CURLcode code)
{
	return turn_came(departure, easy) && (code != CURLE_SEND_ERROR || taken(easy));
}
