/*
 * Credential: what goes into a call's Authorization header, refreshed before it is given out.
 *
 * A credential owns its header line and ends with isoft_credential_wipe(). Never throws; holds no lock when it returns.
 */
#ifndef ISOFT_AUTH_CREDENTIAL_H
#define ISOFT_AUTH_CREDENTIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/grant.h"
#include "store/store.h"
#include "support/failure.h"

typedef struct {
	char header[sizeof("Authorization: Bearer ") + ISOFT_RECORD_MAX];
	isoft_grant_kind kind;
	bool configured; /* infusionsoft.api_key: there is no record behind it */
	int64_t token_serial;
	uint64_t rate_key; /* of what Keap's limits are for: the application, or the key */
} isoft_credential;

typedef enum {
	ISOFT_RENEWED,     /* the credential is another one now */
	ISOFT_NOT_RENEWED, /* there is no better one */
	ISOFT_RENEW_FAILED /* the failure says why */
} isoft_renewal;

/* Whether infusionsoft.api_key is this account's credential. */
bool isoft_credential_is_configured(const char *account);

/* The rate_key of the account's credential as it is, 0 where it has none. False fills the failure. */
bool isoft_credential_rate_key(const char *account, uint64_t *rate_key, isoft_failure *failure);

/* The account's credential, after the refresh that may be due. False fills the failure. */
bool isoft_credential_get(isoft_credential *credential, const char *account, isoft_failure *failure);

/* After Keap refused it with 401: what another process has got meanwhile, or a fresh one, at most once a minute. */
isoft_renewal isoft_credential_renew(isoft_credential *credential, const char *account, isoft_failure *failure);

void isoft_credential_wipe(isoft_credential *credential);

#endif
