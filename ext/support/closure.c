#include "support/closure.h"

#include "zend_closures.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

/* Since PHP 8.4 a TypeError without a reason follows what an error handler throws at a deprecation: only that goes on.
 */
static void closure_unwrap_cause(void)
{
	zend_object *follower = EG(exception);
	zval buffer, cause;

	if (follower->ce != zend_ce_type_error) {
		return;
	}
	ZVAL_COPY(&cause, zend_read_property_ex(zend_ce_error, follower, ZSTR_KNOWN(ZEND_STR_PREVIOUS), true, &buffer));
	if (Z_TYPE(cause) == IS_OBJECT) {
		zend_clear_exception();
		zend_throw_exception_object(&cause);
	} else {
		zval_ptr_dtor(&cause);
	}
}

bool isoft_closure(zval *closure, zval *callable)
{
	ZVAL_UNDEF(closure);
	zend_call_method_with_1_params(NULL, zend_ce_closure, NULL, "fromcallable", closure, callable);
	if (!EG(exception)) {
		return true;
	}
	if (Z_TYPE_P(closure) != IS_OBJECT) {
		closure_unwrap_cause();
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
