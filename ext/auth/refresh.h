/*
 * Refresh: the state machine around the exchange. Whoever needs a token calls this; exactly one process on the machine
 * exchanges.
 *
 * Takes and releases the account's lock itself; holds nothing when it returns. Never throws; bails out nowhere while it
 * holds the lock.
 */
#ifndef ISOFT_AUTH_REFRESH_H
#define ISOFT_AUTH_REFRESH_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"
#include "support/failure.h"

/* Whether a refresh failed so lately that the next is not to be tried yet. A clock that was set back does not hold it
 * up. */
bool isoft_refresh_is_backed_off(isoft_store *store, const char *account);

/*
 * Waits until the grant is newer than the pair named, by this process's exchange or another's. A back-off after a
 * failed refresh is obeyed unless `force`. False fills the failure.
 */
bool isoft_refresh(isoft_store *store, const char *account, int64_t token_serial, bool force, isoft_failure *failure);

/*
 * For a grant that is due and still good: begins a refresh if nobody else does, and waits for it a moment, no longer
 * than a quick endpoint takes. Whatever becomes of it, the present token goes on.
 */
void isoft_refresh_early(isoft_store *store, const char *account, int64_t token_serial);

/* The same without waiting at all: false where that cannot be had (no process of its own) and nothing was begun. */
bool isoft_refresh_in_background(isoft_store *store, const char *account, int64_t token_serial);

/* For what could not be begun so: in this process, which takes as long as Keap does, unless another process is at it.
 */
void isoft_refresh_here(isoft_store *store, const char *account, int64_t token_serial);

/*
 * What the refresh came to that this thread made and waited for; its kind is NONE where there is a new token. False: it
 * made none since this was asked last.
 */
bool isoft_refresh_take_outcome(isoft_failure *outcome);

/*
 * Exchanges a code for a grant and stores it; makes the store if there is none. Returns false with the failure filled.
 */
bool isoft_refresh_by_code(const char *account, const char *code, const char *redirect_uri, isoft_failure *failure);

/*
 * Refreshes the account's grant if that is due, or with `force` in any case. A grant that is not refreshed moves to the
 * present key of the store. Returns false with the failure filled.
 */
bool isoft_refresh_if_due(const char *account, bool force, isoft_failure *failure);

#endif
