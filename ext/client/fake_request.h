/*
 * Fake request: a call as a test sees it.
 */
#ifndef ISOFT_CLIENT_FAKE_REQUEST_H
#define ISOFT_CLIENT_FAKE_REQUEST_H

#include "php.h"
#include "zend_smart_str.h"

#include "client/call.h"
#include "keap/operation.h"

/* array{operation: ?string, method: string, path: string, query: array, body: mixed, account: string}. The operation
 * may be NULL. */
void isoft_fake_request_make(
	zval *request, const isoft_call *call, const isoft_operation *operation, const smart_str *body);

#endif
