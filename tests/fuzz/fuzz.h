/*
 * Fuzz: helpers for all fuzz targets. A target is one .c file with LLVMFuzzerTestOneInput(); build.sh compiles it.
 *
 * The sanitizers report memory errors; with need() a target also checks conditions that must hold for any input.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Defined by the target, and called by libFuzzer. */
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

/* The unread rest of the input. */
typedef struct {
	const uint8_t *at;
	size_t left;
} fuzz_input;

/* Returns the next bytes, at most `max_length`, and sets *length to their number; 0 at the end of the input. */
static inline const uint8_t *fuzz_bytes(fuzz_input *in, size_t max_length, size_t *length)
{
	const uint8_t *bytes = in->at;

	*length = in->left < max_length ? in->left : max_length;
	in->at += *length;
	in->left -= *length;
	return bytes;
}

/* Returns a little-endian number of `width` bytes; missing bytes are 0. */
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

/* Copies the bytes to a string in a block of its own, so that reads past its end are reported. The caller frees it. */
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

/* Returns the rest of the input as a string, which the caller frees. */
static inline char *fuzz_text(fuzz_input *in)
{
	size_t length;
	const uint8_t *bytes = fuzz_bytes(in, in->left, &length);

	return fuzz_copy(bytes, length);
}

/* Returns the next line without its line end, which the caller frees; NULL at the end of the input. */
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
