/*
 * Ids: Keap's ids of contacts and tags, checked before they become part of a path or a body.
 */
#ifndef ISOFT_KEAP_IDS_H
#define ISOFT_KEAP_IDS_H

#include "php.h"

enum { ISOFT_ID_SIZE = 24 };

/* Writes the id's digits; false where the value, an int or a string, is no positive whole number. */
bool isoft_id_read(char id[ISOFT_ID_SIZE], const zval *given);

#endif
