/*
 * Create: the first opening of a store, by any number of processes at once.
 *
 * Under the table's lock, the key before the tokens: a tokens file without a key is a lost key and never gets a new
 * one.
 */
#ifndef ISOFT_STORE_CREATE_H
#define ISOFT_STORE_CREATE_H

#include <stdbool.h>

#include "store/paths.h"
#include "store/store.h"

/* Makes what is not there. The directory must be. */
bool isoft_create(const isoft_store_config *config, const isoft_paths *paths, isoft_failure *failure);

/* The segments that the setting asks for; 0 and a failure where it asks for too much. */
uint32_t isoft_create_segments(const isoft_store_config *config, isoft_failure *failure);

#endif
