#include "support/closure.h"

#include "zend_closures.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

bool isoft_closure(zval *closure, zval *callable)
{
	zend_call_method_with_1_params(NULL, zend_ce_closure, NULL, "fromcallable", closure, callable);
	return !EG(exception);
}
