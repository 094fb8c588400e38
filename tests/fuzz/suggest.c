/* The suggestion for an unknown name. Input: the name on the first line, the known names on the others. */
#include "fuzz.h"
#include "support/suggest.h"

enum { NAMES_MAX = 32 };

static const char *next(const void *names, size_t index)
{
	return ((const char *const *)names)[index];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	char *lines[NAMES_MAX + 1] = {NULL};
	const char *nearest;
	size_t length, count = 0;
	bool known = false;

	while (count < NAMES_MAX && (lines[count] = fuzz_line(&in, &length))) {
		count++;
	}
	if (count) {
		nearest = isoft_suggest(lines[0], next, lines + 1);
		for (size_t i = 1; i < count; i++) {
			known = known || nearest == lines[i];
		}
		need(!nearest || known);
	}
	while (count) {
		free(lines[--count]);
	}
	return 0;
}
