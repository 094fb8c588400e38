/*
 * Exceptions: the only place that throws an Infusionsoft exception.
 *
 * No property of such an exception is ever uninitialized: also an object that the script creates begins with defaults.
 *
 * The rooms below return failures as values; a PHP function throws the failure that it receives.
 *
 * Ownership: arguments are borrowed. Making an object may bail out (memory): do not call these functions while a lock
 * is held. Before it throws, PHP handles pending signals and time limits, since it drops signals when an exception is
 * thrown: what that throws goes to the user instead (support/interrupt).
 */
#ifndef ISOFT_SUPPORT_EXCEPTIONS_H
#define ISOFT_SUPPORT_EXCEPTIONS_H

#include "php.h"

#include "support/failure.h"

extern zend_class_entry *isoft_ce_exception;
extern zend_class_entry *isoft_ce_configuration_exception;
extern zend_class_entry *isoft_ce_store_exception;
extern zend_class_entry *isoft_ce_authorization_exception;
extern zend_class_entry *isoft_ce_transport_exception;
extern zend_class_entry *isoft_ce_api_exception;
extern zend_class_entry *isoft_ce_rate_limit_exception;

/* The properties of an ApiException that a failure does not hold. Borrowed; NULL means empty. */
typedef struct {
	zend_string *body;
	zval *details; /* an array */
	zval *results; /* an array */
	const char *request_id;
} isoft_api_reply;

/* Takes the class Infusionsoft\Exception. Call before the classes below it are registered: they inherit the defaults.
 */
void isoft_exceptions_minit(zend_class_entry *exception);

void isoft_throw(const isoft_failure *failure);
void isoft_throw_api(const isoft_failure *failure, const isoft_api_reply *reply);

/* Returns ->status of the ApiException that is being thrown; 0 if another exception is thrown, or none. */
int isoft_exception_status(void);

zend_class_entry *isoft_exception_class(isoft_failure_kind kind);

/* Returns ISOFT_FAILURE_NONE for an exception of another class than those above and \ValueError. */
isoft_failure_kind isoft_exception_kind(const zend_object *exception);

/* Returns the message of any exception, "" if it is no string. Runs no user code. The caller releases the string. */
zend_string *isoft_exception_message(zend_object *exception);

/* Returns ->maySent, and false for an exception of another extension. */
bool isoft_exception_may_sent(zend_object *exception);

/*
 * Sets ->results, the results of earlier parts of the call, if an ApiException is being thrown that nobody else holds:
 * one that a fake throws twice stays as it is.
 */
void isoft_exception_set_results(HashTable *results);

#endif
