/*
 * Contact: what a caller gives for a contact, made into the body that Keap takes.
 */
#ifndef ISOFT_KEAP_CONTACT_H
#define ISOFT_KEAP_CONTACT_H

#include "php.h"

#include "support/failure.h"

/* On true the body holds a new array; on false it is UNDEF and the failure (VALUE) says what is wrong where. */
bool isoft_contact_body(HashTable *contact, zval *body, isoft_failure *failure);

/* The same of some of a contact's fields: it need not be a way to reach anybody. */
bool isoft_contact_part_body(HashTable *contact, zval *body, isoft_failure *failure);

/* Whether custom fields are given as Keap has them, and not as a map from id to value. */
bool isoft_contact_is_custom_field_list(HashTable *fields);

/* Whether duplicate_option can find this body's contact again: every option goes by the e-mail address. */
bool isoft_contact_can_be_matched(HashTable *body);

/* Whether the text can be a whole e-mail address, and nothing that means more in a filter. */
bool isoft_contact_email_check(const zend_string *email, isoft_failure *failure);

/* Whether a contact of Keap's has this address, case ignored. */
bool isoft_contact_has_email(HashTable *contact, const zend_string *email);

#endif
