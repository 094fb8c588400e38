/*
 * Reply headers: the headers of a reply that may be shown to people. Only names of an allow-list are kept: none of them
 * can carry a credential, a cookie or data of a contact.
 *
 * A value is kept up to 128 bytes, of visible ASCII and blanks; other values, a name's second value and what does not
 * fit are left out. Any input is safe.
 *
 * Ownership: the struct is the caller's; nothing is allocated. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_NET_REPLY_HEADERS_H
#define ISOFT_NET_REPLY_HEADERS_H

#include <stdbool.h>
#include <stddef.h>

enum { ISOFT_REPLY_HEADERS_SIZE = 2048, ISOFT_REPLY_HEADER_VALUE_MAX = 128 };

typedef struct {
	size_t length;
	char text[ISOFT_REPLY_HEADERS_SIZE]; /* name NUL value NUL, for each header; names in lower case */
} isoft_reply_headers;

/* Takes one header. The name may be in any case; the value is without surrounding blanks. */
void isoft_reply_headers_take(
	isoft_reply_headers *headers, const char *name, size_t name_length, const char *value, size_t value_length);

/* Moves to the next header; *at begins at 0. Returns false after the last. */
bool isoft_reply_headers_next(const isoft_reply_headers *headers, size_t *at, const char **name, const char **value);

/* The id that Keap gave the request: visible ASCII without blanks. NULL: the reply has none. */
const char *isoft_reply_headers_request_id(const isoft_reply_headers *headers);

#endif
