/*
 * Carry-over: makes a store of format 2 of one of format 1, once, when a process of this version first opens it.
 *
 * The new file is complete before it is renamed into the place of the old one. Records are copied sealed, so no key is
 * needed for them. Workers of the old version are kept out: the old file is marked as one of a newer format, which they
 * refuse as soon as they take a lock, and then each lock of an account is waited for once. So an exchange that one of
 * them has begun is stored before the copy. A process that is killed leaves the marked file, which the next one carries
 * over, or the new one.
 *
 * Ownership: all arguments are borrowed during the call.
 * Locks: takes and releases the table lock, and inside each account lock of the old version.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_CARRY_OVER_H
#define ISOFT_STORE_CARRY_OVER_H

#include <stdbool.h>

#include "store/handle.h"

/* Returns whether the file at the path has format 1. */
ISOFT_MUST_CHECK bool isoft_carry_over_is_due(const isoft_paths *paths);

/*
 * Carries the store over, unless another process has done so meanwhile. Waits at most 70 s for exchanges of the old
 * version. On false the failure is filled, and the store is as it was.
 */
ISOFT_MUST_CHECK bool isoft_carry_over(const isoft_paths *paths, const isoft_keys *keys, isoft_failure *failure);

#endif
