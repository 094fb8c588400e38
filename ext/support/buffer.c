#include "support/buffer.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "support/assert.h"

enum { FIRST_ALLOCATION = 256 };

void isoft_buffer_init(isoft_buffer *buffer, size_t cap)
{
	memset(buffer, 0, sizeof(*buffer));
	buffer->cap = cap;
}

/*
 * The next size: doubled until `needed` fits, and at most the cap and the NUL. A size of which one more doubling would
 * reach that maximum jumps to it, so that a buffer that is filled to its cap is not copied once more for one byte.
 */
static size_t buffer_next_size(const isoft_buffer *buffer, size_t needed)
{
	const size_t max = buffer->cap + 1;
	size_t size = buffer->allocated ? buffer->allocated : FIRST_ALLOCATION;

	while (size < needed) {
		size = size < max / 2 ? size * 2 : max;
	}
	return size < max ? size : max;
}

/* Copies instead of using realloc, which would leave an unwiped copy behind. */
static bool buffer_grow(isoft_buffer *buffer, size_t needed)
{
	size_t size = buffer_next_size(buffer, needed);
	char *data = malloc(size);

	if (!data) {
		return false;
	}
	if (buffer->data) {
		memcpy(data, buffer->data, buffer->length);
		sodium_memzero(buffer->data, buffer->allocated);
		free(buffer->data);
	}
	buffer->data = data;
	buffer->allocated = size;
	return true;
}

bool isoft_buffer_append(isoft_buffer *buffer, const void *bytes, size_t length)
{
	ISOFT_ASSERT(buffer->length <= buffer->cap && (!buffer->data || buffer->length < buffer->allocated));
	if (length > buffer->cap - buffer->length) {
		return false;
	}
	if (buffer->length + length + 1 > buffer->allocated && !buffer_grow(buffer, buffer->length + length + 1)) {
		return false;
	}
	if (length) {
		memcpy(buffer->data + buffer->length, bytes, length);
	}
	buffer->length += length;
	buffer->data[buffer->length] = '\0';
	return true;
}

bool isoft_buffer_append_text(isoft_buffer *buffer, const char *text)
{
	return isoft_buffer_append(buffer, text, strlen(text));
}

void isoft_buffer_clear(isoft_buffer *buffer)
{
	if (buffer->data) {
		sodium_memzero(buffer->data, buffer->length);
		buffer->data[0] = '\0';
	}
	buffer->length = 0;
}

void isoft_buffer_wipe(isoft_buffer *buffer)
{
	if (buffer->data) {
		sodium_memzero(buffer->data, buffer->allocated);
		free(buffer->data);
	}
	isoft_buffer_init(buffer, buffer->cap);
}
