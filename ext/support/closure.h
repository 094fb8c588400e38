/*
 * Closure: turns a callable of the script into a Closure, which can be called from any scope even if it is a private
 * method.
 *
 * Runs PHP's Closure::fromCallable(), and may bail out (memory): do not call it while a lock is held.
 */
#ifndef ISOFT_SUPPORT_CLOSURE_H
#define ISOFT_SUPPORT_CLOSURE_H

#include "php.h"

#include "support/attributes.h"

/* Fills `closure`, which the caller owns. Returns false with an exception thrown; `closure` is UNDEF then. */
ISOFT_MUST_CHECK bool isoft_closure(zval *closure, zval *callable);

/*
 * Returns whether the value can be called in the scope that runs. May run the script's autoloader. Reports no
 * deprecated form of a callable: isoft_closure() and the constructor of Fiber do.
 */
bool isoft_is_callable(zval *value);

#endif
