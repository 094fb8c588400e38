/*
 * Custom fields: replaces the names of custom fields by the ids that Keap's model of the resource has for them.
 *
 * The ids come from client/id_cache.h, or from a call to Keap (client/send.h): its user code may run inside, and no
 * lock may be held. May bail out; everything held here is Zend's memory then.
 */
#ifndef ISOFT_CLIENT_CUSTOM_FIELDS_H
#define ISOFT_CLIENT_CUSTOM_FIELDS_H

#include "php.h"

#include "support/attributes.h"

/* The model of a resource. Constant. */
typedef struct {
	const char *record; /* what has the custom fields, in messages: "contact" */
	const char *path;   /* of the request for the model */
} isoft_custom_field_model;

/*
 * Returns whether contact["custom_fields"] needs the contact model: it is an array with at least one string key, or
 * with a DateTimeInterface at any depth, which the field's type makes a date or a point in time. Here and below, it
 * holds no references and no other objects (isoft_object_value_but_times()).
 */
bool isoft_custom_fields_has_names(HashTable *contact);

/*
 * Returns a copy of the contact in which every custom field is keyed by its id, and every
 * DateTimeInterface is text (client/custom_dates.h). The caller releases the copy. Requires
 * isoft_custom_fields_has_names(). Returns NULL with an exception thrown; `position` is the PHP argument that it names.
 */
ISOFT_MUST_CHECK HashTable *isoft_custom_fields_by_id(HashTable *contact, const char *account, uint32_t position);

/* The same for a record of another resource. */
ISOFT_MUST_CHECK HashTable *isoft_custom_fields_of_model(
	HashTable *record, const isoft_custom_field_model *model, const char *account, uint32_t position);

/*
 * Call after the call that used these ids. If Keap rejected it with 400 or 404, the ids of the contact's custom fields
 * are removed from the cache, so that the next call looks them up again.
 */
void isoft_custom_fields_invalidate_on_rejection(HashTable *contact, const char *account);

/* The same for a record of another resource. */
void isoft_custom_fields_invalidate_model(
	HashTable *record, const isoft_custom_field_model *model, const char *account);

#endif
