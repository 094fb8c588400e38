/*
 * Header: the first page of the tokens file, made and judged.
 */
#ifndef ISOFT_STORE_HEADER_H
#define ISOFT_STORE_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "store/keys.h"
#include "store/layout.h"
#include "support/failure.h"

void isoft_header_make(isoft_header *header, const isoft_key *key, uint32_t segments);

/*
 * Whether this build and these keys can use the store whose file has `size` bytes; *segments gets what it holds. A file
 * that is longer than it need be is one whose growth was cut off.
 */
bool isoft_header_validate(const isoft_header *header, uint64_t size, const isoft_keys *keys, const char *path,
	uint32_t *segments, isoft_failure *failure);

#endif
