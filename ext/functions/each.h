/*
 * Each: the class Infusionsoft\Each, the iterator that infusionsoft_each() returns.
 *
 * An iterator owns one page of entries and the request for the next page. It takes no lock. Its methods send requests,
 * may throw and may bail out (memory).
 */
#ifndef ISOFT_FUNCTIONS_EACH_H
#define ISOFT_FUNCTIONS_EACH_H

#include "php.h"

/* Call once, when the module starts. */
void isoft_each_minit(zend_class_entry *class);

#endif
