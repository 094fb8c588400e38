/*
 * Batch: the class Infusionsoft\Batch, which runs many calls at once and hands out their results.
 */
#ifndef ISOFT_BATCH_BATCH_H
#define ISOFT_BATCH_BATCH_H

#include "php.h"

/* Once, when the module begins. */
void isoft_batch_register(zend_class_entry *class);

#endif
