/*
 * Contact schema: the fields of a contact, from Keap's description of API v2.
 *
 * The tables are constants: nothing is freed. No lock, no allocation: never bails out.
 */
#ifndef ISOFT_KEAP_CONTACT_SCHEMA_H
#define ISOFT_KEAP_CONTACT_SCHEMA_H

#include "keap/field.h"

/* The fields that a contact can be created with, and the short forms `email`, `opt_in_reason` and `phone`. */
extern const isoft_field isoft_contact_schema[];
extern const isoft_alias isoft_contact_aliases[];

/* The properties that a reply can be asked to hold, ended by NULL. */
extern const char *const isoft_contact_properties[];

/* The values of duplicate_option, ended by NULL. */
extern const char *const isoft_duplicate_options[];

#endif
