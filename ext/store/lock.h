/*
 * Lock: decides whether this process holds an account lock, also after a fork.
 *
 * The other functions of lock.c are declared in store.h.
 *
 * Ownership: the caller of isoft_store_lock() owns the isoft_lock and its descriptor.
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_LOCK_H
#define ISOFT_STORE_LOCK_H

#include <stdbool.h>

#include "store/handle.h"

/*
 * Returns whether this process holds the lock: it took the lock itself, or isoft_store_inherit() made the lock usable
 * in it. A copy of the lock in a forked child does not count.
 */
ISOFT_MUST_CHECK bool isoft_lock_is_ours(const isoft_store *store, const isoft_lock *lock);

#endif
