/*
 * Hook headers: what is answered to the headers of a request from Keap to a hook.
 *
 * Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_FUNCTIONS_HOOK_HEADERS_H
#define ISOFT_FUNCTIONS_HOOK_HEADERS_H

#include "php.h"

#include "support/attributes.h"

/*
 * Adds X-Hook-Secret to the array if the request verifies a hook. Names are taken in any case, also as $_SERVER has
 * them (HTTP_X_HOOK_SECRET); a value is a string or a list of strings. Returns false with an exception thrown.
 */
ISOFT_MUST_CHECK bool isoft_hook_headers_answer(zval *answer, HashTable *headers, uint32_t position);

#endif
