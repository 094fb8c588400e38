/*
 * Contact collections: the lists of a contact whose entries have a key, and how two entries compare.
 *
 * Returned values belong to the arrays that they are found in. Takes no lock. Comparing may bail out (memory), so call
 * it without a lock held.
 */
#ifndef ISOFT_KEAP_CONTACT_COLLECTIONS_H
#define ISOFT_KEAP_CONTACT_COLLECTIONS_H

#include "php.h"

#include "keap/field.h"

typedef struct {
	const char *list;       /* NULL ends the table */
	const char *key;        /* the member that says which entry of the contact this is */
	const char *value;      /* the member without which an entry is nothing; NULL: any member but the key */
	const char *short_form; /* another name that the script has for an entry of the list; NULL: none */
	const char *first;      /* the key of the entry that the short form stands for */
} isoft_contact_collection;

extern const isoft_contact_collection isoft_contact_collections[];

/* The collection with this name; NULL when the field is no collection. */
const isoft_contact_collection *isoft_contact_collection_find(const char *name);

/* The field of Keap's that a field of the script belongs to: `email` to email_addresses, others to themselves. */
const char *isoft_contact_keap_name(const char *name);

/* The members that an entry of the collection has in a request. */
const isoft_field *isoft_contact_entry_fields(const isoft_contact_collection *collection);

/*
 * Whether both are the same text, or both have none, as names and e-mail addresses are compared: without regard to
 * case, in all scripts, and to blanks at the ends. A value that is no text counts as none.
 */
bool isoft_contact_same_text(zval *one, zval *other);

/* The entry of a list with the same key; NULL when no entry has it, or `entry` has no key. */
HashTable *isoft_contact_entry_find(HashTable *list, HashTable *entry, const isoft_contact_collection *collection);

/* Whether two values are the same to Keap: a number and the text of its digits are. NULL stands for null. */
bool isoft_contact_same_value(zval *one, zval *other);

#endif
