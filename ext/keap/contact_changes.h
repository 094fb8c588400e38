/*
 * Contact changes: turns the changes that the script gives into the body and the update_mask of Keap's PATCH.
 *
 * Keap replaces each field that the mask names, and replaces a collection or an object as a whole. So those that
 * change are read from Keap first, and what is given is merged into them (keap/contact_merge.h, contact_objects.h). The
 * caller owns the changes. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_CHANGES_H
#define ISOFT_KEAP_CONTACT_CHANGES_H

#include "php.h"
#include "zend_smart_str.h"

#include "support/attributes.h"
#include "support/failure.h"

typedef struct {
	zval body;    /* the fields to send; an array, or an empty object when there is nothing in it */
	zval mask;    /* a list of names of fields; empty: nothing changes */
	zval entries; /* collection or object => what is given of it, which isoft_contact_changes_complete() merges */
} isoft_contact_changes;

/*
 * Checks and splits the changes. Null empties a field, and an empty list of entries changes nothing. Returns false with
 * a VALUE failure. In both cases the caller calls isoft_contact_changes_free().
 */
ISOFT_MUST_CHECK bool isoft_contact_changes_read(
	isoft_contact_changes *changes, HashTable *given, isoft_failure *failure);

/*
 * The changes that add the body of a contact (keap/contact.h) to Keap's `contact`, which must hold all fields of the
 * body. Only what differs is in the mask; null, "" and [] leave what is there. They are complete. Returns false with a
 * VALUE failure. In both cases the caller calls isoft_contact_changes_free().
 */
ISOFT_MUST_CHECK bool isoft_contact_changes_add(
	isoft_contact_changes *changes, HashTable *body, HashTable *contact, isoft_failure *failure);

/*
 * The fields that must be read from Keap before isoft_contact_changes_complete(), joined with commas; NULL when there
 * are none, and the contact can then be an empty array. The caller owns the string.
 */
zend_string *isoft_contact_changes_needed(const isoft_contact_changes *changes);

/* Merges what is given with what Keap's contact has, into the body. Returns false with a VALUE failure. */
ISOFT_MUST_CHECK bool isoft_contact_changes_complete(
	isoft_contact_changes *changes, HashTable *contact, isoft_failure *failure);

void isoft_contact_changes_free(isoft_contact_changes *changes);

#endif
