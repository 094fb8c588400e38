/*
 * Denied: says why the system denied this process the use of a file, and the command that ends it (store/advice). If
 * owner and mode allow the use, names what else denies it (store/obstacle).
 *
 * Each function fills the failure and returns false. `action` is a verb: "open", "create", "lock".
 *
 * Ownership: nothing is kept. Locks: takes no lock. Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_DENIED_H
#define ISOFT_STORE_DENIED_H

#include <stdbool.h>

#include "support/failure.h"

/* For a file in the store's directory. */
bool isoft_denied_file(const char *action, const char *path, isoft_failure *failure);

/* For the store's directory itself, which cannot be examined. */
bool isoft_denied_directory(const char *directory, isoft_failure *failure);

/* For a key outside of the store's directory, which is given too. */
bool isoft_denied_key(const char *action, const char *path, const char *directory, isoft_failure *failure);

#endif
