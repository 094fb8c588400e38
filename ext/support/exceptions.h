/*
 * Exceptions: the one place that throws.
 *
 * The rooms hand failures up as values; a PHP function ends by throwing what it was handed. Nothing here may be called
 * while a lock is held: making an object can bail out.
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

/* What an ApiException carries beyond its failure. Borrowed; NULL means empty. */
typedef struct {
	zend_string *body;
	zval *details; /* an array */
	zval *results; /* an array */
} isoft_api_reply;

void isoft_throw(const isoft_failure *failure);
void isoft_throw_api(const isoft_failure *failure, const isoft_api_reply *reply);

/* The ->status of the ApiException that is being thrown; 0 where it is none. */
int isoft_exception_status(void);

zend_class_entry *isoft_exception_class(isoft_failure_kind kind);

/* NONE for what is none of ours. */
isoft_failure_kind isoft_exception_kind(const zend_object *exception);

/* Of any exception; owned by the caller. */
zend_string *isoft_exception_message(zend_object *exception);

/* ->maySent, where it has that. */
bool isoft_exception_may_sent(zend_object *exception);

/* Sets ->results on the ApiException that is being thrown, if it is one: what earlier parts of the call brought. */
void isoft_exception_set_results(HashTable *results);

#endif
