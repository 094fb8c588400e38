/*
 * Carry copy: what format 1 was, and the copy of a store of that format into a file of format 2.
 *
 * Format 1 had no index, a smaller shared area in another order, and the segments behind it without gaps. Its slots are
 * those of format 2.
 *
 * Ownership: the caller owns the descriptors.
 * Locks: the caller holds the table lock and has kept all writers out.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_CARRY_COPY_H
#define ISOFT_STORE_CARRY_COPY_H

#include <stdbool.h>
#include <stdint.h>

#include "store/header.h"

enum { ISOFT_OLD_FORMAT = 1 };

typedef struct {
	int descriptor;
	isoft_header header;
	uint32_t segments;
} isoft_old_store;

/* Reads the header. Returns whether it is that of a whole store of format 1, marked or not. */
ISOFT_MUST_CHECK bool isoft_old_store_read(isoft_old_store *old);

/* Writes a format into the header. Its geometry still says what the file is. */
ISOFT_MUST_CHECK bool isoft_old_store_mark(const isoft_old_store *old, uint32_t format);

/*
 * Writes the store into the file, which has the size that it needs, all zeros. On false the reason is in errno, or the
 * failure is filled.
 */
ISOFT_MUST_CHECK bool isoft_carry_copy(
	const isoft_old_store *old, int descriptor, const isoft_keys *keys, isoft_failure *failure);

#endif
