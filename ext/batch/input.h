/*
 * Input: the array or Traversable that feeds a batch. An entry is read only when a job can be started for it.
 *
 * The batch owns the input; the input holds a reference to the array or the iterator until it is closed. Takes no lock.
 * A Traversable runs user code, which may throw or end PHP: call the functions with no lock held. May bail out;
 * everything held here is Zend's memory then.
 */
#ifndef ISOFT_BATCH_INPUT_H
#define ISOFT_BATCH_INPUT_H

#include "php.h"

#include "support/attributes.h"

typedef struct {
	zval list; /* the array; UNDEF: the input is a Traversable */
	HashPosition at;
	zend_object_iterator *iterator; /* NULL: the input is an array, or closed */
	bool started;                   /* an entry was asked for */
	zend_long count;                /* number of entries; -1: not known */
} isoft_input;

/* Returns false with an exception thrown and nothing to close. */
ISOFT_MUST_CHECK bool isoft_input_open(isoft_input *input, zval *iterable);

/*
 * Reads the next entry. Returns true with the key and the value, which the caller releases. Returns false at the end of
 * the input, or with an exception thrown.
 */
ISOFT_MUST_CHECK bool isoft_input_next(isoft_input *input, zval *key, zval *value);

/* May be called more than once. */
void isoft_input_close(isoft_input *input);

#endif
