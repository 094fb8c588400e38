#include "support/buffer.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 256 };

void isoft_buffer_init(isoft_buffer *buffer, size_t cap)
{
	memset(buffer, 0, sizeof(*buffer));
	buffer->cap = cap;
}

/* Not realloc: it would leave an unwiped copy behind. */
static bool grow(isoft_buffer *buffer, size_t needed)
{
	size_t room = buffer->room ? buffer->room : FIRST_ROOM;
	char *data;

	while (room < needed) {
		room *= 2;
	}
	data = malloc(room);
	if (!data) {
		return false;
	}
	if (buffer->data) {
		memcpy(data, buffer->data, buffer->length);
		sodium_memzero(buffer->data, buffer->room);
		free(buffer->data);
	}
	buffer->data = data;
	buffer->room = room;
	return true;
}

bool isoft_buffer_append(isoft_buffer *buffer, const void *bytes, size_t length)
{
	if (length > buffer->cap - buffer->length) {
		return false;
	}
	if (buffer->length + length + 1 > buffer->room && !grow(buffer, buffer->length + length + 1)) {
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
		sodium_memzero(buffer->data, buffer->room);
		free(buffer->data);
	}
	isoft_buffer_init(buffer, buffer->cap);
}
