/* The parser of reply heads: status lines, headers, Retry-After in both forms, caps. */
#include "net/reply_head.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../check.h"

static isoft_reply reply;
static isoft_reply_head head;

/* Passes the line in a block of exactly its size, so that the sanitizers report reads beyond it. */
static bool line(const char *text)
{
	size_t length = strlen(text);
	char *exact = malloc(length + 2);
	bool taken;

	memcpy(exact, text, length);
	memcpy(exact + length, "\r\n", 2);
	taken = isoft_reply_head_line(&head, exact, length + 2);
	free(exact);
	return taken;
}

static void begin(const char *status_line)
{
	memset(&reply, 0, sizeof(reply));
	isoft_reply_head_init(&head, &reply);
	line(status_line);
}

static long retry_after(const char *value)
{
	char text[512];

	begin("HTTP/1.1 429 Too Many Requests");
	snprintf(text, sizeof(text), "Retry-After:%s", value);
	line(text);
	return reply.retry_after;
}

static long retry_after_date(int64_t seconds_from_now)
{
	time_t when = time(NULL) + seconds_from_now;
	char value[64];

	strftime(value, sizeof(value), " %a, %d %b %Y %H:%M:%S GMT", gmtime(&when));
	return retry_after(value);
}

static void status_lines(void)
{
	static const struct {
		const char *line;
		long status;
	} cases[] = {
		{"HTTP/1.1 200 OK", 200},
		{"HTTP/1.0 404 Not Found", 404},
		{"HTTP/1.1 503", 503},
		{"HTTP/2 201", 201},
		{"HTTP/1.1 20", 0},
		{"HTTP/1.1 2x0 OK", 0},
		{"HTTP/1.1", 0},
		{"HTTP/1.1     ", 0},
		{"ICY 200 OK", 0},
		{"", 0},
		{"<html>", 0},
		{"200 OK", 0},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		begin(cases[i].line);
		check(reply.status == cases[i].status, "`%s` is status %ld", cases[i].line, cases[i].status);
	}
}

static void content_types(void)
{
	static const char *const cases[][2] = {
		{"application/json", "application/json"},
		{"  Application/JSON ; charset=UTF-8", "application/json"},
		{"text/html;charset=utf-8", "text/html"},
		{"", ""},
		{" ", ""},
		{";", ""},
		{"a/0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789", ""},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[256];

		begin("HTTP/1.1 200 OK");
		snprintf(text, sizeof(text), "CONTENT-type:%s", cases[i][0]);
		line(text);
		check(strcmp(reply.content_type, cases[i][1]) == 0, "content type `%s`", cases[i][0]);
	}
}

static void retry_after_seconds(void)
{
	static const struct {
		const char *value;
		long seconds;
	} cases[] = {
		{" 120", 120},
		{"0", 0},
		{" 7 \t", 7},
		{"86400", 86400},
		{"86401", 86400},
		{"99999999999999999999999999", 86400},
		{"-5", -1},
		{"1.5", -1},
		{"", -1},
		{"  ", -1},
		{"soon", -1},
		{"12 34", -1},
		{"tomorrow", -1},
		{"Tuesday week", -1},
		{"2026-01-01", -1},
		{"Wed, 99 Foo 2099 99:99:99 GMT", -1},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		check(retry_after(cases[i].value) == cases[i].seconds, "Retry-After `%s` is %ld", cases[i].value,
			cases[i].seconds);
	}
	begin("HTTP/1.1 200 OK");
	check(reply.retry_after == -1, "without Retry-After the value is -1");
}

static void retry_after_dates(void)
{
	long seconds = retry_after_date(90);
	char far_too_long[300];

	check(seconds >= 88 && seconds <= 90, "Retry-After with a date in 90 seconds is 90 seconds");
	check(retry_after_date(-90) == -1, "Retry-After with a past date is ignored");
	check(retry_after_date(400 * 86400) == 86400, "Retry-After with a date next year is one day");
	memset(far_too_long, 'M', sizeof(far_too_long) - 1);
	far_too_long[sizeof(far_too_long) - 1] = '\0';
	check(retry_after(far_too_long) == -1, "Retry-After with a very long date is ignored");
}

static void whole(void)
{
	begin("HTTP/1.1 200 OK");
	line("X-Keap-Product-Quota-Limit:  150000  ");
	check(!head.whole, "the head is not whole before the blank line");
	line("");
	check(head.whole && reply.limits.day.limit == 150000,
		"the head is whole after the blank line, and its limits are read");
	line("Retry-After: 5");
	check(reply.retry_after == -1, "a trailer changes nothing");
}

