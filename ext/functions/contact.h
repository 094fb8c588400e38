/*
 * Contact: the calls to Keap that several functions for contacts make.
 *
 * Each function that returns false has thrown an exception; the result is then UNDEF. On true the caller owns the
 * result. Calls are sent by client/send.h: user code may run inside, and no lock may be held. May bail out; everything
 * held here is Zend's memory then.
 */
#ifndef ISOFT_FUNCTIONS_CONTACT_H
#define ISOFT_FUNCTIONS_CONTACT_H

#include "php.h"
#include "zend_smart_str.h"

#include "client/call.h"
#include "keap/contact_changes.h"
#include "keap/ids.h"
#include "support/attributes.h"

#define ISOFT_CONTACTS "/rest/v2/contacts"

enum { ISOFT_CONTACT_PATH_SIZE = sizeof(ISOFT_CONTACTS "/") + ISOFT_ID_SIZE };

/* Checks a duplicate_option; `position` is the argument that an exception names, and `or_null` completes its words. */
ISOFT_MUST_CHECK bool isoft_contact_check_option(const zend_string *option, uint32_t position, bool or_null);

/*
 * A copy of a contact, or of changes, that the script gives: without objects (keap/contact_plain.h). The caller
 * releases it. Returns NULL with an exception thrown; `position` is the argument that it names.
 */
ISOFT_MUST_CHECK HashTable *isoft_contact_given(HashTable *contact, uint32_t position);

/*
 * Builds the body of a new contact. Checks the whole contact before it asks Keap for the ids of custom fields that are
 * given by name.
 */
ISOFT_MUST_CHECK bool isoft_contact_build_body(HashTable *contact, const char *account, zval *body);

/* What a reply with these properties must hold: an id, unless `fields`, as for isoft_contact_post(), leaves it out. */
isoft_due isoft_contact_due(const zend_string *fields);

/*
 * Creates a contact with this body, made of `contact`. It is tried again where Keap can match it by `option` (NULL: no
 * option, which the query then does not have either). `fields`: the properties of the reply, joined with commas; NULL
 * for Keap's default properties.
 */
ISOFT_MUST_CHECK bool isoft_contact_post(
	const char *account, HashTable *contact, zval *body, const char *option, const zend_string *fields, zval *result);

/* Reads a contact. `fields` as for isoft_contact_post(). */
ISOFT_MUST_CHECK bool isoft_contact_fetch(const char *account, const char *id, const zend_string *fields, zval *result);

/* Sends the complete changes of a contact, made of `given`; `position` is the argument that an exception names. */
ISOFT_MUST_CHECK bool isoft_contact_patch(const char *account, const char *id, isoft_contact_changes *changes,
	HashTable *given, uint32_t position, const zend_string *fields, zval *result);

#endif
