/*
 * Fetch: the record that a slot has published, whole, while others write. No lock, no system call.
 */
#ifndef ISOFT_STORE_FETCH_H
#define ISOFT_STORE_FETCH_H

#include <stdint.h>

#include "store/handle.h"
#include "store/seal.h"

typedef enum {
	ISOFT_FETCH_RECORD,
	ISOFT_FETCH_EMPTY,
	ISOFT_FETCH_UNKNOWN_KEY,
	ISOFT_FETCH_DAMAGED,
	ISOFT_FETCH_CONTENDED /* written over and over faster than it can be read */
} isoft_fetch_state;

/* The caller wipes the content after RECORD. The slot must be mapped. */
isoft_fetch_state isoft_fetch(const isoft_store *store, uint32_t slot, isoft_content *content);

/* Opens the half that would hold this generation, published or not. Only under the slot's lock. */
isoft_seal_state isoft_fetch_generation(
	const isoft_store *store, uint32_t slot, uint64_t generation, isoft_content *content);

/*
 * Says why there is no record, for all states but RECORD and EMPTY. The account is NULL where it is not known. FAILED.
 */
isoft_store_status isoft_fetch_explain(
	const isoft_store *store, const char *account, isoft_fetch_state state, isoft_failure *failure);

#endif
