/*
 * Call fields: lets the parameters of infusionsoft_call() name custom fields as a contact does, for all operations with
 * custom fields: {"custom_fields": {"Colour": "red", 13: 7}} becomes {"custom_fields": [{"id": "11", "content": "red"},
 * …]}.
 *
 * The ids come from the model of the operation's resource (client/custom_fields.h): user code may run inside, and no
 * lock may be held. May bail out; everything held here is Zend's memory then.
 */
#ifndef ISOFT_CLIENT_CALL_FIELDS_H
#define ISOFT_CLIENT_CALL_FIELDS_H

#include "php.h"

#include "keap/operation.h"
#include "support/attributes.h"
#include "support/failure.h"

/* Returns whether the operation takes custom fields, and the parameters, or their `body`, have or may give some. */
bool isoft_call_fields_has(const isoft_operation *operation, HashTable *parameters);

/*
 * Returns a copy of the parameters, which the functions below take: what objects stand for is in place of a `body` that
 * is one and of those in custom fields, but times stay. User code may run inside. The caller releases the copy. Returns
 * NULL with the failure filled, or NONE after user code has thrown.
 */
ISOFT_MUST_CHECK HashTable *isoft_call_fields_resolve(
	const isoft_operation *operation, HashTable *parameters, isoft_failure *failure);

/* Returns whether the custom fields are a map, or hold times: then isoft_call_fields_by_id() changes them. */
bool isoft_call_fields_need_change(HashTable *parameters);

/* Returns a copy without custom fields that are a map, for a check of all others. The caller releases it. */
HashTable *isoft_call_fields_without_map(HashTable *parameters);

/*
 * Returns a copy of the parameters with a list in place of a map, and with text in place of times. The caller releases
 * it. Requires isoft_call_fields_need_change(). Returns NULL with an exception thrown; `position` is the PHP argument
 * that it names.
 */
ISOFT_MUST_CHECK HashTable *isoft_call_fields_by_id(
	const isoft_operation *operation, HashTable *parameters, const char *account, uint32_t position);

/* Call after the call that used these ids: as isoft_custom_fields_invalidate_on_rejection(). */
void isoft_call_fields_invalidate_on_rejection(
	const isoft_operation *operation, HashTable *parameters, const char *account);

#endif
