/*
 * Publish: what becomes of a slot under its lock. Every change is on the disk before the next one depends on it.
 */
#ifndef ISOFT_STORE_PUBLISH_H
#define ISOFT_STORE_PUBLISH_H

#include <stdbool.h>
#include <stdint.h>

#include "store/handle.h"

/*
 * Seals the record into the half that is not published and publishes it. False: the errno tells; the old record is
 * there.
 */
bool isoft_publish_record(
	isoft_store *store, uint32_t slot, const char *account, int64_t due, const void *bytes, size_t length);

/* Publishes that there is no record, then overwrites both halves with zeros. */
bool isoft_publish_nothing(isoft_store *store, uint32_t slot);

/*
 * Finishes what a killed writer left: a record that is sealed whole but not published is, and halves of a slot without
 * a record are overwritten. A published record that does not open stays as it is, for a read to report.
 */
bool isoft_publish_recover(isoft_store *store, uint32_t slot);

#endif
