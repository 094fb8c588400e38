/*
 * Contact changes: turns the changes that the script gives into the body and the update_mask of Keap's PATCH.
 *
 * Keap replaces each field that the mask names, and replaces a collection as a whole. When the script gives a part of a
 * collection only (`email`, `phone`, custom fields by id), the other entries are read from Keap and sent back. The
 * caller owns the changes. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_CHANGES_H
#define ISOFT_KEAP_CONTACT_CHANGES_H

#include "php.h"
#include "zend_smart_str.h"

#include "support/attributes.h"
#include "support/failure.h"

typedef struct {
	zval body;  /* an array; an empty object when there is nothing in it */
	zval mask;  /* a list of names of fields */
	zval parts; /* collection => entries that change; an entry without a value is removed from the collection */
} isoft_contact_changes;

/*
 * Checks and splits the changes. Returns false with a VALUE failure. In both cases the caller calls
 * isoft_contact_changes_free().
 */
ISOFT_MUST_CHECK bool isoft_contact_changes_read(
	isoft_contact_changes *changes, HashTable *given, isoft_failure *failure);

/*
 * The collections that must be read from Keap before isoft_contact_changes_complete(), joined with commas; NULL when
 * there are no such collections. The caller owns the string.
 */
zend_string *isoft_contact_changes_needed(const isoft_contact_changes *changes);

/* Adds the other entries of these collections, taken from Keap's contact, to the body. */
void isoft_contact_changes_complete(isoft_contact_changes *changes, HashTable *contact);

void isoft_contact_changes_free(isoft_contact_changes *changes);

#endif
