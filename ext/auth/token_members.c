#include "auth/token_members.h"

#include <string.h>

enum { SCOPE_MAX = 200, ERROR_MAX = 48, DESCRIPTION_MAX = 72, DEPTH_MAX = 16 }; /* bytes of a value; levels */

typedef struct {
	const char *at;
	const char *end;
} members_text;

/* A piece of the text, with its quotes if it is a string. */
typedef struct {
	const char *start;
	size_t length;
} members_piece;

static void skip_blanks(members_text *text)
{
	while (text->at < text->end && strchr(" \t\r\n", *text->at) && *text->at) {
		text->at++;
	}
}

static bool take_character(members_text *text, char character)
{
	skip_blanks(text);
	if (text->at == text->end || *text->at != character) {
		return false;
	}
	text->at++;
	return true;
}

/* The text is at the opening quote. */
static bool skip_string(members_text *text)
{
	text->at++;
	while (text->at < text->end && *text->at != '"') {
		text->at += *text->at == '\\' ? 2 : 1;
	}
	if (text->at >= text->end) {
		return false;
	}
	text->at++;
	return true;
}

/* Skips a number, true, false or null. */
static bool skip_word(members_text *text)
{
	const char *start = text->at;

	while (text->at < text->end && *text->at && !strchr(",:]}[{\" \t\r\n", *text->at)) {
		text->at++;
	}
	return text->at > start;
}

/* Skips an object or a list; the text is at its bracket. What lies between the brackets is not checked. */
static bool skip_nested(members_text *text)
{
	int depth = 0;

	while (text->at < text->end) {
		if (*text->at == '"') {
			if (!skip_string(text)) {
				return false;
			}
			continue;
		}
		depth += *text->at == '{' || *text->at == '[';
		depth -= *text->at == '}' || *text->at == ']';
		text->at++;
		if (depth == 0) {
			return true;
		}
		if (depth > DEPTH_MAX) {
			return false;
		}
	}
	return false;
}

static bool take_value(members_text *text, members_piece *value)
{
	bool whole;

	skip_blanks(text);
	value->start = text->at;
	if (text->at == text->end) {
		return false;
	}
	if (*text->at == '"') {
		whole = skip_string(text);
	} else if (*text->at == '{' || *text->at == '[') {
		whole = skip_nested(text);
	} else {
		whole = skip_word(text);
	}
	value->length = (size_t)(text->at - value->start);
	return whole;
}

static bool piece_is(const members_piece *name, const char *wanted)
{
	return name->length == strlen(wanted) + 2 && memcmp(name->start + 1, wanted, name->length - 2) == 0;
}

/* Whether the value is a string that a token can be, without an escape. */
static bool is_plain_token(const members_piece *value)
{
	for (size_t i = 1; i + 1 < value->length; i++) {
		if (value->start[i] < 0x21 || value->start[i] > 0x7e || value->start[i] == '\\') {
			return false;
		}
	}
	return *value->start == '"' && value->length > 2;
}

/* Returns how much of a string is kept: all, or what fits into `max` without the pieces of a character or an escape. */
static size_t cut_length(const members_piece *value, size_t max)
{
	size_t kept = 1;

	if (value->length <= max) {
		return value->length;
	}
	while (kept < max && value->start[kept] >= 0x20 && value->start[kept] < 0x7f && value->start[kept] != '\\') {
		kept++;
	}
	return kept;
}

typedef struct {
	char *to;
	size_t size;
	size_t length;
	bool fits;
} members_copy;

static void put(members_copy *copy, const char *bytes, size_t length)
{
	copy->fits = copy->fits && length <= copy->size - copy->length;
	if (copy->fits) {
		memcpy(copy->to + copy->length, bytes, length);
		copy->length += length;
	}
}

static void put_member(members_copy *copy, const members_piece *name, const members_piece *value, size_t max)
{
	size_t kept = cut_length(value, max);

	put(copy, copy->length > 1 ? "," : "", copy->length > 1);
	put(copy, name->start, name->length);
	put(copy, ":", 1);
	put(copy, value->start, kept);
	put(copy, "\"", kept < value->length);
}

/* Copies the member if it matters. */
static void copy_member(
	members_copy *copy, const members_piece *name, const members_piece *value, bool *access, bool *refresh)
{
	if (piece_is(name, "access_token") || piece_is(name, "refresh_token")) {
		*(piece_is(name, "access_token") ? access : refresh) = is_plain_token(value);
		put_member(copy, name, value, value->length);
	} else if (piece_is(name, "expires_in") || (piece_is(name, "scope") && value->length <= SCOPE_MAX)) {
		put_member(copy, name, value, value->length);
	} else if (piece_is(name, "error") && *value->start == '"') {
		put_member(copy, name, value, ERROR_MAX);
	} else if (piece_is(name, "error_description") && *value->start == '"') {
		put_member(copy, name, value, DESCRIPTION_MAX);
	}
}

/* The text is behind the opening bracket of the object. Returns false if it is no list of members. */
static bool copy_members(members_text *text, members_copy *copy, bool *access, bool *refresh)
{
	if (take_character(text, '}')) {
		return true;
	}
	do {
		members_piece name, value;

		skip_blanks(text);
		if (text->at == text->end || *text->at != '"' || !take_value(text, &name) || !take_character(text, ':')
			|| !take_value(text, &value)) {
			return false;
		}
		copy_member(copy, &name, &value, access, refresh);
	} while (take_character(text, ','));
	return take_character(text, '}');
}

bool isoft_token_members_copy(const char *json, size_t length, char *shorter, size_t size, isoft_token_members *members)
{
	members_text text = {json, json + length};
	members_copy copy = {shorter, size, 0, true};
	bool access = false, refresh = false;

	put(&copy, "{", 1);
	if (!length || !take_character(&text, '{') || !copy_members(&text, &copy, &access, &refresh)) {
		return false;
	}
	put(&copy, "}", 1);
	skip_blanks(&text);
	members->length = copy.length;
	members->has_pair = access && refresh;
	return copy.fits && text.at == text.end;
}
