/*
 * Closure: a callable of the script as an object that can be called from anywhere, even where it names a private
 * method.
 *
 * May bail out (memory) and runs PHP's own Closure::fromCallable(): never to be called while a lock is held.
 */
#ifndef ISOFT_SUPPORT_CLOSURE_H
#define ISOFT_SUPPORT_CLOSURE_H

#include "php.h"

/* Fills `closure`, which the caller releases. Returns false with an exception thrown. */
bool isoft_closure(zval *closure, zval *callable);

#endif
