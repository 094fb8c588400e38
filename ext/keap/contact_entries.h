/*
 * Contact entries: the entries of one collection that the script gives as changes, with what it gives as null.
 *
 * Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_ENTRIES_H
#define ISOFT_KEAP_CONTACT_ENTRIES_H

#include "php.h"

#include "keap/contact_collections.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * Writes a list of the entries: those of `checked`, which the schema has made of `given` without its nulls (NULL: it
 * has none), and the members and entries that `given` has as null. On true the caller owns the list. Returns false with
 * a VALUE failure; `entries` is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_contact_entries_read(const isoft_contact_collection *collection, HashTable *given,
	HashTable *checked, zval *entries, isoft_failure *failure);

/*
 * Checks that each entry says which entry of the contact it is, and that no two say the same. Returns false with a
 * VALUE failure.
 */
ISOFT_MUST_CHECK bool isoft_contact_entries_check(
	const isoft_contact_collection *collection, HashTable *entries, isoft_failure *failure);

#endif
