#include "support/closure.h"

#include "zend_closures.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

bool isoft_closure(zval *closure, zval *callable)
{
	ZVAL_UNDEF(closure);
	zend_call_method_with_1_params(NULL, zend_ce_closure, NULL, "fromcallable", closure, callable);
	if (!EG(exception)) {
		return true;
	}
	zval_ptr_dtor(
		closure); /* an error handler may have thrown at a deprecation, and the closure is made all the same */
	ZVAL_UNDEF(closure);
	return false;
}

bool isoft_is_callable(zval *value)
{
#ifdef IS_CALLABLE_SUPPRESS_DEPRECATIONS
	return zend_is_callable_ex(value, NULL, IS_CALLABLE_SUPPRESS_DEPRECATIONS, NULL, NULL, NULL);
#else
	return zend_is_callable(value, 0, NULL);
#endif
}
