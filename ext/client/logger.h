/*
 * Logger: the callable that was given to infusionsoft_logger(), and the only place that calls it.
 *
 * The logger is user code. It may make calls, set another logger, throw, or end PHP. While it runs no fiber can be
 * switched, and nothing is logged: calls that the logger makes do not call it again.
 *
 * Ownership: this file owns the closure, per thread, until the PHP request ends.
 *
 * Locks: takes none. isoft_logger_set(), isoft_logger_rshutdown() and isoft_log() run user code (a destructor, or the
 * logger): call them with no lock held and with nothing owned that lies outside Zend's memory.
 *
 * May bail out if the logger ends PHP by a fatal error. The logging state is reset then, and Zend frees the rest.
 */
#ifndef ISOFT_CLIENT_LOGGER_H
#define ISOFT_CLIENT_LOGGER_H

#include "php.h"

#include "support/attributes.h"

/*
 * Sets the logger and takes ownership of it: a closure, or UNDEF to remove the logger. Returns false with an exception
 * thrown and the closure released.
 */
ISOFT_MUST_CHECK bool isoft_logger_set(zval *logger);

/* Returns whether an entry can be logged now: there is a logger, and it is not running. */
bool isoft_logger_listens(void);

/*
 * Calls the logger with an entry. Takes ownership of the message and the context. isoft_logger_listens() must be true.
 *
 * An exception that is set before stays set after. An exception that the logger throws becomes a PHP warning. So an
 * exception that is set afterwards and was not set before means that the logger ends PHP (exit).
 */
void isoft_log(const char *level, zend_string *message, zval *context);

/* Removes the logger as the PHP request begins to end. */
void isoft_logger_rshutdown(void);

/* Forgets the logger after the last user code of the PHP request, when PHP has freed it. */
void isoft_logger_forget(void);

#endif
