/*
 * Schema value: the check of a single value that is neither list nor object.
 */
#ifndef ISOFT_KEAP_SCHEMA_VALUE_H
#define ISOFT_KEAP_SCHEMA_VALUE_H

#include "php.h"

#include "keap/field.h"
#include "support/failure.h"

/* The value as Keap wants it. False: the failure is VALUE and names the place; what the result holds then is the
 * caller's to release. */
bool isoft_schema_value(const isoft_field *field, zval *given, const char *place, zval *result, isoft_failure *failure);

#endif
