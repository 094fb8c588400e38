/*
 * Closure: turns a callable of the script into a Closure, which can be called from any scope even if it is a private
 * method.
 *
 * Runs PHP's Closure::fromCallable(), and may bail out (memory): do not call it while a lock is held.
 */
#ifndef ISOFT_SUPPORT_CLOSURE_H
#define ISOFT_SUPPORT_CLOSURE_H

#include "php.h"

/* Fills `closure`, which the caller owns. Returns false with an exception thrown. */
bool isoft_closure(zval *closure, zval *callable);

#endif
