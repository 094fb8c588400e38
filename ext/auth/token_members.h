/*
 * Token members: a shorter text of a token reply, with only the members that matter.
 *
 * Used where the whole reply does not fit into a record. It is a scanner, not a decoder: it copies the values of the
 * outermost object as they are. What it does not understand it refuses, and PHP's decoder judges the text later.
 *
 * Pure functions. No lock, no Zend: never bails out.
 */
#ifndef ISOFT_AUTH_TOKEN_MEMBERS_H
#define ISOFT_AUTH_TOKEN_MEMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "support/attributes.h"

typedef struct {
	size_t length; /* of the shorter text */
	bool has_pair; /* access_token and refresh_token are strings of visible ASCII characters, and not empty */
} isoft_token_members;

/*
 * Writes an object with those of the members access_token, refresh_token, expires_in, scope, error and
 * error_description that the text has, not ended by a NUL. A long scope is left out; the texts of an error are cut.
 * Returns false if the text is no JSON object as far as was looked, or `size` bytes do not suffice.
 */
ISOFT_MUST_CHECK bool isoft_token_members_copy(
	const char *json, size_t length, char *shorter, size_t size, isoft_token_members *members);

#endif
