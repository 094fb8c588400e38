/*
 * Contact: turns the contact that the script gives into the body that Keap takes, and checks it.
 *
 * The script's array stays as it is. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_H
#define ISOFT_KEAP_CONTACT_H

#include "php.h"

#include "support/attributes.h"
#include "support/failure.h"

/*
 * Builds the body of a new contact. On true the body is a new array, which the caller owns. Returns false with a VALUE
 * failure that names the field; the body is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_contact_body(HashTable *contact, zval *body, isoft_failure *failure);

/* The same for some fields of a contact: needs no e-mail address, phone number or address. */
ISOFT_MUST_CHECK bool isoft_contact_part_body(HashTable *contact, zval *body, isoft_failure *failure);

/* Whether custom fields are a list of {id, content}, as Keap takes them, and not a map from id or name to value. */
bool isoft_contact_is_custom_field_list(HashTable *fields);

/* The EMAIL1 address of a body, or of a contact in a reply; NULL: there is none. It belongs to the contact. */
zval *isoft_contact_first_email(HashTable *contact);

/* What each duplicate_option compares besides the EMAIL1 address. */
bool isoft_contact_compares_names(const char *option);
bool isoft_contact_compares_company(const char *option);

/* What this body lacks so that Keap can match it with an existing contact, in words; NULL when it lacks nothing. */
const char *isoft_contact_missing_for_match(HashTable *body, const char *option);

/*
 * Checks that the text is one whole e-mail address without characters that have a meaning in a filter. Returns false
 * with a VALUE failure.
 */
ISOFT_MUST_CHECK bool isoft_contact_email_check(const zend_string *email, isoft_failure *failure);

/* Whether a contact in a reply from Keap has this address; upper and lower case are the same. */
bool isoft_contact_has_email(HashTable *contact, zend_string *email);

#endif
