/*
 * Contact changes: what a caller gives to be changed in a contact, made into the body and the update_mask of Keap's
 * PATCH.
 *
 * That replaces what the mask names, and collections whole. Where only a part of a collection is given (`email`,
 * `phone`, custom fields by id) the rest of it is taken from the contact as it is.
 */
#ifndef ISOFT_KEAP_CONTACT_CHANGES_H
#define ISOFT_KEAP_CONTACT_CHANGES_H

#include "php.h"
#include "zend_smart_str.h"

#include "support/failure.h"

typedef struct {
	zval body;  /* an array, or an object where that is empty */
	zval mask;  /* a list of names */
	zval parts; /* collection => entries that change in it; one without a value is taken out */
} isoft_contact_changes;

/* False: the failure is VALUE. Either way it ends with isoft_contact_changes_free(). */
bool isoft_contact_changes_read(isoft_contact_changes *changes, HashTable *given, isoft_failure *failure);

/* The names of the collections that are needed as they are, comma-joined; NULL: none. */
zend_string *isoft_contact_changes_needed(const isoft_contact_changes *changes);

/* Takes the rest of those collections from the contact. */
void isoft_contact_changes_complete(isoft_contact_changes *changes, HashTable *contact);

void isoft_contact_changes_free(isoft_contact_changes *changes);

#endif
