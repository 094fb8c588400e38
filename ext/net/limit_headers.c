#include "net/limit_headers.h"

#include <string.h>

/* Gateways like Keap's report the expiry in milliseconds. A time in seconds stays below this for 3,000 years. */
static const int64_t MIN_IN_MILLISECONDS = 100000000000;

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

static bool limit_headers_merge_window(isoft_limit_window *window, const isoft_limit_window *later)
{
	bool is_known = isoft_limit_window_is_known(later);

	if (is_known) {
		*window = *later;
	}
	return is_known;
}

bool isoft_limit_headers_merge(isoft_limit_headers *limits, const isoft_limit_headers *later)
{
	bool has_day = limit_headers_merge_window(&limits->day, &later->day);
	bool has_minute = limit_headers_merge_window(&limits->minute, &later->minute);
	bool has_tenant_day = limit_headers_merge_window(&limits->tenant_day, &later->tenant_day);
	bool has_tenant_minute = limit_headers_merge_window(&limits->tenant_minute, &later->tenant_minute);

	return has_day || has_minute || has_tenant_day || has_tenant_minute;
}

static int limit_headers_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

/* Whether the text begins with the prefix, in any case. The prefix is in lower case. */
static bool limit_headers_has_prefix(text_span span, const char *prefix)
{
	size_t length = strlen(prefix);

	if (span.length < length) {
		return false;
	}
	for (size_t i = 0; i < length; i++) {
		if (limit_headers_lower(span.text[i]) != prefix[i]) {
			return false;
		}
	}
	return true;
}

static bool limit_headers_equals(text_span span, const char *word)
{
	return span.length == strlen(word) && limit_headers_has_prefix(span, word);
}

static text_span limit_headers_trim(text_span span)
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

/* Returns -1 if the text is not a number that fits. */
static int64_t limit_headers_number(text_span span)
{
	int64_t value = 0;

	span = limit_headers_trim(span);
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

/* The number that a header is for, by the last part of its name; NULL for a header without such a number. */
static int64_t *limit_headers_figure(isoft_limit_window *window, text_span figure)
{
	if (limit_headers_equals(figure, "limit")) {
		return &window->limit;
	}
	if (limit_headers_equals(figure, "available")) {
		return &window->available;
	}
	if (limit_headers_equals(figure, "used")) {
		return &window->used;
	}
	if (limit_headers_equals(figure, "expiry-time")) {
		return &window->expires_at;
	}
	return NULL;
}

static void limit_headers_put(isoft_limit_window *window, text_span figure, text_span value)
{
	int64_t *target = limit_headers_figure(window, figure);

	if (target) {
		*target = limit_headers_number(value);
		if (target == &window->expires_at && *target >= MIN_IN_MILLISECONDS) {
			*target /= 1000;
		}
	}
}

/* Returns what is before the bar and leaves in *value what is after it; without a bar *value becomes empty. */
static text_span limit_headers_cut(text_span *value)
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

/* The header with the units may come after the numbers. Numbers that were read in the other order change places. */
static void limit_headers_take_units(isoft_limit_headers *limits, text_span value)
{
	bool day_first = limit_headers_equals(limit_headers_trim(limit_headers_cut(&value)), "day");

	if (day_first != limits->tenant_day_first) {
		isoft_limit_window window = limits->tenant_day;

		limits->tenant_day = limits->tenant_minute;
		limits->tenant_minute = window;
		limits->tenant_day_first = day_first;
	}
}

static void limit_headers_take_tenant(isoft_limit_headers *limits, text_span figure, text_span value)
{
	text_span first;

	if (limit_headers_equals(figure, "time-unit")) {
		limit_headers_take_units(limits, value);
		return;
	}
	first = limit_headers_cut(&value);
	limit_headers_put(limits->tenant_day_first ? &limits->tenant_day : &limits->tenant_minute, figure, first);
	limit_headers_put(limits->tenant_day_first ? &limits->tenant_minute : &limits->tenant_day, figure, value);
}

static bool limit_headers_drop_prefix(text_span *span, const char *prefix)
{
	if (!limit_headers_has_prefix(*span, prefix)) {
		return false;
	}
	span->text += strlen(prefix);
	span->length -= strlen(prefix);
	return true;
}

bool isoft_limit_headers_take(
	isoft_limit_headers *limits, const char *name, size_t name_length, const char *value, size_t value_length)
{
	text_span figure = {name, name_length};
	text_span content = {value, value_length};

	if (!limit_headers_drop_prefix(&figure, "x-keap-")) {
		return false;
	}
	if (limit_headers_drop_prefix(&figure, "product-quota-")) {
		limit_headers_put(&limits->day, figure, content);
		return true;
	}
	if (limit_headers_drop_prefix(&figure, "product-throttle-")) {
		limit_headers_put(&limits->minute, figure, content);
		return true;
	}
	if (limit_headers_drop_prefix(&figure, "tenant-throttle-")) {
		limit_headers_take_tenant(limits, figure, content);
		return true;
	}
	return false;
}
