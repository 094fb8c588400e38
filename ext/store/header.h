/*
 * Header: makes and validates the first page of the tokens file.
 *
 * Ownership: all arguments are borrowed during the call.
 * Locks: takes no lock.
 * Bail-out: never; makes no Zend call.
 */
#ifndef ISOFT_STORE_HEADER_H
#define ISOFT_STORE_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "store/keys.h"
#include "store/layout.h"
#include "support/failure.h"

typedef struct {
	isoft_header header;
	unsigned char unused[ISOFT_MARKS_AT - sizeof(isoft_header)];
	isoft_marks marks;
} isoft_header_page;

/* Makes the head of a file that has no account yet. */
void isoft_header_make(isoft_header_page *page, const isoft_key *key, uint32_t segments);

/*
 * Returns whether this build can use the store with these keys, and writes its number of segments to *segments. `size`
 * is the size of the file in bytes. The file may be longer than its segments need: a process was killed while it grew
 * the file.
 */
ISOFT_MUST_CHECK bool isoft_header_validate(const isoft_header *header, uint64_t size, const isoft_keys *keys,
	const char *path, uint32_t *segments, isoft_failure *failure);

/* Returns whether the key of the last write is known. */
ISOFT_MUST_CHECK bool isoft_header_check_key(
	const isoft_header *header, const isoft_keys *keys, const char *path, isoft_failure *failure);

#endif
