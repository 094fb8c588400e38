/*
 * Each: the iterator of infusionsoft_each(), over the entries of all pages of a list.
 */
#ifndef ISOFT_FUNCTIONS_EACH_H
#define ISOFT_FUNCTIONS_EACH_H

#include "php.h"

/* Once, when the module starts. */
void isoft_each_minit(zend_class_entry *class);

#endif
