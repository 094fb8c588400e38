/*
 * Status: what is known of an account's grant, as PHP sees it. Never a secret.
 */
#ifndef ISOFT_FUNCTIONS_STATUS_H
#define ISOFT_FUNCTIONS_STATUS_H

#include "php.h"

#include "auth/grant.h"

const char *isoft_status_state(const isoft_grant *grant);

/* Fills the array of infusionsoft_token_status(). False: thrown. */
bool isoft_status_fill(zval *status, const char *account);

/* A list of these, of all accounts that can be used. False: thrown, and the list is UNDEF. */
bool isoft_status_list(zval *list);

#endif
