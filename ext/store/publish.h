/*
 * Publish: changes the record of a slot. Each step is on the disk before the next step depends on it.
 *
 * Ownership: the bytes are borrowed during the call.
 * Locks: the caller holds the account lock of the slot. Takes no other lock.
 * Bail-out: never; makes no Zend call. On false the reason is in errno.
 */
#ifndef ISOFT_STORE_PUBLISH_H
#define ISOFT_STORE_PUBLISH_H

#include <stdbool.h>
#include <stdint.h>

#include "store/handle.h"

/*
 * Seals the record into the half that is not published, then publishes it. `length` is at most ISOFT_RECORD_MAX. On
 * false the old record is still published, unless only the last sync failed.
 */
ISOFT_MUST_CHECK bool isoft_publish_record(
	isoft_store *store, uint32_t slot, const char *account, int64_t due, const void *bytes, size_t length);

/* Publishes that the slot has no record, then overwrites both halves with zeros. */
ISOFT_MUST_CHECK bool isoft_publish_nothing(isoft_store *store, uint32_t slot);

/*
 * Completes the work of a killed writer. Publishes a record that was sealed completely but not published. Overwrites
 * the halves of a slot that has no record. Leaves a published record that does not open as it is: a read reports it.
 */
ISOFT_MUST_CHECK bool isoft_publish_recover(isoft_store *store, uint32_t slot);

#endif
