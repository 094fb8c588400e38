/*
 * Calls: what a batch is fed from, an array or anything that can be iterated, one entry at a time and none too early.
 */
#ifndef ISOFT_BATCH_INPUT_H
#define ISOFT_BATCH_INPUT_H

#include "php.h"

typedef struct {
	zval list; /* an array, or UNDEF */
	HashPosition at;
	zend_object_iterator *iterator;
	bool begun;
	zend_long count; /* -1: not known */
} isoft_input;

/* False: thrown. */
bool isoft_input_open(isoft_input *input, zval *iterable);

/* The next entry, for the caller to release. False: there is none, or an exception is thrown. */
bool isoft_input_next(isoft_input *input, zval *key, zval *call);

void isoft_input_close(isoft_input *input);

#endif
