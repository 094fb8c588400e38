/*
 * Refresh: decides whether a token is exchanged, by which process, and how long the others wait.
 *
 * Promises: at most one process on the machine exchanges for an account at a time, because the exchange runs under the
 * account's lock. Every function reads the record again under the lock, and does nothing if another process has stored
 * a newer pair since the caller read its serial.
 *
 * Locks: each function that refreshes takes the account's lock itself. It releases the lock or passes it to the
 * exchange, and holds none when it returns. The caller must hold none.
 *
 * Fork and killed processes: the exchange runs in a forked child if possible (auth/detach). If the waiting worker is
 * killed, the child keeps the lock and stores the new pair. If the child is killed, the kernel releases the lock, and
 * the begin mark in the record says that the refresh token may be spent (auth/exchange).
 *
 * Ownership: stores and strings are borrowed for the call. Errors are filled into the failure, never thrown. Bailout:
 * none.
 */
#ifndef ISOFT_AUTH_REFRESH_H
#define ISOFT_AUTH_REFRESH_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"
#include "support/attributes.h"
#include "support/failure.h"

/*
 * Returns whether the account is in the back-off after a failed refresh. A back-off further ahead than 60 s is ignored:
 * the clock was set back since. No lock.
 */
bool isoft_refresh_is_backed_off(isoft_store *store, const char *account);

/*
 * Makes sure that the stored pair is newer than `token_serial`. Waits up to 65 s for the account's lock, then up to 65
 * s for this process's own exchange, unless another process stored a newer pair meanwhile. The back-off, and the
 * pause after a refusal by Keap (auth/grant), are obeyed unless `force`. Returns true if there is a newer pair, else
 * false with the failure filled. An exchange that takes longer is left running with the lock.
 */
ISOFT_MUST_CHECK bool isoft_refresh(
	isoft_store *store, const char *account, int64_t token_serial, bool force, isoft_failure *failure);

/*
 * Best-effort refresh of a due, unexpired token. Starts an exchange if no other process holds the lock (one try, no
 * waiting for the lock) and waits up to 500 ms for its outcome. On any outcome the caller keeps using the current
 * token. A store that cannot be written counts as a refresh that failed, once a minute (isoft_refresh_take_outcome).
 */
void isoft_refresh_early(isoft_store *store, const char *account, int64_t token_serial);

/*
 * Like isoft_refresh_early(), but does not wait for the outcome. Returns false only if a refresh is due, and no child
 * can be forked for it, or somebody must wait for it: the caller may then use isoft_refresh_here().
 */
ISOFT_MUST_CHECK bool isoft_refresh_in_background(isoft_store *store, const char *account, int64_t token_serial);

/*
 * Refreshes and waits, for as long as Keap takes (60 s at most); in this process, with signals blocked, if there can be
 * no other. Does nothing if another process holds the lock. Best effort: failures are saved in the record only.
 */
void isoft_refresh_here(isoft_store *store, const char *account, int64_t token_serial);

/*
 * Returns whether this thread has started a refresh and waited for it since the last call of this function. If so,
 * fills `outcome`; its kind is NONE if a new pair was stored. A due refresh that a store could not take counts too. No
 * lock.
 */
ISOFT_MUST_CHECK bool isoft_refresh_take_outcome(isoft_failure *outcome);

/*
 * Exchanges a code for a grant and stores it; creates the store if there is none. Waits as isoft_refresh() does.
 * Returns false with the failure filled; `began` is then false if the failure came before the exchange.
 */
ISOFT_MUST_CHECK bool isoft_refresh_by_code(
	const char *account, const char *code, const char *redirect_uri, bool *began, isoft_failure *failure);

/*
 * Refreshes the account's grant if it is due or expired, or with `force` in any case. A grant that needs no refresh and
 * is sealed under a previous key is sealed again under the present one. Waits as isoft_refresh() does. Returns false
 * with the failure filled.
 */
ISOFT_MUST_CHECK bool isoft_refresh_if_due(const char *account, bool force, isoft_failure *failure);

#endif
