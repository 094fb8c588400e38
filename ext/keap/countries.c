#include "keap/countries.h"

#include "php.h"

#include "keap/country_table.h"
#include "support/suggest.h"

enum {
	NAME_SIZE = 64,
	SHORTEST_NAME = 6, /* in bytes: a shorter name that is near mostly means another country */
	MOST_EDITS = 2
};

static bool is_between(const char *text, const char *first, const char *last)
{
	return strcmp(text, first) >= 0 && strcmp(text, last) <= 0;
}

static bool is_users_code(const char *text)
{
	for (int i = 0; i < 3; i++) {
		if (text[i] < 'A' || text[i] > 'Z') {
			return false;
		}
	}
	return !text[3]
		&& (strcmp(text, "AAA") == 0 || strcmp(text, "ZZZ") == 0 || is_between(text, "QMA", "QZZ")
			|| is_between(text, "XAA", "XZZ"));
}

bool isoft_countries_has_code(const char *text)
{
	for (const isoft_country *one = isoft_countries; one->name; one++) {
		if (strcmp(one->alpha3, text) == 0) {
			return true;
		}
	}
	return is_users_code(text);
}

static const char *countries_find(const char *text)
{
	for (const isoft_country *one = isoft_countries; one->name; one++) {
		if (strcasecmp(one->name, text) == 0 || strcasecmp(one->alpha2, text) == 0
			|| strcasecmp(one->alpha3, text) == 0) {
			return one->alpha3;
		}
	}
	for (const isoft_country_name *other = isoft_country_names; other->name; other++) {
		if (strcasecmp(other->name, text) == 0) {
			return other->alpha3;
		}
	}
	return NULL;
}

/* The best name so far, and its country; NULL when names of two countries are as near. */
typedef struct {
	size_t edits;
	const char *code;
} nearest_country;

static void countries_compare(nearest_country *nearest, const char *text, const char *name, const char *code)
{
	size_t edits = strlen(name) < SHORTEST_NAME ? SIZE_MAX : isoft_suggest_edits(text, name);

	if (edits < nearest->edits) {
		nearest->edits = edits;
		nearest->code = code;
	} else if (edits == nearest->edits && nearest->code && strcmp(nearest->code, code) != 0) {
		nearest->code = NULL;
	}
}

static const char *countries_find_near(const char *text)
{
	nearest_country nearest = {MOST_EDITS + 1, NULL};

	for (const isoft_country *one = isoft_countries; one->name; one++) {
		countries_compare(&nearest, text, one->name, one->alpha3);
	}
	for (const isoft_country_name *other = isoft_country_names; other->name; other++) {
		countries_compare(&nearest, text, other->name, other->alpha3);
	}
	return nearest.code;
}

/* Copies the text without the blanks around it. Returns false if it is longer than names are. */
static bool countries_trim(char trimmed[NAME_SIZE], const char *text)
{
	size_t length;

	text += strspn(text, " \t\r\n");
	length = strlen(text);
	while (length && strchr(" \t\r\n", text[length - 1])) {
		length--;
	}
	if (length >= NAME_SIZE) {
		return false;
	}
	memcpy(trimmed, text, length);
	trimmed[length] = '\0';
	return true;
}

/* Writes the name as the table has it: "Saint" for "St" and "St.", "and" for "&". Returns false if it is long. */
static bool countries_spell_out(char name[NAME_SIZE], const char *text)
{
	bool saint = strncasecmp(text, "St ", 3) == 0 || strncasecmp(text, "St. ", 4) == 0;
	const char *rest = saint ? strchr(text, ' ') : text;
	const char *and = strstr(rest, " & ");
	int length = and? snprintf(name, NAME_SIZE, "%s%.*s and %s", saint ? "Saint" : "", (int)(and-rest), rest, and+3)
					: snprintf(name, NAME_SIZE, "%s%s", saint ? "Saint" : "", rest);

	return length < NAME_SIZE;
}

const char *isoft_countries_suggest(const char *text)
{
	char trimmed[NAME_SIZE], name[NAME_SIZE];
	const char *code;
	size_t length;

	if (!countries_trim(trimmed, text) || !countries_spell_out(name, trimmed)) {
		return NULL;
	}
	code = countries_find(name);
	length = strlen(name);
	if (!code && length && strchr(".,;", name[length - 1])) {
		name[--length] = '\0';
		code = countries_find(name);
	}
	return code || length < SHORTEST_NAME ? code : countries_find_near(name);
}
