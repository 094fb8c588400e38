/*
 * Parcel: what another program needs to open the same store: its paths and its derived keys.
 *
 * It holds secrets: whoever has it wipes it (sodium_memzero). It holds no pointers, so its bytes can be handed over.
 *
 * Ownership: the caller owns the parcel and the store. Locks: takes no lock. Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_PARCEL_H
#define ISOFT_STORE_PARCEL_H

#include "store/keys.h"
#include "store/paths.h"
#include "store/store.h"

typedef struct {
	isoft_paths paths;
	isoft_keys keys;
} isoft_store_parcel;

/* Copies what is needed. */
void isoft_store_pack(const isoft_store *store, isoft_store_parcel *parcel);

/* Opens the store that is at the parcel's path; the caller closes it. Reads no key file. Returns NULL with the failure
 * filled. */
ISOFT_MUST_CHECK isoft_store *isoft_store_unpack(const isoft_store_parcel *parcel, isoft_failure *failure);

#endif
