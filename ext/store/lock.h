/*
 * Hold: who holds an account's lock, forks taken into account.
 */
#ifndef ISOFT_STORE_LOCK_H
#define ISOFT_STORE_LOCK_H

#include <stdbool.h>

#include "store/handle.h"

/* Whether the lock is this process's own: taken by it, or made so by isoft_store_inherit(). A forked copy is not. */
bool isoft_lock_is_ours(const isoft_store *store, const isoft_lock *lock);

#endif
