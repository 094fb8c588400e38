/*
 * Credential: the Authorization header of a call. A token that is due or expired is refreshed before it is given out.
 *
 * Ownership: the caller owns the credential, which holds a secret, and ends it with isoft_credential_wipe().
 *
 * Locks: the caller must hold none. The functions take the account's lock only for a refresh; they hold none on return.
 *
 * Fork and killed processes: see auth/refresh. A credential is a plain copy and stays valid in a forked child.
 *
 * Errors are filled into the failure, never thrown. Bailout: none.
 */
#ifndef ISOFT_AUTH_CREDENTIAL_H
#define ISOFT_AUTH_CREDENTIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/grant.h"
#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

typedef struct {
	char header[sizeof("Authorization: Bearer ") + ISOFT_RECORD_MAX];
	isoft_grant_kind kind;
	bool configured; /* the key is infusionsoft.api_key; there is no record */
	int64_t token_serial;
	bool rejected;     /* the stored grant remembers that Keap refused a call with it (auth/rejection) */
	uint64_t rate_key; /* identifies what Keap's limits apply to: the OAuth application or the key; never 0 */
} isoft_credential;

typedef enum {
	ISOFT_RENEWED,     /* the credential now holds another token: repeat the call */
	ISOFT_NOT_RENEWED, /* there is no better token; the credential is unchanged */
	ISOFT_RENEW_FAILED /* the failure says why */
} isoft_renewal;

/* Returns whether infusionsoft.api_key is this account's credential. */
bool isoft_credential_is_configured(const char *account);

/* Returns the rate key of infusionsoft.api_key. */
uint64_t isoft_credential_rate_key_of_setting(void);

/*
 * Gives the rate key of the account's stored or configured credential, without a refresh; 0 if there is none. Returns
 * false with the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_credential_rate_key(const char *account, uint64_t *rate_key, isoft_failure *failure);

/*
 * Fills the credential of the account. A valid token is given out at once. A token that is due is refreshed for up to
 * 500 ms (isoft_refresh_early) and used whatever the outcome. For an expired token, and for an imported pair without an
 * expiry, it waits as isoft_refresh() does; the imported pair is used even if its refresh failed. If Keap refused the
 * refresh token, an unexpired token is used, and an expired one fails at once in the pause before the next try
 * (auth/grant). Returns false with the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_credential_get(isoft_credential *credential, const char *account, isoft_failure *failure);

/*
 * After Keap refused the credential with 401: takes the newer token that another process has stored, or refreshes, and
 * waits as isoft_refresh() does. A token that a refresh brought less than 60 s ago is not refreshed again. The refusal
 * of a call does not shorten the pause after a refused refresh token.
 */
ISOFT_MUST_CHECK isoft_renewal isoft_credential_renew(
	isoft_credential *credential, const char *account, isoft_failure *failure);

/* Zeroes the header. */
void isoft_credential_wipe(isoft_credential *credential);

#endif
