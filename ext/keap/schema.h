/*
 * Schema: checks an array against the fields that Keap takes, before anything is sent.
 *
 * A check writes a new array, which the caller owns, with the values as Keap takes them: an integer for a text field
 * becomes a string, an object what it stands for (keap/object_value.h), and null members are left out. The caller's
 * array stays as it is; user code of such objects may run and may throw, see there, so the caller holds the array.
 * Failures are VALUE and name the place: `contact.addresses[0] has no field "regoin" in Keap; did you mean "region"?`.
 * Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_SCHEMA_H
#define ISOFT_KEAP_SCHEMA_H

#include "php.h"

#include "keap/field.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * Checks all members of an array. `place` names the array in messages; `aliases` may be NULL. On true the result holds
 * a new array. Returns false with the failure filled; the result is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_schema_apply(const isoft_field *schema, const isoft_alias *aliases, HashTable *array,
	const char *place, zval *result, isoft_failure *failure);

/* The field of that name; NULL when the schema has no such field. */
const isoft_field *isoft_schema_find(const isoft_field *schema, const char *name, size_t length);

/*
 * Checks the value of one field. On true the result holds the value to send. Returns false with the failure filled; the
 * result is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_schema_field(
	const isoft_field *field, zval *value, const char *place, zval *result, isoft_failure *failure);

/*
 * Writes what an object that is given for the field stands for, and any other value as it is; objects in an array stay,
 * unless the field takes any JSON. User code may run inside (keap/object_value.h). The caller owns the result. Returns
 * false with the failure filled; the result is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_schema_resolve(
	const isoft_field *field, zval *value, const char *place, zval *resolved, isoft_failure *failure);

#endif
