/*
 * Plain contact: replaces the objects of the script in a contact by what they stand for, once, before anything looks
 * at the contact.
 *
 * User code may run inside (keap/object_value.h). Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_PLAIN_H
#define ISOFT_KEAP_CONTACT_PLAIN_H

#include "php.h"

#include "support/attributes.h"
#include "support/failure.h"

/*
 * Returns a copy of the contact, or of changes to one, without objects and references in its fields. Times among the
 * custom fields stay objects, for client/custom_dates.h; so does what belongs to no field, for the check of the names.
 * The caller releases the copy. Returns NULL with the failure filled, or NONE after user code has thrown.
 */
ISOFT_MUST_CHECK HashTable *isoft_contact_plain(HashTable *contact, isoft_failure *failure);

#endif
