#include "php_infusionsoft.h"

#include "batch/batch.h"
#include "support/closure.h"

enum { IN_FLIGHT_MAX = 256 };

PHP_FUNCTION(infusionsoft_batch)
{
	zval *calls;
	zend_fcall_info progress = empty_fcall_info;
	zend_fcall_info_cache cache;
	bool ordered = true;
	zend_long in_flight = 32;
	zval closure = {0}; /* $progress may be a private method here, and is called elsewhere */
	bool made;

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_ITERABLE(calls)
		Z_PARAM_OPTIONAL
		Z_PARAM_FUNC_OR_NULL(progress, cache)
		Z_PARAM_BOOL(ordered)
		Z_PARAM_LONG(in_flight)
	ZEND_PARSE_PARAMETERS_END();

	if (in_flight < 1 || in_flight > IN_FLIGHT_MAX) {
		zend_argument_value_error(4, "must be between 1 and %d", IN_FLIGHT_MAX);
		RETURN_THROWS();
	}
	if (EG(exception) || (ZEND_FCI_INITIALIZED(progress) && !isoft_closure(&closure, &progress.function_name))) {
		RETURN_THROWS(); /* an error handler may throw at a deprecated form of a callable */
	}
	made = isoft_batch_make(return_value, calls, Z_ISUNDEF(closure) ? NULL : &closure, ordered, in_flight);
	zval_ptr_dtor(&closure);
	if (!made) {
		RETURN_THROWS();
	}
}
