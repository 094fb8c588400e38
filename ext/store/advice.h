/*
 * Advice: the command that makes a store or a key usable for the user that this process runs as. Run once by the
 * superuser, it leads to no other complaint: it names owner and mode together.
 *
 * - It names the whole directory if that holds nothing but the store. If it holds other files as well, it names the
 *   store's files; if the directory is not fit for a store then, it makes one inside, and no file of others changes.
 * - A directory that a group shares, this user being in the group, stays shared. Otherwise the store is given to the
 *   user; for the superuser, who may use any store, to the owner of the directory.
 * - A mode set by chmod also limits an access control list, and the owner is not subject to one.
 *
 * Ownership: the caller owns the advice. Locks: takes no lock. Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_ADVICE_H
#define ISOFT_STORE_ADVICE_H

#include <stdbool.h>

#include "store/os.h"
#include "store/paths.h"
#include "support/attributes.h"
#include "support/failure.h"

typedef struct {
	char introduction[3 * ISOFT_PATH_MAX]; /* what stands before the command, such as "Run: " */
	char command[1024];
} isoft_advice;

/* For a store's directory that does not exist. */
void isoft_advice_make(isoft_advice *advice, const char *directory);

/*
 * For a store's directory, or the file in it, that has another owner or mode than it needs, or cannot be reached, or
 * has attributes that forbid changes.
 */
void isoft_advice_take(isoft_advice *advice, const char *directory, const char *file);

/* For attributes that forbid changes, where owner and mode are right. */
void isoft_advice_unlock(isoft_advice *advice, const char *directory, const char *file);

/*
 * For a key outside of the store's directory: its users are those of the directory. A key that is not seen is made,
 * unless there is one, or a store that was sealed under it.
 */
void isoft_advice_key(isoft_advice *advice, const char *key, const char *directory);

/* Returns whether owner and mode let this user do everything in the directory, and read and write the file, if any. */
bool isoft_advice_is_followed(const char *directory, const char *file);

/* Returns whether owner and mode let this user read a key outside of the store's directory. */
bool isoft_advice_is_followed_for_key(const char *key);

/* Fills the failure with the explanation and the command. A command that does not fit in whole is left out. */
ISOFT_PRINTF(3, 4) bool isoft_advice_fail(isoft_failure *failure, const isoft_advice *advice, const char *format, ...);

#endif
