/*
 * Object value: what an object of the script stands for in a request.
 *
 * A DateTimeInterface is a date or a point in time, a backed enum its value, a Stringable and a JsonSerializable what
 * they give. Every other object, a resource, and a case of an enum without values is refused with a VALUE failure that
 * names the place.
 *
 * User code may run inside (__toString(), jsonSerialize()) and may throw or change the script's variables: results hold
 * no reference to them, and a function that returns false after user code threw leaves that exception in EG(exception)
 * and a failure of kind NONE. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_OBJECT_VALUE_H
#define ISOFT_KEAP_OBJECT_VALUE_H

#include "php.h"

#include "keap/field.h"
#include "support/attributes.h"
#include "support/failure.h"

/* Whether the value is an object that is a DateTimeInterface. */
bool isoft_object_value_is_time(const zval *value);

/*
 * Writes a DateTimeInterface as text: the object's own calendar day for ISOFT_FORMAT_DATE, else UTC to the second.
 * Returns false with the failure filled; the result is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_object_value_time(
	zval *object, isoft_format format, const char *place, zval *result, isoft_failure *failure);

/*
 * Writes what the value stands for; anything but an object is copied as it is. With `as_text` a class that is both
 * Stringable and JsonSerializable gives its string, else its JSON. The caller owns the result. Returns false with the
 * failure filled; the result is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_object_value(
	zval *value, isoft_format format, bool as_text, const char *place, zval *result, isoft_failure *failure);

/*
 * The same for a value of any shape, which is written as JSON: objects are replaced wherever they are in its arrays.
 * With `keep_objects` stdClass and ArrayObject are JSON objects; else they are refused. The caller owns the result.
 * Returns false with the failure filled; the result is then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_object_value_json(
	zval *value, bool keep_objects, const char *place, zval *result, isoft_failure *failure);

/*
 * The same for custom fields, whose types say what a time is: each DateTimeInterface stays. stdClass and ArrayObject
 * are refused. The result holds no references.
 */
ISOFT_MUST_CHECK bool isoft_object_value_but_times(
	zval *value, const char *place, zval *result, isoft_failure *failure);

#endif
