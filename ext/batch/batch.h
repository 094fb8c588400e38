/*
 * Batch: the class Infusionsoft\Batch, which runs many calls at once and hands out their results.
 */
#ifndef ISOFT_BATCH_BATCH_H
#define ISOFT_BATCH_BATCH_H

#include "php.h"

/*
 * Makes a batch of the calls, an array or a Traversable of callables. `progress` is a callable or NULL; `in_flight` is
 * how many run at once. Nothing is run yet. Returns false with an exception thrown; the result is then an object to
 * release.
 */
bool isoft_batch_make(zval *result, zval *calls, zval *progress, bool ordered, zend_long in_flight);

/* Once, when the module begins. */
void isoft_batch_minit(zend_class_entry *class);

#endif
