/*
 * Tag outcomes: what Keap's replies say about each tag and contact, as infusionsoft_tag_apply() returns it.
 *
 * The caller owns the results; this file owns the text for the message, which isoft_tag_outcomes_free() frees. Takes no
 * lock. May bail out; everything held here is Zend's memory then.
 */
#ifndef ISOFT_FUNCTIONS_TAG_OUTCOMES_H
#define ISOFT_FUNCTIONS_TAG_OUTCOMES_H

#include "php.h"
#include "zend_smart_str.h"

typedef struct {
	HashTable *results; /* contact => outcome, or tag => contact => outcome; borrowed */
	bool by_tag;        /* the results have a map for each tag */
	uint32_t asked;     /* number of outcomes that were expected */
	uint32_t failed;    /* how many of them are missing, or neither SUCCESS nor DUPLICATE */
	bool acted;         /* Keap may have applied a tag: an outcome is SUCCESS or DUPLICATE, or is missing */
	smart_str named;    /* the first failed ones, for the message */
} isoft_tag_outcomes;

/* Adds an empty map for the tag if the results have a map for each tag, and it has none. */
void isoft_tag_outcomes_begin(isoft_tag_outcomes *self, zend_string *tag);

/* Adds the outcome of the tag for each of the contacts, from a reply of API v2: {results: {contact: outcome}}. */
void isoft_tag_outcomes_of_contacts(isoft_tag_outcomes *self, zend_string *tag, HashTable *contacts, HashTable *reply);

/*
 * Adds the outcome of each of the tags for the contact, from a reply of API v1. Its description is vague: reads a list
 * of {tag: outcome}, a list of {key: tag, value: outcome}, and one map of all tags. Forgets the cached id of a tag that
 * Keap does not know.
 */
void isoft_tag_outcomes_of_tags(isoft_tag_outcomes *self, HashTable *tags, zend_string *contact, HashTable *reply);

/* Throws an ApiException with the results; `tag` is named if there is no map for each tag. Requires failed outcomes. */
void isoft_tag_outcomes_throw(const isoft_tag_outcomes *self, const zend_string *tag);

void isoft_tag_outcomes_free(isoft_tag_outcomes *self);

#endif
