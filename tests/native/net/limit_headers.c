/* The x-keap-* headers: each form that Keap sends, and malformed ones. */
#include "net/limit_headers.h"

#include <stdlib.h>
#include <string.h>

#include "../check.h"

static bool take(isoft_limit_headers *limits, const char *name, const char *value)
{
	return isoft_limit_headers_take(limits, name, strlen(name), value, strlen(value));
}

static bool is(const isoft_limit_window *window, int64_t limit, int64_t available, int64_t used, int64_t expires_at)
{
	return window->limit == limit && window->available == available && window->used == used
		&& window->expires_at == expires_at;
}

static bool is_unknown(const isoft_limit_window *window)
{
	return is(window, -1, -1, -1, -1);
}

static isoft_limit_headers taken(const char *const pairs[][2], size_t count)
{
	isoft_limit_headers limits;

	isoft_limit_headers_init(&limits);
	for (size_t i = 0; i < count; i++) {
		take(&limits, pairs[i][0], pairs[i][1]);
	}
	return limits;
}

#define TAKEN(pairs) taken(pairs, sizeof(pairs) / sizeof((pairs)[0]))

static void product(void)
{
	static const char *const pairs[][2] = {
		{"x-keap-product-quota-limit", "150000"},
		{"x-keap-product-quota-time-unit", "day"},
		{"x-keap-product-quota-interval", "1"},
		{"x-keap-product-quota-available", "149999"},
		{"x-keap-product-quota-used", "1"},
		{"x-keap-product-quota-expiry-time", "1787443200"},
		{"X-Keap-Product-Throttle-LIMIT", "1500"},
		{"x-keap-product-throttle-available", " 1499\t"},
		{"x-keap-product-throttle-used", "1"},
	};
	isoft_limit_headers limits = TAKEN(pairs);

	check(is(&limits.day, 150000, 149999, 1, 1787443200), "the day of the product");
	check(is(&limits.minute, 1500, 1499, 1, -1),
		"the minute of the product, with names in any case and blanks around values");
	check(
		is_unknown(&limits.tenant_minute) && is_unknown(&limits.tenant_day), "the windows of the tenant stay unknown");
}

static void expiry_in_milliseconds(void)
{
	static const char *const pairs[][2] = {{"x-keap-product-quota-expiry-time", "1787443200123"}};
	isoft_limit_headers limits = TAKEN(pairs);

	check(limits.day.expires_at == 1787443200, "an expiry in milliseconds is read in seconds");
}

static void tenant_minute_first(void)
{
	static const char *const pairs[][2] = {
		{"x-keap-tenant-throttle-time-unit", "minute|day"},
		{"x-keap-tenant-throttle-interval", "1|1"},
		{"x-keap-tenant-throttle-limit", "10000|250000"},
		{"x-keap-tenant-throttle-available", "9999 | 249000"},
		{"x-keap-tenant-throttle-used", "1|1000"},
	};
	isoft_limit_headers limits = TAKEN(pairs);

	check(is(&limits.tenant_minute, 10000, 9999, 1, -1), "minute|day: the tenant's minute");
	check(is(&limits.tenant_day, 250000, 249000, 1000, -1), "minute|day: the tenant's day");
}

static void tenant_day_first(void)
{
	static const char *const before[][2] = {
		{"x-keap-tenant-throttle-time-unit", "Day | Minute"},
		{"x-keap-tenant-throttle-limit", "250000|10000"},
	};
	static const char *const after[][2] = {
		{"x-keap-tenant-throttle-limit", "250000|10000"},
		{"x-keap-tenant-throttle-time-unit", "day|minute"},
		{"x-keap-tenant-throttle-used", "7|3"},
	};
	isoft_limit_headers limits = TAKEN(before);

	check(limits.tenant_day.limit == 250000 && limits.tenant_minute.limit == 10000,
		"day|minute named before the numbers");
	limits = TAKEN(after);
	check(is(&limits.tenant_day, 250000, -1, 7, -1) && is(&limits.tenant_minute, 10000, -1, 3, -1),
		"day|minute named between the numbers");
}

