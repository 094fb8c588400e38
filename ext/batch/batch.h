/*
 * Batch: the class Infusionsoft\Batch, an iterator that runs many jobs at the same time and yields their results.
 *
 * Jobs run only while a method of the batch runs. That runs user code: the jobs, the input's iterator, the progress
 * callable, and in them the logger and a fake's closures. No lock is held then. Any of them may call Keap, create
 * another batch or end PHP; calling a method of the batch that runs them throws.
 *
 * Ownership: the object owns its scheduler, which owns the jobs, the input and the results. It belongs to the process
 * that created it: in a forked child its methods throw.
 *
 * May bail out if user code ends PHP by a fatal error. The batch cannot be used any more then, Zend frees its memory,
 * and isoft_multi_abandon() frees the flights of its calls at the end of the PHP request.
 */
#ifndef ISOFT_BATCH_BATCH_H
#define ISOFT_BATCH_BATCH_H

#include "php.h"

/*
 * Creates a batch. `callables` is an array or a Traversable of callables, one for each job; `progress` is a closure or
 * NULL; `in_flight` is the maximum number of jobs that run at the same time. No job is started yet. Returns false with
 * an exception thrown. In either case the caller releases `result`.
 */
bool isoft_batch_make(zval *result, zval *callables, zval *progress, bool ordered, zend_long in_flight);

/* Registers the handlers of the class. Called once, at module startup. */
void isoft_batch_minit(zend_class_entry *class);

#endif
