#include "net/reply_head.h"

#include <curl/curl.h>
#include <string.h>

#include "support/clock.h"

enum { LINES_MAX = 256, BYTES_MAX = 64 * 1024 };

/* A day: Keap's longest window. Who is told to wait longer may as well ask again by then. */
enum { RETRY_AFTER_MAX = 86400 };

static void forget(isoft_reply *reply)
{
	reply->status = 0;
	reply->content_type[0] = '\0';
	reply->retry_after = -1;
	isoft_limit_headers_init(&reply->limits);
}

void isoft_reply_head_init(isoft_reply_head *head, isoft_reply *reply)
{
	memset(head, 0, sizeof(*head));
	head->reply = reply;
	forget(reply);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* `HTTP/1.1 200 OK`; 0 for what is no status line. */
static long status_of(const char *line, size_t length)
{
	const char *digits;

	if (length < sizeof("HTTP/2 200") - 1 || memcmp(line, "HTTP/", 5) != 0) {
		return 0;
	}
	digits = memchr(line, ' ', length - 3);
	if (!digits || !is_digit(digits[1]) || !is_digit(digits[2]) || !is_digit(digits[3])) {
		return 0;
	}
	return (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + (digits[3] - '0');
}

static long seconds_of(const char *value, size_t length)
{
	long seconds = 0;

	for (size_t i = 0; i < length; i++) {
		if (!is_digit(value[i])) {
			return -1;
		}
		if (seconds <= RETRY_AFTER_MAX) {
			seconds = seconds * 10 + (value[i] - '0');
		}
	}
	return seconds < RETRY_AFTER_MAX ? seconds : RETRY_AFTER_MAX;
}

/* A date that has passed says nothing of use: the clocks differ, or the reply was long under way. */
static long seconds_until(const char *value, size_t length)
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

/* Digits, or a date, which begins with the name of a day; whatever else curl_getdate makes a date of is garbage. */
static long retry_after_of(const char *value, size_t length)
{
	if (!length) {
		return -1;
	}
	return strchr("MTWFS", value[0]) ? seconds_until(value, length) : seconds_of(value, length);
}

static void take_content_type(isoft_reply *reply, const char *value, size_t length)
{
	const char *parameters = length ? memchr(value, ';', length) : NULL;
	size_t end = parameters ? (size_t)(parameters - value) : length;

	while (end && is_blank(value[end - 1])) {
		end--;
	}
	if (end >= sizeof(reply->content_type)) {
		end = 0;
	}
	for (size_t i = 0; i < end; i++) {
		reply->content_type[i] = (char)(value[i] >= 'A' && value[i] <= 'Z' ? value[i] + ('a' - 'A') : value[i]);
	}
	reply->content_type[end] = '\0';
}

static bool named(const char *name, size_t length, const char *wanted)
{
	return length == strlen(wanted) && curl_strnequal(name, wanted, length);
}

static void take_header(isoft_reply *reply, const char *line, size_t length)
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
	while (value_length && is_blank(value[0])) {
		value++;
		value_length--;
	}
	if (named(line, name_length, "content-type")) {
		take_content_type(reply, value, value_length);
	} else if (named(line, name_length, "retry-after")) {
		reply->retry_after = retry_after_of(value, value_length);
	} else {
		isoft_limit_headers_take(&reply->limits, line, name_length, value, value_length);
	}
}

static bool fits(isoft_reply_head *head, size_t length)
{
	head->lines++;
	head->bytes += length;
	head->flooded = head->lines > LINES_MAX || head->bytes > BYTES_MAX;
	return !head->flooded;
}

bool isoft_reply_head_line(isoft_reply_head *head, const char *line, size_t length)
{
	if (!fits(head, length)) {
		return false;
	}
	while (length && is_blank(line[length - 1])) {
		length--;
	}
	if (head->whole) {
		return true; /* a trailer: what it could say came too late to matter */
	}
	if (!head->reply->status) {
		head->reply->status = status_of(line, length);
	} else if (length) {
		take_header(head->reply, line, length);
	} else if (head->reply->status >= 200) {
		head->whole = true;
	} else {
		forget(head->reply); /* that was an interim reply; the real one comes next */
	}
	return true;
}
