/*
 * Send: the only path from a PHP function to Keap. Encodes the body, gets the credential, waits for a slot, tries until
 * net/retry decides that the reply is final, and decodes the reply or throws.
 *
 * Owns what a call needs: its URL and JSON, the credential, the reply. All of it is freed when the functions return.
 *
 * Locks: takes none itself and must be called with no lock held. User code may run inside: jsonSerialize() methods of
 * the body, closures of a fake, the logger, and in a batch the other jobs while this call waits.
 *
 * May bail out. Zend frees its own memory then. The body of a reply lies outside Zend's memory: it is freed here, or it
 * belongs to a flight, which isoft_multi_abandon() frees at the end of the PHP request. The stack of a fiber that was
 * suspended is released without wiping the credential in it.
 */
#ifndef ISOFT_CLIENT_SEND_H
#define ISOFT_CLIENT_SEND_H

#include "php.h"

#include "client/call.h"

/*
 * Sends the call. Returns true with the decoded reply in `result`: NULL if the reply has no body. Returns false with an
 * exception thrown; `result` is UNDEF then.
 */
bool isoft_send(const isoft_call *call, zval *result);

/* As isoft_send(), but throws unless the reply is a JSON object or list; with ISOFT_DUE_ID also unless it has an id. */
bool isoft_send_for_array(const isoft_call *call, zval *result);

#endif
