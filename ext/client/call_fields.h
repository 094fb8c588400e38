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

/* Returns whether the parameters, or their `body`, have custom fields by name or id, and the operation takes some. */
bool isoft_call_fields_has_map(const isoft_operation *operation, HashTable *parameters);

/* Returns a copy of the parameters without these custom fields, for a check of all others. The caller releases it. */
HashTable *isoft_call_fields_without(HashTable *parameters);

/*
 * Returns a copy of the parameters with a list in place of the map. The caller releases it. Requires
 * isoft_call_fields_has_map(). Returns NULL with an exception thrown; `position` is the PHP argument that it names.
 */
ISOFT_MUST_CHECK HashTable *isoft_call_fields_by_id(
	const isoft_operation *operation, HashTable *parameters, const char *account, uint32_t position);

/* Call after the call that used these ids: as isoft_custom_fields_invalidate_on_rejection(). */
void isoft_call_fields_invalidate_on_rejection(
	const isoft_operation *operation, HashTable *parameters, const char *account);

#endif
