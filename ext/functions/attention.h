/*
 * Attention: what a person must do so that the calls of an account go on working.
 *
 * Each function returns whether something must be done, and fills the failure with one sentence and what to do; its
 * kind says nothing here. Nothing is sent and nothing is changed. Ownership: arguments are borrowed. Takes no lock,
 * throws nothing, and never bails out. No text contains a secret.
 */
#ifndef ISOFT_FUNCTIONS_ATTENTION_H
#define ISOFT_FUNCTIONS_ATTENTION_H

#include <stdbool.h>

#include "auth/grant.h"
#include "support/attributes.h"
#include "support/failure.h"

/* For an account with this grant in the store. */
ISOFT_MUST_CHECK bool isoft_attention_for_grant(
	const isoft_store *store, const isoft_grant *grant, const char *account, isoft_failure *attention);

/* For the account of infusionsoft.api_key. */
ISOFT_MUST_CHECK bool isoft_attention_for_key(const char *account, isoft_failure *attention);

#endif
