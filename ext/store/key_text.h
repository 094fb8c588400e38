/*
 * Key text: keys as the settings write them. Base64 with or without padding, and comma lists of such.
 *
 * Decoded here, since libsodium's decoder came after the oldest libsodium that is supported. Nothing is kept.
 */
#ifndef ISOFT_STORE_KEY_TEXT_H
#define ISOFT_STORE_KEY_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* False unless the text is the base64 of exactly 32 bytes; what was decoded until then is wiped. */
bool isoft_key_text_decode(const char *text, size_t length, unsigned char master[32]);

/*
 * The next item of the list, blanks around it left out, and *list behind it. NULL at the end; empty items are skipped.
 */
const char *isoft_key_text_item(const char **list, size_t *length);

#endif
