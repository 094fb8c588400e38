/*
 * Request parts: splits the parameters of an operation into path, query, header and body, and checks them.
 *
 * The caller owns the parts. Takes no lock. May bail out (memory), so call it without a lock held.
 */
#ifndef ISOFT_KEAP_REQUEST_PARTS_H
#define ISOFT_KEAP_REQUEST_PARTS_H

#include "php.h"
#include "zend_smart_str.h"

#include "keap/operation.h"
#include "support/attributes.h"
#include "support/failure.h"

typedef struct {
	smart_str path;   /* encoded */
	smart_str query;  /* encoded, with its "?"; empty when there is no query */
	smart_str header; /* one header line; empty when the operation has none */
	zval body;        /* an array; an empty object for an empty body; UNDEF when the operation has no body */
} isoft_request_parts;

/*
 * Builds the parts. Returns false with a VALUE failure that names the parameter. In both cases the caller calls
 * isoft_request_parts_free().
 */
ISOFT_MUST_CHECK bool isoft_request_parts_build(
	isoft_request_parts *parts, const isoft_operation *operation, HashTable *parameters, isoft_failure *failure);

void isoft_request_parts_free(isoft_request_parts *parts);

#endif
