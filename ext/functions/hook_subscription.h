/*
 * Hook subscription: one hook at Keap, as an array {key, eventKey, hookUrl, status}, and the calls that change it.
 *
 * Readers borrow the array and accept any value in it. A function that returns false has thrown an exception.
 *
 * Takes no lock. May run user code (a fake's closure, the logger) and may bail out; what is held then is Zend's memory.
 */
#ifndef ISOFT_FUNCTIONS_HOOK_SUBSCRIPTION_H
#define ISOFT_FUNCTIONS_HOOK_SUBSCRIPTION_H

#include "php.h"

#include "support/attributes.h"

/* Return NULL if Keap gave none. Borrowed from the hook. */
zend_string *isoft_hook_key(const zval *hook);
zend_string *isoft_hook_event_of(const zval *hook);
zend_string *isoft_hook_url_of(const zval *hook);
zend_string *isoft_hook_status(const zval *hook);

bool isoft_hook_is_verified(const zval *hook);

/* Returns whether the hook is for this event, and calls this address unless that is NULL. */
bool isoft_hook_is(const zval *hook, const zend_string *event, const zend_string *url);

/* Write lists, which the caller owns. */
ISOFT_MUST_CHECK bool isoft_hook_list(const char *account, zval *hooks);
ISOFT_MUST_CHECK bool isoft_hook_list_events(const char *account, zval *events);

/*
 * Write the hook as it is then, which the caller owns. While they run, Keap calls the hook's address. If Keap refuses
 * this hook, they return true with the hook NULL and with Keap's message in `error`: the others are not to suffer.
 */
ISOFT_MUST_CHECK bool isoft_hook_create(
	const char *account, const zend_string *event, const zend_string *url, zval *hook, zval *error);
ISOFT_MUST_CHECK bool isoft_hook_verify(const char *account, const zend_string *key, zval *hook, zval *error);

/* A hook that is gone already counts as deleted. */
ISOFT_MUST_CHECK bool isoft_hook_delete(const char *account, const zend_string *key);

#endif
