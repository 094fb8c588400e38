/*
 * Buffer: bytes that grow up to a hard cap and are wiped before they are freed, because they may hold a secret.
 *
 * Plain malloc, no Zend: may be filled from a libcurl callback. The owner of the struct owns the bytes and ends with
 * isoft_buffer_wipe(). The bytes are always followed by a NUL that is not counted. Never bails out.
 */
#ifndef ISOFT_SUPPORT_BUFFER_H
#define ISOFT_SUPPORT_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
	char *data; /* NULL until the first byte */
	size_t length;
	size_t allocated; /* bytes of `data`: cap + 1 at most */
	size_t cap;       /* length never exceeds it; below SIZE_MAX */
} isoft_buffer;

void isoft_buffer_init(isoft_buffer *buffer, size_t cap);

/* False where the cap or the memory does not suffice; the buffer is then as it was. */
bool isoft_buffer_append(isoft_buffer *buffer, const void *bytes, size_t length);
bool isoft_buffer_append_text(isoft_buffer *buffer, const char *text);

/* Empties it and keeps the room; the bytes that were there are wiped. */
void isoft_buffer_clear(isoft_buffer *buffer);

/* Wipes, frees and leaves it as after init. */
void isoft_buffer_wipe(isoft_buffer *buffer);

#endif
