/*
 * Contact names: says where a field belongs that a contact does not take in a request.
 *
 * Knows what Keap only returns, and the names of API v1, of XML-RPC and of camelCase. Takes no lock. May bail out
 * (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_NAMES_H
#define ISOFT_KEAP_CONTACT_NAMES_H

#include "php.h"

#include "support/attributes.h"
#include "support/failure.h"

/* Whether a contact in a reply has this field, and a request does not. */
bool isoft_contact_is_read_only(const char *name);

/* Whether an entry of this field in a reply has this member, and a request does not. */
bool isoft_contact_is_read_only_member(const char *field, const char *member);

/* Fails with a VALUE failure that says that the member (NULL: the field) is read-only, and what to do. */
bool isoft_contact_fail_read_only(isoft_failure *failure, const char *field, const char *member);

/*
 * Checks the names of a contact that are not fields of a request: returns false with a VALUE failure where it knows
 * where the field belongs. Unknown names are left to the schema. Numbers as keys too.
 */
ISOFT_MUST_CHECK bool isoft_contact_names_check(HashTable *contact, isoft_failure *failure);

#endif
