#include "net/http2_text.h"

#include <curl/curl.h>
#include <string.h>

#include "net/send_guard.h"

enum { STREAM_MAX = 0x7fffffff, TOLD_SINCE = 0x075800 };

/* What is left of a line. */
typedef struct {
	const char *at, *end;
} rest;

/* Passes over the phrase if the line goes on with it. */
static bool skip(rest *line, const char *phrase)
{
	size_t length = strlen(phrase);

	if ((size_t)(line->end - line->at) < length || memcmp(line->at, phrase, length) != 0) {
		return false;
	}
	line->at += length;
	return true;
}

/* Passes over a number of at least one digit. A stream has 31 bits: a larger number is none. */
static bool skip_number(rest *line, uint32_t *number)
{
	const char *first = line->at;
	uint64_t value = 0;

	while (line->at < line->end && *line->at >= '0' && *line->at <= '9' && value <= STREAM_MAX) {
		value = value * 10 + (uint64_t)(*line->at++ - '0');
	}
	*number = (uint32_t)value;
	return line->at > first && value <= STREAM_MAX;
}

static bool is_at_end(const rest *line)
{
	return line->at < line->end && *line->at == '\n';
}

/* Passes over a phrase and the number of a stream after it. */
static bool skip_stream(rest *line, const char *phrase, uint32_t *stream)
{
	return skip(line, phrase) && skip_number(line, stream);
}

static bool is_opened(rest line, uint32_t *stream)
{
	if (skip_stream(&line, "[HTTP/2] [", stream)) {
		return skip(&line, "] OPENED stream for ");
	}
	return skip_stream(&line, "Using Stream ID: ", stream) && (is_at_end(&line) || skip(&line, " (easy handle "));
}

static bool is_goaway(rest line, uint32_t *last)
{
	return (skip(&line, "received GOAWAY, error=0") || skip(&line, "recveived GOAWAY, error=0"))
		&& skip_stream(&line, ", last_stream=", last) && is_at_end(&line);
}

static bool is_refused(rest line, uint32_t *stream)
{
	return skip_stream(&line, "HTTP/2 stream ", stream) && skip(&line, " refused by server");
}

static bool is_left(rest line)
{
	return skip(&line, "Connection died, retrying a fresh connect");
}

isoft_http2_line isoft_http2_text_read(const char *text, size_t length)
{
	const rest line = {text, text + length};
	isoft_http2_line read = {ISOFT_HTTP2_OTHER, 0};
	uint32_t stream = 0;

	if (is_opened(line, &stream)) {
		read.event = ISOFT_HTTP2_OPENED;
	} else if (is_goaway(line, &stream)) {
		read.event = ISOFT_HTTP2_GOAWAY;
	} else if (is_refused(line, &stream)) {
		read.event = ISOFT_HTTP2_REFUSED;
	} else if (is_left(line)) {
		read.event = ISOFT_HTTP2_LEFT;
	}
	read.stream = read.event == ISOFT_HTTP2_OTHER ? 0 : stream;
	return read;
}

bool isoft_http2_text_is_told(void)
{
	return ISOFT_SEND_GUARD_HAS_PREREQ && curl_version_info(CURLVERSION_NOW)->version_num >= TOLD_SINCE;
}
