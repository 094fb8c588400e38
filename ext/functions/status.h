/*
 * Status: what infusionsoft_token_status() and infusionsoft_accounts() return about a grant. Never a secret.
 *
 * The caller owns the arrays. Takes no lock. The filling functions may throw and may bail out (memory).
 */
#ifndef ISOFT_FUNCTIONS_STATUS_H
#define ISOFT_FUNCTIONS_STATUS_H

#include "php.h"

#include "auth/grant.h"
#include "support/attributes.h"

/* The `state` of a grant at this moment: "valid", "refresh_due", "expired" or "reauthorization_required". */
const char *isoft_status_state(const isoft_grant *grant);

/* Fills the array of infusionsoft_token_status(). Returns false with an exception thrown. */
ISOFT_MUST_CHECK bool isoft_status_fill(zval *status, const char *account);

/*
 * Fills a list with the status of each account that has a grant. Returns false with an exception thrown; the list is
 * then UNDEF.
 */
ISOFT_MUST_CHECK bool isoft_status_list(zval *list);

#endif
