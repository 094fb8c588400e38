/*
 * Schema objects: replaces the objects of the script in the value of a field by what they stand for, at every depth.
 *
 * Checks nothing else: what does not fit the field stays, for the schema to refuse (keap/schema.h). User code may run
 * inside (keap/object_value.h). Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_SCHEMA_OBJECTS_H
#define ISOFT_KEAP_SCHEMA_OBJECTS_H

#include "php.h"

#include "keap/field.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * Writes the value without objects; members that the field does not have lose theirs too. The caller owns the result.
 * Returns false with the failure filled, or NONE after user code has thrown; the result is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_schema_objects(
	const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure);

#endif
