#include "php_infusionsoft.h"

#include "client/logger.h"
#include "support/closure.h"

PHP_FUNCTION(infusionsoft_logger)
{
	zend_fcall_info callable = empty_fcall_info;
	zend_fcall_info_cache cache;
	zval logger = {0};

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC_OR_NULL(callable, cache)
	ZEND_PARSE_PARAMETERS_END();

	if (EG(exception) || (ZEND_FCI_INITIALIZED(callable) && !isoft_closure(&logger, &callable.function_name))) {
		RETURN_THROWS(); /* an error handler may throw at a deprecated form of a callable */
	}
	if (!isoft_logger_set(&logger)) {
		RETURN_THROWS();
	}
}
