#include "php_infusionsoft.h"

#include "client/logger.h"

#include "zend_exceptions.h"
#include "zend_fibers.h"

#include "support/assert.h"
#include "support/exceptions.h"

enum { DROPPED_MAX = 100 };

bool isoft_logger_listens(void)
{
	return Z_TYPE(ISOFT_G(logger)) == IS_OBJECT && !ISOFT_G(logging);
}

/* Sets the new logger before it releases the old one, whose destructor may log. */
static void logger_replace(zval *logger)
{
	zval old;

	ZVAL_COPY_VALUE(&old, &ISOFT_G(logger));
	ZVAL_COPY_VALUE(&ISOFT_G(logger), logger);
	zval_ptr_dtor(&old);
}

bool isoft_logger_set(zval *logger)
{
	if (ISOFT_G(ending) && !Z_ISUNDEF_P(logger)) {
		zval_ptr_dtor(logger);
		zend_throw_error(NULL, "A logger cannot be set while the request of PHP ends: it would outlive the request");
		return false;
	}
	logger_replace(logger);
	return true;
}

void isoft_logger_rshutdown(void)
{
	zval no_logger = {0};

	logger_replace(&no_logger);
}

void isoft_logger_forget(void)
{
	ZVAL_UNDEF(&ISOFT_G(logger));
	ISOFT_G(logging) = false;
}

static void finish_logging(void)
{
	zend_fiber_switch_unblock();
	ISOFT_G(logging) = false;
}

static void call_logger(zval *arguments)
{
	zval logger, ignored;

	/* Holds a reference: the logger may set another logger while it runs. */
	ZVAL_COPY(&logger, &ISOFT_G(logger));
	ZVAL_UNDEF(&ignored);
	ISOFT_G(logging) = true;
	zend_fiber_switch_block();
	zend_try {
		call_user_function(NULL, NULL, &logger, &ignored, 3, arguments);
	}
	zend_catch {
		finish_logging();
		zend_bailout();
	}
	zend_end_try();
	finish_logging();
	zval_ptr_dtor(&ignored);
	zval_ptr_dtor(&logger);
}

/*
 * Raises a PHP warning without calling the script's error handler. Many error handlers turn warnings into exceptions,
 * and then a call that succeeded would seem to have failed.
 */
static void warn_of_exception(zend_object *thrown)
{
	int handled = EG(user_error_handler_error_reporting);
	zend_string *message = isoft_exception_message(thrown);

	EG(user_error_handler_error_reporting) = 0;
	php_error_docref(NULL, E_WARNING, "The logger threw %s: %s", ZSTR_VAL(thrown->ce->name), ZSTR_VAL(message));
	EG(user_error_handler_error_reporting) = handled;
	zend_string_release(message);
}

/* Returns the exception that is set. Returns NULL for those with which exit() unwinds the stack: they stay. */
static zend_object *exception_to_take(void)
{
	zend_object *thrown = EG(exception);

	return thrown && !zend_is_unwind_exit(thrown) && !zend_is_graceful_exit(thrown) ? thrown : NULL;
}

/*
 * Turns an exception of the logger into a warning. Releasing it may run destructors that throw in their turn, and so
 * may an output callback that gets the warning: their exceptions are dropped. The limit is for a destructor that always
 * throws an exception with the same destructor.
 */
static void take_exception(void)
{
	zend_object *thrown = exception_to_take();

	if (!thrown) {
		return;
	}
	GC_ADDREF(thrown);
	zend_clear_exception();
	warn_of_exception(thrown);
	OBJ_RELEASE(thrown);
	for (int dropped = 0; dropped < DROPPED_MAX && exception_to_take(); dropped++) {
		zend_clear_exception();
	}
}

void isoft_log(const char *level, zend_string *message, zval *context)
{
	zend_object *thrown = EG(exception);
	zval arguments[3];

	ISOFT_ASSERT(isoft_logger_listens());
	ZVAL_STRING(&arguments[0], level);
	ZVAL_STR(&arguments[1], message);
	ZVAL_COPY_VALUE(&arguments[2], context);
	EG(exception) = NULL;
	call_logger(arguments);
	take_exception();
	if (!EG(exception)) {
		EG(exception) = thrown;
	} else if (thrown) {
		OBJ_RELEASE(thrown);
	}
	for (int i = 0; i < 3; i++) {
		zval_ptr_dtor(&arguments[i]);
	}
}
