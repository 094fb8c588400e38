/*
 * Contact merge: merges the entries that the script gives into a collection of Keap's contact, member by member.
 *
 * An entry is the same where its key is the same. A member that is not given stays, with one exception: where a given
 * member changes, members that only belong to its old value go (the opt-in reason of a changed address). Takes no lock.
 * May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_MERGE_H
#define ISOFT_KEAP_CONTACT_MERGE_H

#include "php.h"

#include "keap/contact_collections.h"
#include "support/attributes.h"
#include "support/failure.h"

typedef enum {
	ISOFT_MERGE_CHANGE, /* null empties a member; an entry without its value goes */
	ISOFT_MERGE_ADD     /* null, "" and [] leave what is there, and so does an address that differs in case only */
} isoft_merge_mode;

/*
 * Writes the given members over those of one entry or object, and drops what belonged to an old value. Returns whether
 * one of them differs.
 */
bool isoft_contact_merge_members(HashTable *entry, HashTable *given, isoft_merge_mode mode);

/*
 * Writes the whole collection as Keap takes it: the given entries, merged, and then the other entries of `present`.
 * `present` is the collection in Keap's reply; NULL: the contact has none. `changed` tells whether the result differs
 * from it. On true the caller owns `merged`. Returns false with a VALUE failure where an entry that the contact does
 * not have lacks its value, or where Keap would refuse one that it holds; `merged` is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_contact_merge(const isoft_contact_collection *collection, HashTable *given, zval *present,
	isoft_merge_mode mode, zval *merged, bool *changed, isoft_failure *failure);

#endif
