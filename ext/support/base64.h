/*
 * Base64: libsodium has it only since 1.0.14, and this extension needs no more than 1.0.12. No Zend.
 */
#ifndef ISOFT_SUPPORT_BASE64_H
#define ISOFT_SUPPORT_BASE64_H

#include <stdbool.h>
#include <stddef.h>

#include "support/buffer.h"

/* Appends the bytes as base64 with padding. False where the buffer's cap or the memory does not suffice. */
bool isoft_base64_encode(isoft_buffer *text, const void *bytes, size_t length);

/* Decodes exactly `length` bytes; padding is optional, blanks are not. False for anything else; the bytes may then be
 * half filled. */
bool isoft_base64_decode(unsigned char *bytes, size_t length, const char *text, size_t text_length);

#endif
