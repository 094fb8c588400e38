/*
 * Custom fields: a contact's, given by name, under the ids that Keap's contact model has for the names.
 */
#ifndef ISOFT_CLIENT_CUSTOM_FIELDS_H
#define ISOFT_CLIENT_CUSTOM_FIELDS_H

#include "php.h"

/* Whether any is given by name, in the map from name or id to value. */
bool isoft_custom_fields_has_names(HashTable *contact);

/* A new contact in which each has its id; asks Keap where that is not known. NULL: thrown, for the argument at that
 * position. */
HashTable *isoft_custom_fields_by_id(HashTable *contact, const char *account, uint32_t position);

/* After a call with these names failed: where Keap refused it, the ids are looked for again next time. */
void isoft_custom_fields_invalidate_on_rejection(HashTable *contact, const char *account);

#endif
