/*
 * Schema value: the check of one value that is neither a list nor an object.
 *
 * Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_SCHEMA_VALUE_H
#define ISOFT_KEAP_SCHEMA_VALUE_H

#include "php.h"

#include "keap/field.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * Writes the value as Keap takes it. Returns false with a VALUE failure that names the place. The caller sets the
 * result to UNDEF before and releases it in both cases.
 */
ISOFT_MUST_CHECK bool isoft_schema_value(
	const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure);

#endif
