/*
 * Logger: what infusionsoft_logger() was given, and the one way to it.
 *
 * It is the script's: it may do anything, end PHP included. So it is called with no lock held and nothing owned that
 * PHP does not know. While it is at work no fiber can be switched and it hears of nothing, so that it never hears of
 * itself.
 */
#ifndef ISOFT_CLIENT_LOGGER_H
#define ISOFT_CLIENT_LOGGER_H

#include "php.h"

/* Sets the logger, a closure or UNDEF for none, and owns it from then on. */
void isoft_logger_set(zval *logger);

/* Whether there is one to hear of something now. */
bool isoft_logger_listens(void);

/*
 * Gives it an entry; message and context are owned from then on. An exception that is being thrown stays; what the
 * logger throws becomes a warning of PHP's. An exception afterwards that was none before says that PHP is ending.
 */
void isoft_log(const char *level, zend_string *message, zval *context);

/* When the request of PHP ends. */
void isoft_logger_rshutdown(void);

#endif
