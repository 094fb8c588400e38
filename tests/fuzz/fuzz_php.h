/*
 * Fuzz with PHP: for the targets that need its strings, arrays and JSON. One request, begun once and never ended.
 *
 * PHP allocates by malloc here: AddressSanitizer sees every block of it, and what an input leaves behind is a leak.
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
	/* What PHP itself forgets while it starts is not ours. */
	__lsan_disable();
	need(php_embed_init(0, NULL) == SUCCESS);
	__lsan_enable();
	EG(error_reporting) = 0;
	return 0;
}

/* At the end of each input. */
static inline void fuzz_php_end(void)
{
	if (EG(exception)) {
		zend_clear_exception();
	}
}

#endif
