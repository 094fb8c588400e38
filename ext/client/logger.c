#include "php_infusionsoft.h"

#include "client/logger.h"

#include "zend_exceptions.h"
#include "zend_fibers.h"

#include "support/exceptions.h"

bool isoft_logger_listens(void)
{
	return Z_TYPE(ISOFT_G(logger)) == IS_OBJECT && !ISOFT_G(logging);
}

/* Whatever goes when the old one is released sees the new one in its place. */
void isoft_logger_set(zval *logger)
{
	zval old;

	ZVAL_COPY_VALUE(&old, &ISOFT_G(logger));
	ZVAL_COPY_VALUE(&ISOFT_G(logger), logger);
	zval_ptr_dtor(&old);
}

void isoft_logger_rshutdown(void)
{
	zval none = {0};

	isoft_logger_set(&none);
}

static void end_work(void)
{
	zend_fiber_switch_unblock();
	ISOFT_G(logging) = false;
}

static void call_logger(zval *arguments)
{
	zval logger, ignored;

	/* It may set another while it runs. */
	ZVAL_COPY(&logger, &ISOFT_G(logger));
	ZVAL_UNDEF(&ignored);
	ISOFT_G(logging) = true;
	zend_fiber_switch_block();
	zend_try {
		call_user_function(NULL, NULL, &logger, &ignored, 3, arguments);
	}
	zend_catch {
		end_work();
		zend_bailout();
	}
	zend_end_try();
	end_work();
	zval_ptr_dtor(&ignored);
	zval_ptr_dtor(&logger);
}

/* Past the script's error handler: many make exceptions of warnings, and then a contact that was created would look as
 * if it was not. */
static void warn(zend_object *thrown)
{
	int handled = EG(user_error_handler_error_reporting);
	zend_string *message = isoft_exception_message(thrown);

	EG(user_error_handler_error_reporting) = 0;
	php_error_docref(NULL, E_WARNING, "The logger threw %s: %s", ZSTR_VAL(thrown->ce->name), ZSTR_VAL(message));
	EG(user_error_handler_error_reporting) = handled;
	zend_string_release(message);
}

static void take_thrown(void)
{
	zend_object *thrown = EG(exception);

	if (thrown && !zend_is_unwind_exit(thrown) && !zend_is_graceful_exit(thrown)) {
		GC_ADDREF(thrown);
		zend_clear_exception();
		warn(thrown);
		OBJ_RELEASE(thrown);
	}
}

void isoft_log(const char *level, zend_string *message, zval *context)
{
	zend_object *thrown = EG(exception);
	zval arguments[3];

	ZVAL_STRING(&arguments[0], level);
	ZVAL_STR(&arguments[1], message);
	ZVAL_COPY_VALUE(&arguments[2], context);
	EG(exception) = NULL;
	call_logger(arguments);
	take_thrown();
	if (!EG(exception)) {
		EG(exception) = thrown;
	} else if (thrown) {
		OBJ_RELEASE(thrown);
	}
	for (int i = 0; i < 3; i++) {
		zval_ptr_dtor(&arguments[i]);
	}
}
