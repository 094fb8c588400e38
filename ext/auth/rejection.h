/*
 * Rejection: remembers that Keap refused a call with 401 although its token was fresh, or its key cannot be refreshed.
 *
 * A stored grant remembers it in its record, infusionsoft.api_key in its clock of the shared area (net/pacing). The
 * next good reply clears it. Best effort: while another process holds the account's lock, nothing is written; the next
 * reply says the same again.
 *
 * Ownership: credential and account are borrowed. Locks: takes the account's lock without waiting, and releases it; the
 * caller must hold none. Errors are filled into the failure, never thrown. Bailout: none.
 */
#ifndef ISOFT_AUTH_REJECTION_H
#define ISOFT_AUTH_REJECTION_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/credential.h"
#include "support/failure.h"

/*
 * After a final 401: fills the AUTHORIZATION failure, which names the credential, and remembers the refusal. A
 * remembered one is written again only after a minute, so that many refused calls cost no write each. Always returns
 * false.
 */
bool isoft_rejection_note(const isoft_credential *credential, const char *account, isoft_failure *failure);

/* After a good reply: forgets the refusal, if one is remembered. */
void isoft_rejection_clear(const isoft_credential *credential, const char *account);

/* Returns when Keap refused infusionsoft.api_key, in Unix seconds; 0 if it did not. */
int64_t isoft_rejection_of_key(void);

/* Fills the AUTHORIZATION failure for infusionsoft.api_key, the credential of this account. Always returns false. */
bool isoft_rejection_fail_key(const char *account, isoft_failure *failure);

/* Fills the AUTHORIZATION failure for a stored grant of this kind. Always returns false. */
bool isoft_rejection_fail_grant(isoft_grant_kind kind, const char *account, isoft_failure *failure);

#endif
