/*
 * Custom dates: writes each DateTimeInterface among the values of custom fields as the field's type wants it: a date
 * for a field of type DATE, a point in time for every other field.
 *
 * The types come from client/id_cache.h, or from a call to Keap for the resource's model (client/send.h): its user code
 * may run inside, and no lock may be held. Where the model cannot be read, all are points in time. May bail out;
 * everything held here is Zend's memory then.
 */
#ifndef ISOFT_CLIENT_CUSTOM_DATES_H
#define ISOFT_CLIENT_CUSTOM_DATES_H

#include "php.h"

#include "support/attributes.h"

/*
 * In both functions record["custom_fields"] is a map by id or a list of {id, content}, without references and without
 * other objects than times (isoft_object_value_but_times()).
 */

/* Returns whether there is a DateTimeInterface, at any depth. */
bool isoft_custom_dates_has(HashTable *record);

/*
 * Replaces them in the record, which is a copy of the script's that the caller owns. `path` is that of the resource's
 * model, and `model` the list of custom fields in it; UNDEF: it is not read yet, and is written here where it is
 * needed. The caller frees it. Returns false with an exception thrown that is not about the model; the record is then
 * as before.
 */
ISOFT_MUST_CHECK bool isoft_custom_dates_write(HashTable *record, const char *path, const char *account, zval *model);

#endif
