/*
 * A PHP extension for tests. alloc_fails($n) makes the $n-th allocation of Zend's memory from now on fail, with a fatal
 * error as at the memory limit; 0 ends that. It returns how many allocations were made since the last call.
 */
#include "php.h"

static zend_long wanted, made;
static void *(*inner_malloc)(size_t);
static void (*inner_free)(void *);
static void *(*inner_realloc)(void *, size_t);

static void watch(void);

/* PHP's own manager looks at the handlers first, so they are taken off while it works. */
static void unwatch(void)
{
	zend_mm_set_custom_handlers(zend_mm_get_heap(), inner_malloc, inner_free, inner_realloc);
}

static void count(void)
{
	if (++made == wanted) {
		unwatch();
		zend_error_noreturn(E_ERROR, "Out of memory (allocation " ZEND_LONG_FMT ")", made);
	}
}

static void *failing_malloc(size_t size)
{
	void *block;

	count();
	unwatch();
	block = inner_malloc ? inner_malloc(size) : zend_mm_alloc(zend_mm_get_heap(), size);
	watch();
	return block;
}

static void *failing_realloc(void *block, size_t size)
{
	count();
	unwatch();
	block = inner_realloc ? inner_realloc(block, size) : zend_mm_realloc(zend_mm_get_heap(), block, size);
	watch();
	return block;
}

static void plain_free(void *block)
{
	unwatch();
	if (inner_free) {
		inner_free(block);
	} else {
		zend_mm_free(zend_mm_get_heap(), block);
	}
	watch();
}

static void watch(void)
{
	zend_mm_set_custom_handlers(zend_mm_get_heap(), failing_malloc, plain_free, failing_realloc);
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_alloc_fails, 0, 1, IS_LONG, 0)
ZEND_ARG_TYPE_INFO(0, n, IS_LONG, 0)
ZEND_END_ARG_INFO()

static PHP_FUNCTION(alloc_fails)
{
	static bool watching;
	zend_long n;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(n)
	ZEND_PARSE_PARAMETERS_END();

	RETVAL_LONG(made);
	if (watching) {
		unwatch();
	} else {
		zend_mm_get_custom_handlers(zend_mm_get_heap(), &inner_malloc, &inner_free, &inner_realloc);
	}
	wanted = n;
	made = 0;
	watching = n > 0;
	if (watching) {
		watch();
	}
}

static const zend_function_entry functions[] = {PHP_FE(alloc_fails, arginfo_alloc_fails) PHP_FE_END};

static zend_module_entry alloc_fails_module_entry = {STANDARD_MODULE_HEADER, "alloc_fails", functions, NULL, NULL, NULL,
	NULL, NULL, NO_VERSION_YET, STANDARD_MODULE_PROPERTIES};

ZEND_GET_MODULE(alloc_fails)
