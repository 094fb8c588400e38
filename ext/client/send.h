/*
 * Send: the one way from a PHP function to Keap. Credential, connection, tries, and the reply or an exception.
 */
#ifndef ISOFT_CLIENT_SEND_H
#define ISOFT_CLIENT_SEND_H

#include "php.h"

#include "client/call.h"

/* Sends the call. True: the result holds the decoded reply, NULL where there is no body. False: an exception is thrown,
 * the result UNDEF. */
bool isoft_send(const isoft_call *call, zval *result);

/* The same where the reply must be a JSON object or list. */
bool isoft_send_for_array(const isoft_call *call, zval *result);

#endif
