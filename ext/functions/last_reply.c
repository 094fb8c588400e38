#include "php_infusionsoft.h"

#include "client/last_reply.h"

PHP_FUNCTION(infusionsoft_last_reply)
{
	ZEND_PARSE_PARAMETERS_NONE();
	isoft_last_reply_fill(return_value);
}
