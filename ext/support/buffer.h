/*
 * Buffer: bytes that grow up to a hard cap, and are wiped before they are freed, since they may hold a secret.
 *
 * The bytes are always followed by a NUL that is not counted. The memory is never larger than the cap and that NUL.
 *
 * Ownership: the owner of the struct owns the bytes, and frees them with isoft_buffer_wipe(). Plain malloc, so a
 * libcurl callback can fill it. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_SUPPORT_BUFFER_H
#define ISOFT_SUPPORT_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "support/attributes.h"

typedef struct {
	char *data; /* NULL before the first append */
	size_t length;
	size_t allocated; /* bytes of `data`: cap + 1 at most */
	size_t cap;       /* length never exceeds it; below SIZE_MAX */
} isoft_buffer;

void isoft_buffer_init(isoft_buffer *buffer, size_t cap);

/* Return false if the cap would be exceeded or memory is out; the buffer is then unchanged. */
ISOFT_MUST_CHECK bool isoft_buffer_append(isoft_buffer *buffer, const void *bytes, size_t length);
ISOFT_MUST_CHECK bool isoft_buffer_append_text(isoft_buffer *buffer, const char *text);

/* Wipes the bytes and keeps the memory for the next append. */
void isoft_buffer_clear(isoft_buffer *buffer);

/* Wipes and frees the bytes. The buffer can be used again, with the same cap. */
void isoft_buffer_wipe(isoft_buffer *buffer);

#endif
