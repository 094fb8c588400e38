/*
 * Contact fetched: lets a contact that was read from Keap, and changed, be given as changes.
 *
 * Such a contact holds members that Keap only returns, and mostly members that did not change. Takes no lock. May bail
 * out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_FETCHED_H
#define ISOFT_KEAP_CONTACT_FETCHED_H

#include "php.h"

#include "support/attributes.h"
#include "support/failure.h"

/* Whether the changes hold something that Keap only returns: then they must be compared with the contact. */
bool isoft_contact_fetched(HashTable *given);

/* The properties of the contact to compare with, joined with commas. The caller owns the string. */
zend_string *isoft_contact_fetched_fields(HashTable *given);

/* A copy of the changes without the properties of a contact in a reply: what can be checked without the contact. */
HashTable *isoft_contact_fetched_rest(HashTable *given);

/*
 * A copy of the changes without what is the same in Keap's contact. The caller releases it. What is read-only is
 * ignored where the changes hold the contact's `id`. Returns NULL with a VALUE failure where `id`, or without it
 * something read-only, differs from Keap's.
 */
ISOFT_MUST_CHECK HashTable *isoft_contact_fetched_changes(HashTable *given, HashTable *contact, isoft_failure *failure);

#endif
