#include "net/limit_headers.h"

#include <string.h>

/* Gateways of Keap's kind count the expiry in milliseconds; no time in seconds is this large for 3,000 years. */
static const int64_t SMALLEST_IN_MILLISECONDS = 100000000000;

typedef struct {
	const char *text;
	size_t length;
} text_span;

void isoft_limit_headers_init(isoft_limit_headers *limits)
{
	const isoft_limit_window unknown = {-1, -1, -1, -1};

	limits->day = unknown;
	limits->minute = unknown;
	limits->tenant_minute = unknown;
	limits->tenant_day = unknown;
	limits->tenant_day_first = false;
}

static int lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static bool begins(text_span span, const char *prefix)
{
	size_t length = strlen(prefix);

	if (span.length < length) {
		return false;
	}
	for (size_t i = 0; i < length; i++) {
		if (lower(span.text[i]) != prefix[i]) {
			return false;
		}
	}
	return true;
}

static bool equals(text_span span, const char *word)
{
	return span.length == strlen(word) && begins(span, word);
}

static text_span trim(text_span span)
{
	while (span.length && (span.text[0] == ' ' || span.text[0] == '\t')) {
		span.text++;
		span.length--;
	}
	while (span.length && (span.text[span.length - 1] == ' ' || span.text[span.length - 1] == '\t')) {
		span.length--;
	}
	return span;
}

static int64_t number(text_span span)
{
	int64_t value = 0;

	span = trim(span);
	if (!span.length) {
		return -1;
	}
	for (size_t i = 0; i < span.length; i++) {
		int digit = span.text[i] - '0';

		if (digit < 0 || digit > 9 || value > (INT64_MAX - digit) / 10) {
			return -1;
		}
		value = value * 10 + digit;
	}
	return value;
}

/* Which number of a window the end of a name means; NULL for one that is no number of ours. */
static int64_t *field(isoft_limit_window *window, text_span end)
{
	if (equals(end, "limit")) {
		return &window->limit;
	}
	if (equals(end, "available")) {
		return &window->available;
	}
	if (equals(end, "used")) {
		return &window->used;
	}
	if (equals(end, "expiry-time")) {
		return &window->expires_at;
	}
	return NULL;
}

static void put(isoft_limit_window *window, text_span end, text_span value)
{
	int64_t *target = field(window, end);

	if (target) {
		*target = number(value);
		if (target == &window->expires_at && *target >= SMALLEST_IN_MILLISECONDS) {
			*target /= 1000;
		}
	}
}

/* Cuts `first|second` in two; without a bar the second is empty. */
static text_span cut(text_span *value)
{
	const char *bar = value->length ? memchr(value->text, '|', value->length) : NULL;
	text_span first = *value;

	if (!bar) {
		value->length = 0;
		return first;
	}
	first.length = (size_t)(bar - value->text);
	value->text = bar + 1;
	value->length -= first.length + 1;
	return first;
}

/* The header that names the windows may come after the numbers: what was taken in the other order changes places. */
static void take_tenant_units(isoft_limit_headers *limits, text_span value)
{
	bool day_first = equals(trim(cut(&value)), "day");

	if (day_first != limits->tenant_day_first) {
		isoft_limit_window window = limits->tenant_day;

		limits->tenant_day = limits->tenant_minute;
		limits->tenant_minute = window;
		limits->tenant_day_first = day_first;
	}
}

static void take_tenant(isoft_limit_headers *limits, text_span end, text_span value)
{
	text_span first;

	if (equals(end, "time-unit")) {
		take_tenant_units(limits, value);
		return;
	}
	first = cut(&value);
	put(limits->tenant_day_first ? &limits->tenant_day : &limits->tenant_minute, end, first);
	put(limits->tenant_day_first ? &limits->tenant_minute : &limits->tenant_day, end, value);
}

static bool drop_prefix(text_span *span, const char *prefix)
{
	if (!begins(*span, prefix)) {
		return false;
	}
	span->text += strlen(prefix);
	span->length -= strlen(prefix);
	return true;
}

bool isoft_limit_headers_take(
	isoft_limit_headers *limits, const char *name, size_t name_length, const char *value, size_t value_length)
{
	text_span end = {name, name_length};
	text_span content = {value, value_length};

	if (!drop_prefix(&end, "x-keap-")) {
		return false;
	}
	if (drop_prefix(&end, "product-quota-")) {
		put(&limits->day, end, content);
		return true;
	}
	if (drop_prefix(&end, "product-throttle-")) {
		put(&limits->minute, end, content);
		return true;
	}
	if (drop_prefix(&end, "tenant-throttle-")) {
		take_tenant(limits, end, content);
		return true;
	}
	return false;
}
