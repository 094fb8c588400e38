/*
 * Request parts: an operation's parameters, told apart into path, query and body by the table, and checked.
 */
#ifndef ISOFT_KEAP_REQUEST_PARTS_H
#define ISOFT_KEAP_REQUEST_PARTS_H

#include "php.h"
#include "zend_smart_str.h"

#include "keap/operation.h"
#include "support/failure.h"

typedef struct {
	smart_str path;   /* encoded */
	smart_str query;  /* with its "?"; empty where there is none */
	smart_str header; /* a line; empty where there is none */
	zval body;        /* an array, or an object where that is empty; UNDEF where the operation has none */
} isoft_request_parts;

/* False: the failure is VALUE and names the parameter. Either way the parts end with isoft_request_parts_free(). */
bool isoft_request_parts_build(
	isoft_request_parts *parts, const isoft_operation *operation, HashTable *parameters, isoft_failure *failure);

void isoft_request_parts_free(isoft_request_parts *parts);

#endif
