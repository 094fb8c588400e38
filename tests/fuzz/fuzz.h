/*
 * Fuzz: what every target starts from. A target is one .c file with LLVMFuzzerTestOneInput(); build.sh makes it.
 *
 * Beyond what the sanitizers see, a target says with need() what must hold whatever the input is.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Given by the target; both are called by libFuzzer. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define need(condition) fuzz_need(condition, #condition, __FILE__, __LINE__)

static inline void fuzz_need(bool holds, const char *what, const char *file, int line)
{
	if (!holds) {
		fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
		abort();
	}
}

/* What is left of the input. */
typedef struct {
	const uint8_t *at;
	size_t left;
} fuzz_input;

/* The next bytes, at most `most`; an exhausted input gives none. */
static inline const uint8_t *fuzz_bytes(fuzz_input *in, size_t most, size_t *length)
{
	const uint8_t *bytes = in->at;

	*length = in->left < most ? in->left : most;
	in->at += *length;
	in->left -= *length;
	return bytes;
}

static inline uint64_t fuzz_number(fuzz_input *in, size_t width)
{
	size_t length;
	const uint8_t *bytes = fuzz_bytes(in, width, &length);
	uint64_t number = 0;

	for (size_t i = 0; i < length; i++) {
		number |= (uint64_t)bytes[i] << (8 * i);
	}
	return number;
}

/* The rest, or one line of it, as a string in a block of its own, so that reading past its end is seen. To be freed. */
static inline char *fuzz_copy(const uint8_t *bytes, size_t length)
{
	char *text = malloc(length + 1);

	need(text);
	if (length) {
		memcpy(text, bytes, length);
	}
	text[length] = '\0';
	return text;
}

static inline char *fuzz_text(fuzz_input *in)
{
	size_t length;
	const uint8_t *bytes = fuzz_bytes(in, in->left, &length);

	return fuzz_copy(bytes, length);
}

/* Without its line end. NULL at the end. */
static inline char *fuzz_line(fuzz_input *in, size_t *length)
{
	const uint8_t *end = in->left ? memchr(in->at, '\n', in->left) : NULL;
	const uint8_t *bytes;

	if (!in->left) {
		return NULL;
	}
	bytes = fuzz_bytes(in, end ? (size_t)(end - in->at) : in->left, length);
	if (end) {
		in->at++;
		in->left--;
	}
	return fuzz_copy(bytes, *length);
}

#endif
