/*
 * Create: creates the files of a store on its first use, while any number of processes do the same.
 *
 * The key is created before the tokens file. If there is a tokens file but no key, the key is lost, and no new key is
 * created for it.
 *
 * Ownership: all arguments are borrowed during the call.
 * Locks: isoft_create() takes and releases the table lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_CREATE_H
#define ISOFT_STORE_CREATE_H

#include <stdbool.h>

#include "store/paths.h"
#include "store/store.h"

/* Creates the files that do not exist. The directory must exist. */
ISOFT_MUST_CHECK bool isoft_create(const isoft_store_config *config, const isoft_paths *paths, isoft_failure *failure);

/*
 * Returns the number of segments that config->accounts needs, at least 1. Returns 0 with the failure filled if that is
 * more than the format allows.
 */
ISOFT_MUST_CHECK uint32_t isoft_create_segments(const isoft_store_config *config, isoft_failure *failure);

#endif
