/*
 * Ids: Keap's ids of contacts, tags and the like, checked before they become part of a path or a body.
 *
 * No lock, no allocation; nothing here bails out or throws.
 */
#ifndef ISOFT_KEAP_IDS_H
#define ISOFT_KEAP_IDS_H

#include "php.h"

#include "support/attributes.h"

enum { ISOFT_ID_SIZE = 24 };

/*
 * Writes the digits of an id that is an int, or a string of digits, and positive. Returns false for any other value;
 * the digits are then not written.
 */
ISOFT_MUST_CHECK bool isoft_id_read(char id[ISOFT_ID_SIZE], const zval *value);

#endif
