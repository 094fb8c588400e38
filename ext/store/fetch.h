/*
 * Fetch: reads the published record of a slot complete, while other processes write.
 *
 * Ownership: the caller owns the content and wipes it with isoft_content_wipe().
 * Locks: takes no lock and makes no system call.
 * Bail-out: never; makes no Zend call.
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
	ISOFT_FETCH_CONTENDED /* writers published new generations faster than the record could be read */
} isoft_fetch_state;

/* The slot must be below isoft_mapping_slots(). The caller wipes the content after RECORD. */
ISOFT_MUST_CHECK isoft_fetch_state isoft_fetch(const isoft_store *store, uint32_t slot, isoft_content *content);

/* Opens the half that belongs to this generation, published or not. The caller holds the account lock of the slot. */
ISOFT_MUST_CHECK isoft_seal_state isoft_fetch_generation(
	const isoft_store *store, uint32_t slot, uint64_t generation, isoft_content *content);

/*
 * Fills the failure with the reason why there is no record, and returns FAILED. For all states except RECORD and EMPTY.
 * The account is NULL if its name is not known.
 */
isoft_store_status isoft_fetch_explain(
	const isoft_store *store, const char *account, isoft_fetch_state state, isoft_failure *failure);

#endif
