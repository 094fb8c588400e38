/*
 * Hook marked: an address with its mark, for infusionsoft_hook_url() and infusionsoft_hooks_sync().
 *
 * Takes no account lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_FUNCTIONS_HOOK_MARKED_H
#define ISOFT_FUNCTIONS_HOOK_MARKED_H

#include "php.h"

#include "support/attributes.h"

/* Returns the address with the account's mark, which the caller owns; NULL with an exception thrown. */
ISOFT_MUST_CHECK zend_string *isoft_hook_marked(const char *account, const zend_string *url);

#endif
