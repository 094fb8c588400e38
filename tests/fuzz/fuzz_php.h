/*
 * Fuzz with PHP: for targets that use PHP's strings, arrays and JSON. PHP starts once, in one request that never ends.
 *
 * PHP allocates with malloc here, so AddressSanitizer checks each block and reports what an input leaks.
 */
#ifndef TESTS_FUZZ_FUZZ_PHP_H
#define TESTS_FUZZ_FUZZ_PHP_H

#include <sanitizer/lsan_interface.h>

#include "php.h"
#include "zend_exceptions.h"

#include "sapi/embed/php_embed.h"

#include "fuzz.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setenv("USE_ZEND_ALLOC", "0", 1);
	php_embed_module.php_ini_ignore = 1;
	/* Leaks of PHP's own startup are not reported. */
	__lsan_disable();
	need(php_embed_init(0, NULL) == SUCCESS);
	__lsan_enable();
	EG(error_reporting) = 0;
	return 0;
}

/* Call at the end of each input. */
static inline void fuzz_php_end(void)
{
	if (EG(exception)) {
		zend_clear_exception();
	}
}

#endif
