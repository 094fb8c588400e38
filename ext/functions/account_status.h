/*
 * Account status: what infusionsoft_token_status(), infusionsoft_accounts() and phpinfo() tell about an account.
 *
 * Promises: holds no secret. What cannot be read is told in the status itself, as something that needs attention.
 *
 * Ownership: the caller owns the struct; its grant borrows from it, so it must not be copied. Takes no lock, throws
 * nothing, and never bails out.
 */
#ifndef ISOFT_FUNCTIONS_ACCOUNT_STATUS_H
#define ISOFT_FUNCTIONS_ACCOUNT_STATUS_H

#include <stdbool.h>
#include <stdint.h>

#include "auth/grant.h"
#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

typedef struct {
	const char *kind;  /* NULL: no grant */
	const char *state; /* as the stub lists them */
	isoft_grant grant; /* without the tokens */
	uint64_t generation;
	bool previous_key;
	bool needs_attention;
	isoft_failure attention; /* the message, if attention is needed */
	char application[256];
	char last_error[sizeof(((isoft_failure *)0)->message)];
} isoft_account_status;

/* Reads the status of the account with infusionsoft.api_key or a stored grant, or of one with neither. */
void isoft_account_status_read(isoft_account_status *status, const char *account);

/* The status while calls are faked, when each account has a grant. */
void isoft_account_status_fake(isoft_account_status *status);

/* The status "missing", with the failure's message as what needs attention. */
void isoft_account_status_missing(isoft_account_status *status, const isoft_failure *attention);

/*
 * Fills the status from a record that was read from the store, and wipes the record. Returns false with the failure
 * filled.
 */
ISOFT_MUST_CHECK bool isoft_account_status_from_record(isoft_account_status *status, isoft_store *store,
	const char *account, isoft_record *record, isoft_failure *failure);

/* Returns whether infusionsoft.api_key is set and the store's directory does not exist: no store is wanted. */
bool isoft_account_status_store_is_unused(void);

#endif
