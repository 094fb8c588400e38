/*
 * Reseal: moves a record from a previous key to the present one, without asking Keap for anything.
 *
 * Takes and releases the account's lock itself. No Zend call is made here.
 */
#ifndef ISOFT_AUTH_RESEAL_H
#define ISOFT_AUTH_RESEAL_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"
#include "support/failure.h"

/* Writes the record again as it is, unless another process has done so meanwhile. False fills the failure. */
bool isoft_reseal(isoft_store *store, const char *account, int64_t margin, isoft_failure *failure);

#endif
