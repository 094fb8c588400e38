/*
 * Contact objects: merges the fields of a contact that are one object (company, origin, utm_parameters) by member.
 *
 * Keap replaces such a field as a whole. UTM parameters have other names in a reply, and are a list there: both shapes
 * are read. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_OBJECTS_H
#define ISOFT_KEAP_CONTACT_OBJECTS_H

#include "php.h"

#include "keap/contact_merge.h"
#include "keap/field.h"

/* The field with this name that is one object; NULL: it is no such field. */
const isoft_field *isoft_contact_object_find(const char *name);

/*
 * Writes the members that change: those of `checked`, which the schema has made of `given`, and those that `given` has
 * as null. The caller owns them.
 */
void isoft_contact_object_read(zval *given, HashTable *checked, zval *members);

/* Whether the members are all that the object has: then nothing of Keap's is needed. */
bool isoft_contact_object_is_whole(const isoft_field *object, HashTable *members);

/*
 * Writes the object as Keap takes it: `present`, the field in Keap's reply (NULL: none), with the members written over
 * it. UTM parameters of another source are another object: nothing of them stays. Returns whether a member differs.
 * The caller owns `merged`.
 */
bool isoft_contact_object_merge(
	const isoft_field *object, HashTable *members, zval *present, isoft_merge_mode mode, zval *merged);

#endif
