/*
 * Schema: the shape of what Keap takes, and the check of an array against it before anything is sent.
 *
 * The check gives a new array in which everything is as Keap wants it: numbers for text become strings, nulls are left
 * out. Failures are VALUE and name the place: "contact.addresses[0].regoin is not a field of Keap's; did you mean
 * region?".
 */
#ifndef ISOFT_KEAP_SCHEMA_H
#define ISOFT_KEAP_SCHEMA_H

#include "php.h"

#include "keap/field.h"
#include "support/failure.h"

/* `place` names the array in messages. On true the result holds a new array; on false it is UNDEF. */
bool isoft_schema_apply(const isoft_field *schema, const isoft_alias *aliases, HashTable *given, const char *place,
	zval *result, isoft_failure *failure);

/* The field of that name, or NULL. */
const isoft_field *isoft_schema_find(const isoft_field *schema, const char *name, size_t length);

/* One field's value, likewise. */
bool isoft_schema_field(const isoft_field *field, zval *given, const char *place, zval *result, isoft_failure *failure);

#endif