static void tenant_single(void)
{
	static const char *const minute[][2] = {
		{"x-keap-tenant-throttle-limit", "10000"},
		{"x-keap-tenant-throttle-time-unit", "minute"},
	};
	static const char *const day[][2] = {
		{"x-keap-tenant-throttle-limit", "250000"},
		{"x-keap-tenant-throttle-time-unit", "day"},
	};
	isoft_limit_headers limits = TAKEN(minute);

	check(limits.tenant_minute.limit == 10000 && is_unknown(&limits.tenant_day), "a single window of a minute");
	limits = TAKEN(day);
	check(limits.tenant_day.limit == 250000 && is_unknown(&limits.tenant_minute), "a single window of a day");
}

static void not_numbers(void)
{
	static const char *const values[] = {
		"",
		" ",
		"\t",
		"abc",
		"-5",
		"+5",
		"1.5",
		"1e3",
		"0x10",
		"12 34",
		"15,000",
		"\"150\"",
		"99999999999999999999",
		"9223372036854775808",
	};

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		isoft_limit_headers limits;

		isoft_limit_headers_init(&limits);
		take(&limits, "x-keap-product-quota-limit", values[i]);
		take(&limits, "x-keap-tenant-throttle-limit", values[i]);
		check(is_unknown(&limits.day) && is_unknown(&limits.tenant_minute) && is_unknown(&limits.tenant_day),
			"`%s` is not a number", values[i]);
	}
}

static void bars(void)
{
	static const char *const second_only[][2] = {{"x-keap-tenant-throttle-limit", "|250000"}};
	static const char *const first_only[][2] = {{"x-keap-tenant-throttle-limit", "10000|"}};
	static const char *const three[][2] = {{"x-keap-tenant-throttle-limit", "1|2|3"}};
	isoft_limit_headers limits = TAKEN(second_only);

	check(limits.tenant_minute.limit == -1 && limits.tenant_day.limit == 250000,
		"the first of two values may be missing");
	limits = TAKEN(first_only);
	check(limits.tenant_minute.limit == 10000 && limits.tenant_day.limit == -1,
		"the second of two values may be missing");
	limits = TAKEN(three);
	check(limits.tenant_minute.limit == 1 && limits.tenant_day.limit == -1,
		"with three values the second is not a number");
}

static void largest(void)
{
	static const char *const pairs[][2] = {{"x-keap-product-quota-limit", "9223372036854775807"}};

	check(TAKEN(pairs).day.limit == INT64_MAX, "the largest 64-bit number is read");
}

static void family(void)
{
	isoft_limit_headers limits;

	isoft_limit_headers_init(&limits);
	check(take(&limits, "x-keap-product-quota-interval", "1"),
		"a header of the family whose value is not used is recognised");
	check(!take(&limits, "x-keap-product", "1"), "an incomplete name is not recognised");
	check(!take(&limits, "x-keap-other-limit", "1"), "another family is not recognised");
	check(!take(&limits, "content-type", "1") && !take(&limits, "", ""), "another header is not recognised");
	check(is_unknown(&limits.day), "these headers change no number");
}

/* Random mixtures of the words of the family, in blocks of exactly their size, so that sanitizers report overruns. */
static void random_mixtures(void)
{
	static const char *const words[] = {"x-keap-", "product-", "tenant-", "quota-", "throttle-", "limit", "expiry-time",
		"time-unit", "|", "day", "minute", " ", "\t", "9", "00000", "-", "\xff"};
	enum { WORDS = sizeof(words) / sizeof(words[0]) };
	isoft_limit_headers limits;

	srand(1);
	isoft_limit_headers_init(&limits);
	for (int round = 0; round < 200000; round++) {
		char text[2][128] = {"", ""};
		char *exact[2];

		for (int side = 0; side < 2; side++) {
			for (int left = rand() % 6; left > 0; left--) {
				strcat(text[side], words[rand() % WORDS]);
			}
			exact[side] = malloc(strlen(text[side]) + !*text[side]);
			memcpy(exact[side], text[side], strlen(text[side]));
		}
		isoft_limit_headers_take(&limits, exact[0], strlen(text[0]), exact[1], strlen(text[1]));
		free(exact[0]);
		free(exact[1]);
	}
	check(limits.day.limit >= -1 && limits.tenant_day.limit >= -1, "200,000 random mixtures are survived");
}

int main(void)
{
	product();
	expiry_in_milliseconds();
	tenant_minute_first();
	tenant_day_first();
	tenant_single();
	not_numbers();
	bars();
	largest();
	family();
	random_mixtures();
	return check_end();
}
