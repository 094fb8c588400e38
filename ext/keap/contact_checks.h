/*
 * Contact checks: what Keap's description does not say of the entries of a contact, checked before anything is sent.
 *
 * Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_CHECKS_H
#define ISOFT_KEAP_CONTACT_CHECKS_H

#include "php.h"

#include "support/attributes.h"
#include "support/failure.h"

/* Whether the value is a text of which nothing is seen: empty, blanks, or invisible characters. */
bool isoft_contact_is_blank(const zval *value);

/*
 * Checks the entries of a body that the schema has checked. Returns false with a VALUE failure where a text that an
 * entry is nothing without, or an opt-in reason, is blank, and where a region has no country.
 */
ISOFT_MUST_CHECK bool isoft_contact_entries_texts_check(HashTable *body, isoft_failure *failure);

/* Whether the address has a region and no country, which Keap refuses. */
bool isoft_contact_lacks_country(HashTable *address);

/* Checks the ids in a list of custom fields: those that Keap would read as another id are refused. */
ISOFT_MUST_CHECK bool isoft_contact_custom_ids_check(HashTable *list, isoft_failure *failure);

#endif
