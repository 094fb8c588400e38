/*
 * Fake request: a call as a PHP array, which infusionsoft_recorded() returns and a fake's closure receives.
 *
 * The caller owns the array. Takes no lock, runs no user code. May bail out; everything held here is Zend's memory
 * then.
 */
#ifndef ISOFT_CLIENT_FAKE_REQUEST_H
#define ISOFT_CLIENT_FAKE_REQUEST_H

#include "php.h"
#include "zend_smart_str.h"

#include "client/call.h"
#include "keap/operation.h"

/*
 * Writes array{operation: ?string, method: string, path: string, query: array, body: mixed, account: string}. The
 * operation may be NULL.
 */
void isoft_fake_request_make(
	zval *request, const isoft_call *call, const isoft_operation *operation, const smart_str *body);

#endif
