/*
 * Status: the arrays that infusionsoft_token_status() and infusionsoft_accounts() return. Never a secret.
 *
 * The caller owns the arrays. Takes no lock. The functions may bail out (memory).
 */
#ifndef ISOFT_FUNCTIONS_STATUS_H
#define ISOFT_FUNCTIONS_STATUS_H

#include "php.h"

#include "support/attributes.h"
#include "support/failure.h"

/*
 * Fills the array of infusionsoft_token_status(). Throws nothing: a store that cannot be used, and a wrong setting, are
 * told in the array.
 */
void isoft_status_fill(zval *status, const char *account);

/* Fills the array for the setting infusionsoft.account, which is wrong. */
void isoft_status_fill_wrong_setting(zval *status, const isoft_failure *failure);

/*
 * Fills a list with the status of each account that has a grant. Returns false with an exception thrown; the list is
 * then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_status_list(zval *list);

#endif
