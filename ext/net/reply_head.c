#include "net/reply_head.h"

#include <curl/curl.h>
#include <string.h>

#include "support/clock.h"

enum { LINES_MAX = 256, BYTES_MAX = 64 * 1024 };

/* One day, Keap's longest window: a call after that may succeed, whatever longer wait was asked for. */
enum { RETRY_AFTER_MAX = 86400 };

static void reply_head_reset(isoft_reply *reply)
{
	reply->status = 0;
	reply->content_type[0] = '\0';
	reply->retry_after = -1;
	isoft_limit_headers_init(&reply->limits);
	reply->headers.length = 0;
}

void isoft_reply_head_init(isoft_reply_head *head, isoft_reply *reply)
{
	memset(head, 0, sizeof(*head));
	head->reply = reply;
	reply_head_reset(reply);
}

static bool reply_head_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool reply_head_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The status of a line like `HTTP/1.1 200 OK`; 0 if the line is not a status line. */
static long reply_head_status(const char *line, size_t length)
{
	const char *digits;

	if (length < sizeof("HTTP/2 200") - 1 || memcmp(line, "HTTP/", 5) != 0) {
		return 0;
	}
	digits = memchr(line, ' ', length - 3);
	if (!digits || !reply_head_is_digit(digits[1]) || !reply_head_is_digit(digits[2])
		|| !reply_head_is_digit(digits[3])) {
		return 0;
	}
	return (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + (digits[3] - '0');
}

/* The number of seconds, capped; -1 if the value is not a number. */
static long reply_head_seconds(const char *value, size_t length)
{
	long seconds = 0;

	for (size_t i = 0; i < length; i++) {
		if (!reply_head_is_digit(value[i])) {
			return -1;
		}
		if (seconds <= RETRY_AFTER_MAX) {
			seconds = seconds * 10 + (value[i] - '0');
		}
	}
	return seconds < RETRY_AFTER_MAX ? seconds : RETRY_AFTER_MAX;
}

/* The seconds until a date. -1 for a date that has passed: the clocks differ, or the reply took long to arrive. */
static long reply_head_seconds_until(const char *value, size_t length)
{
	char date[64];
	time_t when;
	int64_t left;

	if (length >= sizeof(date)) {
		return -1;
	}
	memcpy(date, value, length);
	date[length] = '\0';
	when = curl_getdate(date, NULL);
	left = (int64_t)when - isoft_clock_wall();
	if (when == -1 || left < 0) {
		return -1;
	}
	return left < RETRY_AFTER_MAX ? (long)left : RETRY_AFTER_MAX;
}

/* Seconds, or a date, which begins with the name of a day. curl_getdate() takes more forms, which are refused here. */
static long reply_head_retry_after(const char *value, size_t length)
{
	if (!length) {
		return -1;
	}
	return strchr("MTWFS", value[0]) ? reply_head_seconds_until(value, length) : reply_head_seconds(value, length);
}

static void reply_head_take_content_type(isoft_reply *reply, const char *value, size_t length)
{
	const char *parameters = length ? memchr(value, ';', length) : NULL;
	size_t type_length = parameters ? (size_t)(parameters - value) : length;

	while (type_length && reply_head_is_blank(value[type_length - 1])) {
		type_length--;
	}
	if (type_length >= sizeof(reply->content_type)) {
		type_length = 0;
	}
	for (size_t i = 0; i < type_length; i++) {
		reply->content_type[i] = (char)(value[i] >= 'A' && value[i] <= 'Z' ? value[i] + ('a' - 'A') : value[i]);
	}
	reply->content_type[type_length] = '\0';
}

static bool reply_head_is_named(const char *name, size_t length, const char *wanted)
{
	return length == strlen(wanted) && curl_strnequal(name, wanted, length);
}

static void reply_head_take_header(isoft_reply *reply, const char *line, size_t length)
{
	const char *colon = memchr(line, ':', length);
	const char *value;
	size_t name_length, value_length;

	if (!colon) {
		return;
	}
	name_length = (size_t)(colon - line);
	value = colon + 1;
	value_length = length - name_length - 1;
	while (value_length && reply_head_is_blank(value[0])) {
		value++;
		value_length--;
	}
	isoft_reply_headers_take(&reply->headers, line, name_length, value, value_length);
	if (reply_head_is_named(line, name_length, "content-type")) {
		reply_head_take_content_type(reply, value, value_length);
	} else if (reply_head_is_named(line, name_length, "retry-after")) {
		reply->retry_after = reply_head_retry_after(value, value_length);
	} else {
		isoft_limit_headers_take(&reply->limits, line, name_length, value, value_length);
	}
}

/* Counts the line. Returns false if a cap is exceeded. */
static bool reply_head_fits(isoft_reply_head *head, size_t length)
{
	head->lines++;
	head->bytes += length;
	head->flooded = head->lines > LINES_MAX || head->bytes > BYTES_MAX;
	return !head->flooded;
}

bool isoft_reply_head_line(isoft_reply_head *head, const char *line, size_t length)
{
	if (!reply_head_fits(head, length)) {
		return false;
	}
	while (length && reply_head_is_blank(line[length - 1])) {
		length--;
	}
	if (head->whole) {
		return true; /* a trailer: it comes too late to be used */
	}
	if (!head->reply->status) {
		head->reply->status = reply_head_status(line, length);
	} else if (length) {
		reply_head_take_header(head->reply, line, length);
	} else if (head->reply->status >= 200) {
		head->whole = true;
	} else {
		reply_head_reset(head->reply); /* that was an interim reply; the final one comes next */
	}
	return true;
}
