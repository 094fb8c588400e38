/*
 * Hook mark: the keyed hash that makes the address of a REST hook known to Keap alone, since Keap signs nothing.
 *
 * Marks are made under the store's present key. One that was made under a previous key fits as well. While a fake is
 * on, the store is not touched: the key is all zeros.
 *
 * Ownership: arguments are borrowed; keys are wiped before the functions return. Takes no account lock. Errors are
 * filled into the failure, never thrown. Bail-out: none.
 */
#ifndef ISOFT_CLIENT_HOOK_MARK_H
#define ISOFT_CLIENT_HOOK_MARK_H

#include "php.h"

#include "keap/hook_url.h"
#include "support/attributes.h"
#include "support/failure.h"

enum { ISOFT_HOOK_MARK_TEXT = 64 };

/*
 * Writes the mark of the address, for hooks of this account. Makes a store where there is none. Returns false with the
 * failure filled.
 */
ISOFT_MUST_CHECK bool isoft_hook_mark_make(
	const char *account, const isoft_hook_url *url, char mark[ISOFT_HOOK_MARK_TEXT + 1], isoft_failure *failure);

/*
 * Compares the address's mark in constant time. Returns false with an AUTHORIZATION failure if it does not fit, or with
 * the failure of the store.
 */
ISOFT_MUST_CHECK bool isoft_hook_mark_check(const char *account, const isoft_hook_url *url, isoft_failure *failure);

#endif