static void interim(void)
{
	begin("HTTP/1.1 103 Early Hints");
	line("Retry-After: 5");
	line("Content-Type: text/html");
	line("x-keap-product-quota-limit: 1");
	line("");
	check(!head.whole && reply.status == 0, "an interim reply is not the reply");
	line("HTTP/1.1 200 OK");
	line("");
	check(head.whole && reply.status == 200 && reply.retry_after == -1 && reply.content_type[0] == '\0'
			&& reply.limits.day.limit == -1,
		"the headers of an interim reply are not the reply's");
}

static void odd_lines(void)
{
	begin("HTTP/1.1 200 OK");
	line("HTTP/1.1 500 not: a status line here");
	line("no colon");
	line(": no name");
	line("Retry-After");
	line(" retry-after: 5");
	line("retry-after : 5");
	check(reply.status == 200 && reply.retry_after == -1, "malformed lines are ignored");
}

static void floods(void)
{
	char long_line[8192];
	int lines = 0;

	begin("HTTP/1.1 200 OK");
	while (lines < 100000 && line("A: b")) {
		lines++;
	}
	check(lines == 255 && head.flooded, "the 256th line after the status line is refused");
	memset(long_line, 'a', sizeof(long_line) - 1);
	long_line[sizeof(long_line) - 1] = '\0';
	begin("HTTP/1.1 200 OK");
	for (lines = 0; lines < 100000 && line(long_line); lines++) {
	}
	check(lines == 7 && head.flooded, "lines of more than 64 KiB together are refused");
	begin("HTTP/1.1 100 Continue");
	for (lines = 0; lines < 100000 && line("") && line("HTTP/1.1 100 Continue"); lines++) {
	}
	check(head.flooded, "endless interim replies are refused too");
}

static const char *header(const char *wanted)
{
	const char *name, *value;
	size_t at = 0;

	while (isoft_reply_headers_next(&reply.headers, &at, &name, &value)) {
		if (strcmp(name, wanted) == 0) {
			return value;
		}
	}
	return NULL;
}

static bool header_is(const char *wanted, const char *value)
{
	return header(wanted) && strcmp(header(wanted), value) == 0;
}

static void shown_headers(void)
{
	char text[512];

	begin("HTTP/1.1 200 OK");
	line("X-Request-ID: one");
	line("x-request-id: two");
	line("Set-Cookie: secret");
	line("Authorization: secret");
	line("X-Keap-Product-Quota-Limit: 30000");
	line("Date: Thu, 26 Nov 2026 10:00:00 GMT");
	line("Content-Type: text/html\x01");
	check(header_is("x-request-id", "one"), "the first of two headers with one name is kept, its name in lower case");
	check(!header("set-cookie") && !header("authorization"), "a header outside of the allow-list is not kept");
	check(header_is("x-keap-product-quota-limit", "30000"), "Keap's own headers are kept");
	check(header_is("date", "Thu, 26 Nov 2026 10:00:00 GMT"), "a value keeps its blanks");
	check(!header("content-type"), "a value with a control character is not kept");

	begin("HTTP/1.1 103 Early Hints");
	line("Request-Id: interim");
	line("");
	line("HTTP/1.1 200 OK");
	check(!header("request-id"), "headers of an interim reply are forgotten");

	begin("HTTP/1.1 200 OK");
	snprintf(text, sizeof(text), "x-request-id: %0200d", 7);
	line(text);
	check(header("x-request-id") && strlen(header("x-request-id")) == 128, "a value is cut at 128 bytes");
	for (int i = 0; i < 100; i++) {
		snprintf(text, sizeof(text), "x-keap-%d: %0100d", i, i);
		line(text);
	}
	check(header("x-keap-1") && !header("x-keap-99"), "what does not fit is left out");
}

static void request_ids(void)
{
	begin("HTTP/1.1 200 OK");
	check(!isoft_reply_headers_request_id(&reply.headers), "there may be no request id");
	line("x-amzn-requestid: amazon");
	line("X-Request-Id: with a blank");
	line("Request-Id: second");
	check(isoft_reply_headers_request_id(&reply.headers)
			&& strcmp(isoft_reply_headers_request_id(&reply.headers), "second") == 0,
		"the request id is the first in the order of the names that has no blank");
}

int main(void)
{
	shown_headers();
	request_ids();
	status_lines();
	content_types();
	retry_after_seconds();
	retry_after_dates();
	whole();
	interim();
	odd_lines();
	floods();
	return check_end();
}
