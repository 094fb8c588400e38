/*
 * Contact schema: the fields of a contact, as Keap's own description of API v2 has them.
 */
#ifndef ISOFT_KEAP_CONTACT_SCHEMA_H
#define ISOFT_KEAP_CONTACT_SCHEMA_H

#include "keap/field.h"

/* What a contact may be created with, the sugar `email` and `phone` included. */
extern const isoft_field isoft_contact_schema[];
extern const isoft_alias isoft_contact_aliases[];

/* What a reply can be asked to hold, ended by NULL. */
extern const char *const isoft_contact_properties[];

/* Values of duplicate_option, ended by NULL. */
extern const char *const isoft_duplicate_options[];

#endif
