/*
 * Page tokens: where the next page of a list of API v2 is, and whether the list would ever end.
 *
 * The caller owns the tokens. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_PAGE_TOKEN_H
#define ISOFT_KEAP_PAGE_TOKEN_H

#include "php.h"

#include "support/attributes.h"

/* The tokens of a list so far. Starts all zeros. */
typedef struct {
	HashTable *seen; /* NULL: none */
} isoft_page_tokens;

/*
 * Writes the token of the next page as a string, or null if the reply names no next page. A token that is an integer
 * counts as its digits. Returns NULL, or what is wrong: a phrase that continues "Keap's reply". Nothing is written
 * then.
 */
ISOFT_MUST_CHECK const char *isoft_page_token_read(const isoft_page_tokens *tokens, HashTable *reply, zval *token);

/* Remembers the token of a page that was, or will be, requested. */
void isoft_page_token_add(isoft_page_tokens *tokens, const zval *token);

void isoft_page_tokens_free(isoft_page_tokens *tokens);

#endif
