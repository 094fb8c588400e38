#include "support/suggest.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { NAME_MAX_LENGTH = 48 };

static size_t suggest_min(size_t a, size_t b, size_t c)
{
	size_t smaller = a < b ? a : b;

	return smaller < c ? smaller : c;
}

/* How many characters must be changed, added or removed (Levenshtein), ignoring case. */
static size_t suggest_distance(const char *from, size_t from_length, const char *to, size_t to_length)
{
	size_t row[NAME_MAX_LENGTH + 1];

	for (size_t j = 0; j <= to_length; j++) {
		row[j] = j;
	}
	for (size_t i = 1; i <= from_length; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= to_length; j++) {
			size_t above = row[j];
			size_t same = tolower((unsigned char)from[i - 1]) == tolower((unsigned char)to[j - 1]) ? 0 : 1;

			row[j] = suggest_min(above + 1, row[j - 1] + 1, diagonal + same);
			diagonal = above;
		}
	}
	return row[to_length];
}

size_t isoft_suggest_edits(const char *name, const char *known)
{
	size_t length = strlen(name), known_length = strlen(known);

	return length <= NAME_MAX_LENGTH && known_length <= NAME_MAX_LENGTH
		? suggest_distance(name, length, known, known_length)
		: SIZE_MAX;
}

const char *isoft_suggest(const char *name, const char *(*next)(const void *names, size_t index), const void *names)
{
	size_t length = strlen(name);
	size_t best = length / 3 + 1;
	const char *nearest = NULL;
	const char *candidate;

	if (length > NAME_MAX_LENGTH) {
		return NULL;
	}
	for (size_t i = 0; (candidate = next(names, i)) != NULL; i++) {
		size_t candidate_length = strlen(candidate);
		size_t changes = candidate_length <= NAME_MAX_LENGTH
			? suggest_distance(name, length, candidate, candidate_length)
			: best + 1;

		if (changes <= best) {
			nearest = candidate;
			best = changes - (changes > 0);
		}
	}
	return nearest;
}

const char *isoft_suggest_tail(char tail[ISOFT_SUGGEST_TAIL_SIZE], const char *suggestion)
{
	tail[0] = '\0';
	if (suggestion) {
		snprintf(tail, ISOFT_SUGGEST_TAIL_SIZE, "; did you mean \"%.60s\"?", suggestion);
	}
	return tail;
}
