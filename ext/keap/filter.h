/*
 * Filter: writes the conditions that the script gives as an array in Keap's filter syntax: `name==value;name==value`.
 *
 * Names are checked against those that Keap's description documents for the operation. A condition never finds more
 * than its value says: what would widen the search is refused, and so is a condition without a value. User code may run
 * inside (keap/object_value.h). Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_FILTER_H
#define ISOFT_KEAP_FILTER_H

#include "php.h"
#include "zend_smart_str.h"

#include "keap/operation.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * Appends the filter. Returns false with a VALUE failure that names the condition, or after user code has thrown. The
 * caller owns the text in both cases.
 */
ISOFT_MUST_CHECK bool isoft_filter_append(
	smart_str *text, const isoft_operation *operation, HashTable *conditions, isoft_failure *failure);

#endif
