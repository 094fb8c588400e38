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

#include "keap/operation.h"
#include "support/attributes.h"

/* Returns whether a value of record["custom_fields"], a map by id or a list of {id, content}, is a DateTimeInterface.
 */
bool isoft_custom_dates_has(HashTable *record);

/*
 * Replaces them in the record, which is a copy of the script's that the caller owns. `model` is the path of the
 * resource's model. Returns false with an exception thrown that is not about the model; the record is then as before.
 */
ISOFT_MUST_CHECK bool isoft_custom_dates_write(HashTable *record, const char *model, const char *account);

/*
 * Writes the path of the model that has the custom fields of the operation's resource. Returns false when Keap has no
 * such model.
 */
ISOFT_MUST_CHECK bool isoft_custom_dates_model(const isoft_operation *operation, char path[64]);

#endif
