#include "php_infusionsoft.h"

#include "client/logger.h"
#include "support/closure.h"

PHP_FUNCTION(infusionsoft_logger)
{
	zend_fcall_info given = empty_fcall_info;
	zend_fcall_info_cache cache;
	zval logger = {0};

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC_OR_NULL(given, cache)
	ZEND_PARSE_PARAMETERS_END();

	if (ZEND_FCI_INITIALIZED(given) && !isoft_closure(&logger, &given.function_name)) {
		RETURN_THROWS();
	}
	isoft_logger_set(&logger);
}
