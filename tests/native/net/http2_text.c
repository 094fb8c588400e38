/* Which lines of libcurl's debug text are taken for what, in the words of the versions that say them. */
#include "net/http2_text.h"

#include <stdlib.h>
#include <string.h>

#include "../check.h"

/* In memory of its own, without a NUL: AddressSanitizer finds a read beyond the line. */
static isoft_http2_line read_line(const char *text)
{
	size_t length = strlen(text);
	char *copy = malloc(length + 1);
	isoft_http2_line line;

	memcpy(copy + 1, text, length);
	line = isoft_http2_text_read(copy + 1, length);
	free(copy);
	return line;
}

static void tells(const char *version, const char *text, isoft_http2_event event, uint32_t stream)
{
	isoft_http2_line line = read_line(text);

	check(line.event == event && line.stream == stream, "libcurl %s: %.*s", version, (int)strcspn(text, "\n"), text);
}

static void tells_nothing(const char *text)
{
	isoft_http2_line line = read_line(text);

	check(
		line.event == ISOFT_HTTP2_OTHER && line.stream == 0, "tells nothing: \"%.*s\"", (int)strcspn(text, "\n"), text);
}

static void known(void)
{
	tells("7.88", "Using Stream ID: 1 (easy handle 0x55d0c1f0)\n", ISOFT_HTTP2_OPENED, 1);
	tells("7.88", "Using Stream ID: 2147483647 (easy handle 0x55d0c1f0)\n", ISOFT_HTTP2_OPENED, 2147483647);
	tells("8.2", "Using Stream ID: 15\n", ISOFT_HTTP2_OPENED, 15);
	tells("8.14", "[HTTP/2] [7] OPENED stream for https://api.infusionsoft.com/crm/rest/v2/contacts\n",
		ISOFT_HTTP2_OPENED, 7);
	tells("7.88", "recveived GOAWAY, error=0, last_stream=1999\n", ISOFT_HTTP2_GOAWAY, 1999);
	tells("8.14", "received GOAWAY, error=0, last_stream=0\n", ISOFT_HTTP2_GOAWAY, 0);
	tells("8.23", "received GOAWAY, error=0, last_stream=2147483647\n", ISOFT_HTTP2_GOAWAY, 2147483647);
	tells("8.23", "HTTP/2 stream 9 refused by server, try again on a new connection\n", ISOFT_HTTP2_REFUSED, 9);
	tells("7.88", "Connection died, retrying a fresh connect (retry count: 1)\n", ISOFT_HTTP2_LEFT, 0);
	tells("8.23", "Connection died, retrying a fresh connect (retry count: 5)\n", ISOFT_HTTP2_LEFT, 0);
}

static void unknown(void)
{
	tells_nothing("");
	tells_nothing("\n");
	tells_nothing("received GOAWAY, error=0, last_stream=");
	tells_nothing("received GOAWAY, error=0, last_stream=-1\n");
	tells_nothing("received GOAWAY, error=0, last_stream=2147483648\n");
	tells_nothing("received GOAWAY, error=0, last_stream=99999999999999999999\n");
	tells_nothing("received GOAWAY, error=0, last_stream=7f\n");
	tells_nothing("received GOAWAY, error=0, last_stream=7, more\n");
	tells_nothing("received GOAWAY, error=, last_stream=7\n");
	tells_nothing("received GOAWAY, error=2, last_stream=7\n");
	tells_nothing("received GOAWAY, error=01, last_stream=7\n");
	tells_nothing(" received GOAWAY, error=0, last_stream=7\n");
	tells_nothing("old line\nreceived GOAWAY, error=0, last_stream=7\n");
	tells_nothing("received GOAWAY, error=0, last_str");
	tells_nothing("received GOAWAY, error=0, last_stream=19");
	tells_nothing("Using Stream ID: 1f (easy handle 0x55d0c1f0)\n");
	tells_nothing("Using Stream ID: 1");
	tells_nothing("Using Stream ID:  1\n");
	tells_nothing("[HTTP/2] [7] [authorization: Bearer at-1] OPENED stream for \n");
	tells_nothing("[HTTP/2] [-7] OPENED stream for https://x\n");
	tells_nothing("[HTTP/3] [7] OPENED stream for https://x\n");
	tells_nothing("HTTP/2 stream 9 was reset\n");
	tells_nothing("HTTP/2 stream  refused by server\n");
	tells_nothing("REFUSED_STREAM, retrying a fresh connect\n");
	tells_nothing("Connection #0 to host 127.0.0.1 left intact\n");
}

int main(void)
{
	known();
	unknown();
	return check_end();
}
