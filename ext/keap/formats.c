#include "keap/formats.h"

#include "ext/standard/html.h"

#include "keap/countries.h"

/* Reads exactly `count` digits and moves past them. Returns false when there are fewer. */
static bool read_digits(const char **at, const char *end, int count, int *number)
{
	*number = 0;
	for (; count > 0; count--, (*at)++) {
		if (*at >= end || **at < '0' || **at > '9') {
			return false;
		}
		*number = *number * 10 + (**at - '0');
	}
	return true;
}

static bool read_character(const char **at, const char *end, char character)
{
	if (*at >= end || **at != character) {
		return false;
	}
	(*at)++;
	return true;
}

static int days_of_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : days[month - 1];
}

static bool read_date(const char **at, const char *end)
{
	int year, month, day;

	return read_digits(at, end, 4, &year) && read_character(at, end, '-') && read_digits(at, end, 2, &month)
		&& read_character(at, end, '-') && read_digits(at, end, 2, &day) && month >= 1 && month <= 12 && day >= 1
		&& day <= days_of_month(year, month);
}

static bool read_time(const char **at, const char *end)
{
	int hour, minute, second, digit;

	if (!read_digits(at, end, 2, &hour) || !read_character(at, end, ':') || !read_digits(at, end, 2, &minute)
		|| !read_character(at, end, ':') || !read_digits(at, end, 2, &second) || hour > 23 || minute > 59
		|| second > 59) {
		return false;
	}
	if (!read_character(at, end, '.')) {
		return true;
	}
	if (!read_digits(at, end, 1, &digit)) {
		return false;
	}
	while (*at < end && **at >= '0' && **at <= '9') {
		(*at)++;
	}
	return true;
}

/* Z, +01:00 or +0100: Keap itself writes offsets without the colon in v1. */
static bool read_offset(const char **at, const char *end)
{
	int hours, minutes;

	if (read_character(at, end, 'Z')) {
		return true;
	}
	if ((!read_character(at, end, '+') && !read_character(at, end, '-')) || !read_digits(at, end, 2, &hours)) {
		return false;
	}
	read_character(at, end, ':');
	return read_digits(at, end, 2, &minutes) && hours <= 18 && minutes <= 59;
}

bool isoft_formats_is_date(const char *text, size_t length)
{
	const char *at = text;

	return read_date(&at, text + length) && at == text + length;
}

bool isoft_formats_is_date_time(const char *text, size_t length)
{
	const char *at = text, *end = text + length;

	return read_date(&at, end) && read_character(&at, end, 'T') && read_time(&at, end) && read_offset(&at, end)
		&& at == end;
}

static bool is_hidden(unsigned character)
{
	static const struct {
		unsigned first, last;
	} ranges[] = {{0x85, 0x85}, {0xa0, 0xa0}, {0xad, 0xad}, {0x1680, 0x1680}, {0x180e, 0x180e}, {0x2000, 0x200f},
		{0x2028, 0x202f}, {0x205f, 0x206f}, {0x3000, 0x3000}, {0xfeff, 0xfeff}};

	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++) {
		if (character >= ranges[i].first && character <= ranges[i].last) {
			return true;
		}
	}
	return false;
}

unsigned isoft_formats_find_hidden(const char *text, size_t length, size_t *offset)
{
	size_t at = 0;

	while (at < length) {
		zend_result status;
		unsigned character;

		*offset = at;
		character = php_next_utf8_char((const unsigned char *)text, length, &at, &status);
		if (status == SUCCESS && is_hidden(character)) {
			return character;
		}
	}
	return 0;
}

bool isoft_formats_is_blank(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length) {
		zend_result status;
		unsigned character = php_next_utf8_char((const unsigned char *)text, length, &at, &status);

		if (status != SUCCESS || (character > ' ' && character != 0x7f && !is_hidden(character))) {
			return false;
		}
	}
	return true;
}

static bool check_email(const char *text, size_t length, const char *place, isoft_failure *failure)
{
	const char *at = memchr(text, '@', length);
	bool whole = at && at != text && at + 1 < text + length && !memchr(at + 1, '@', length - (size_t)(at + 1 - text));
	size_t offset = 0;
	unsigned hidden = isoft_formats_find_hidden(text, length, &offset);

	if (hidden) {
		return isoft_fail(failure, ISOFT_FAILURE_VALUE,
			"%s must be an e-mail address, such as mary@example.com: it holds the space or invisible character U+%04X "
			"at byte %zu. Remove it",
			place, hidden, offset);
	}
	for (size_t i = 0; whole && i < length; i++) {
		whole = (unsigned char)text[i] > 0x20 && text[i] != 0x7f;
	}
	return whole
		|| isoft_fail(failure, ISOFT_FAILURE_VALUE, "%s must be an e-mail address, such as mary@example.com", place);
}

static bool check_country(const char *text, const char *place, isoft_failure *failure)
{
	const char *suggestion;

	if (isoft_countries_has_code(text)) {
		return true;
	}
	suggestion = isoft_countries_suggest(text);
	return suggestion ? isoft_fail(failure, ISOFT_FAILURE_VALUE,
			   "%s must be a country's code of three letters, such as USA, \"%.60s\" given; did you mean \"%s\"?",
			   place, text, suggestion)
					  : isoft_fail(failure, ISOFT_FAILURE_VALUE,
						  "%s must be a country's code of three letters, such as USA, \"%.60s\" given", place, text);
}

bool isoft_formats_check(
	isoft_format format, const char *text, size_t length, const char *place, isoft_failure *failure)
{
	if (!length) {
		return true;
	}
	switch (format) {
		case ISOFT_FORMAT_DATE:
			return isoft_formats_is_date(text, length)
				|| isoft_fail(failure, ISOFT_FAILURE_VALUE,
					"%s must be a date of the calendar in the form 2026-01-31 (or a DateTimeInterface), \"%.60s\" "
					"given",
					place, text);
		case ISOFT_FORMAT_DATE_TIME:
			return isoft_formats_is_date_time(text, length)
				|| isoft_fail(failure, ISOFT_FAILURE_VALUE,
					"%s must be a point in time in the form 2026-01-31T00:00:00Z, with Z or an offset such as +01:00 "
					"(or "
					"a DateTimeInterface), \"%.60s\" given",
					place, text);
		case ISOFT_FORMAT_COUNTRY:
			return check_country(text, place, failure);
		case ISOFT_FORMAT_EMAIL:
			return check_email(text, length, place, failure);
		case ISOFT_FORMAT_NONE:
		case ISOFT_FORMAT_CONTENT:
			break;
	}
	return true;
}
